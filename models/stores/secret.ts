/** Which secrets the stored values need. */
import type { Sequelize } from 'sequelize';
import type { Keys } from '../keys.ts';
import type { Sealing } from '../sealed-column.ts';
import { query } from '../statement.ts';

type Use = 'sealing' | 'keys';

const note = query('secret-note', 'insert into secret (use, id) values ($1, $2) on conflict do nothing');
const noted = query<{ use: Use; id: string }>('secret-noted', 'select use, id from secret order by use, number');
const forget = query('secret-forget', 'delete from secret where use = $1 and id = $2');

const SETTING: Record<Use, string> = { sealing: 'SEALING_SECRETS', keys: 'AKJET_SECRET' };

/**
 * Checks that the process has every secret that stored values need, then notes those with which it writes.
 * @throws Error if one is missing, or if the oldest secret of the keys is not the first that was ever used.
 */
export async function useSecrets(database: Sequelize, { keys, sealing }: { keys: Keys; sealing: Sealing }): Promise<void> {
  const given: Record<Use, readonly string[]> = { keys: keys.ids, sealing: sealing.ids };
  const before = await noted(database, []);
  for (const { use, id } of before)
    if (!given[use].includes(id))
      throw new Error(`${SETTING[use]} lacks the secret ${id}: stored values need it (docs/operating.md, "Keys")`);
  const first = before.find(({ use }) => use === 'keys')?.id;
  if (first !== undefined && first !== keys.ids.at(-1))
    throw new Error(`${SETTING.keys} must end with the secret ${first}, the first that was used: a new one is put before the others`);
  const isNew = (use: Use, id: string | undefined) => !before.some((each) => each.use === use && each.id === id);
  // The oldest first: it is the first that was ever used.
  for (const id of keys.ids.toReversed()) if (isNew('keys', id)) await note(database, ['keys', id]);
  if (isNew('sealing', sealing.ids[0])) await note(database, ['sealing', sealing.ids[0]]);
}

/** The ids of the secrets with which values are sealed. */
export const sealingSecrets = async (database: Sequelize): Promise<string[]> =>
  (await noted(database, [])).filter(({ use }) => use === 'sealing').map(({ id }) => id);

/** Notes that no value is sealed with a secret any more. */
export const forgetSealingSecret = async (database: Sequelize, id: string): Promise<void> => {
  await forget(database, ['sealing', id]);
};
