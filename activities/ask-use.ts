/** Answers whether a file hangs on anything. Its life lets nothing take it up any more, so the answer stays true. */
import type { Effects } from '../charts/effects.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { livesOfFile } from '../models/stores/file.ts';

export const askUse = ({ database }: Lives): Performer<Effects['askUse']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  perform: async ({ life }) => ({ type: (await livesOfFile(database, life)).length > 0 ? 'used' : 'unused', input: {} }),
});
