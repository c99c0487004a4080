import type { Command } from '../lives/command.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Lives } from '../lives/lives.ts';

interface Creation extends Pick<Command, 'life' | 'type' | 'preconditions' | 'inSameTransaction'> {
  key: string;
  input: object;
}

/** Creates a life as the platform. A repeat under the same key changes nothing. @throws where it is refused: nothing that asks for it may be */
export async function createLife(lives: Lives, dispatch: Dispatch, { key, ...creation }: Creation): Promise<void> {
  const { life } = creation;
  const { outcome, updates } = await commit(lives, { ...creation, idempotencyKey: key, by: 'platform', create: true, refusable: true });
  if (outcome !== 'done' && outcome !== 'replayed') throw new Error(`${life} could not be created: ${outcome}`);
  dispatch(updates);
}
