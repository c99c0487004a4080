import type { Performer } from '../../lives/effects.ts';
import { createEffectRunner } from '../../lives/effects.ts';
import type { LifeUpdate } from '../../lives/life-update.ts';
import type { Lives } from '../../lives/lives.ts';

/** Performs one effect without a workflow. Resolves and rejects like the effect runner. */
export async function performEffect(lives: Lives, performers: Record<string, Performer>, id: string): Promise<LifeUpdate[] | undefined> {
  const [result] = await createEffectRunner(lives, performers).perform([id]);
  return result;
}
