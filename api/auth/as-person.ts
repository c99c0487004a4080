/** What a person does in a life as themselves: no account that the session acts for makes it. */
import type { Command, Committed } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import type { Platform } from '../../platform.ts';
import type { Session } from '../session.ts';

interface Done extends Pick<Command, 'life' | 'type' | 'input' | 'idempotencyKey' | 'preconditions'> {
  /** The account whose life it is. In another life no account is named. */
  account?: string;
}

/** Commits it as an event of the platform, which the chart may refuse. The chain keeps the person, the session and the device. */
export async function actAsPerson(
  { lives, dispatch }: Platform,
  { id, person, device }: Session,
  { account, ...done }: Done,
): Promise<Committed> {
  const actor = { person, session: id, device, ...(account !== undefined && { account }) };
  const committed = await commit(lives, { ...done, by: 'platform', refusable: true, actor });
  dispatch(committed.updates);
  return committed;
}
