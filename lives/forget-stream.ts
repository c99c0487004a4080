/** Forgets what the streams of accounts had long ago: whoever was away for longer reads the lists again. */
import { readParameters } from '../models/stores/parameter.ts';
import { forgetStream } from '../models/stores/stream.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';
import type { Lives } from './lives.ts';
import { repeat } from './repeat.ts';

const AT_ONCE = 5_000;

/** Forgets all that is older than the dated number of days. Returns how much that was. */
export async function forgetOld({ database }: Pick<Lives, 'database'>, now = new Date()): Promise<number> {
  const days = numberAt(await readParameters(database), 'streamDays', civilDate(now.toISOString()));
  for (let [all, gone] = [0, AT_ONCE]; ; ) {
    gone = await forgetStream(database, days, AT_ONCE);
    all += gone;
    if (gone < AT_ONCE) return all;
  }
}

/** Until the returned function is called. What fails is tried again with the next round. */
export const keepForgetting = (lives: Lives, { every = 3_600_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => forgetOld(lives),
    every,
    (error) => lives.log.error({ err: error }, 'stream.forget-failed'),
  );
