/** What authentication sees, for walks through the chart of an alert. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { Examples } from '../state-space.ts';
import { calendar } from './task.ts';

const person = 'person-without-own-account';

export const alertExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const seen = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input: { ...input, person } });
    const login = { device: 'device', how: 'code', ended: 0 };
    return [
      seen('loggedIn', { ...login, isNew: true }),
      seen('loggedIn', { ...login, isNew: false }),
      seen('loggedOut', { ended: 1 }),
      seen('deviceAuthorised', { device: 'device' }),
      seen('deviceRevoked', { device: 'device' }),
      seen('passwordSet', {}),
      seen('lockedOut', { until: '2026-04-21' }),
    ];
  },
  abstraction: () => [],
};
