/** Events of a file, for walks through its chart. */
import type { FileContext, ReceiveFile } from '../../../charts/file/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar } from './task.ts';

/** A photo of two megabytes. */
export const receiving = (given: Partial<ReceiveFile> = {}): ReceiveFile => ({
  ...{ id: 'file/one', owner: accounts.customer as string, content: '00000000-0000-4000-8000-000000000001' },
  ...{ sha256: 'a'.repeat(64), size: 2_000_000, mediaType: 'image/jpeg', unusedHours: 24 },
  ...given,
});

export const fileExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      platform('receive', receiving()),
      platform('passed', { picture: { width: 4_000, height: 3_000 } }),
      platform('passed'),
      platform('unfit', { fault: 'image-damaged' }),
      ...['infected', 'used', 'unused', 'erase'].map((type) => platform(type)),
    ];
  },
  abstraction: (given) => [(given as FileContext).picture !== undefined],
};
