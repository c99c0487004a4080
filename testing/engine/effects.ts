import type { Performer } from '../../lives/effects.ts';
import { createEffectRunner } from '../../lives/effects.ts';
import type { LifeUpdate } from '../../lives/life-update.ts';
import type { Lives } from '../../lives/lives.ts';

/** Performs one effect without a workflow. Resolves and rejects as the runner does. */
export async function performEffect(lives: Lives, performers: Record<string, Performer>, id: string): Promise<LifeUpdate[] | undefined> {
  const [made] = await createEffectRunner(lives, performers).perform([id]);
  return made;
}
