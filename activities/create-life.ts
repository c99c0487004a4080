import type { Command } from '../lives/command.ts';
import { commitTogether } from '../lives/commit.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import type { Lives } from '../lives/lives.ts';

interface Creation extends Pick<Command, 'life' | 'type' | 'preconditions' | 'inSameTransaction'> {
  key: string;
  input: object;
}
type Dispatching = (updates: LifeUpdate[]) => void;

/**
 * Creates a life as the platform, and gives its updates to `dispatch`. A repeat under the same key changes nothing.
 * @throws where it is refused: nothing that asks for it may be
 */
export const createLife = (lives: Lives, dispatch: Dispatching, creation: Creation): Promise<void> =>
  createLives(lives, dispatch, [creation]);

/** The same for several in one commit: all or none. */
export async function createLives(lives: Lives, dispatch: Dispatching, creations: Creation[]): Promise<void> {
  const created = await commitTogether(
    lives,
    creations.map(({ key, ...creation }) => ({ ...creation, idempotencyKey: key, by: 'platform', create: true, refusable: true })),
  );
  for (const [index, { outcome }] of created.entries())
    if (outcome !== 'done' && outcome !== 'replayed') throw new Error(`${creations[index]?.life} could not be created: ${outcome}`);
  dispatch(created.flatMap(({ updates }) => updates));
}
