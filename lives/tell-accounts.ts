/** Tells the accounts of a person that the person's number is being changed (1.2): they pause, and go on after its end. */
import { pauses } from '../charts/reidentification/chart.ts';
import type { Concerned, ReidentificationContext } from '../charts/reidentification/types.ts';
import { accountsOf, isInOwnName } from '../models/stores/account.ts';
import { reidentificationOf } from '../models/stores/reidentification.ts';
import type { Dispatch } from './dispatch.ts';
import { commitExternalEvent } from './external-event.ts';
import { sha256 } from './hashing.ts';
import { accountLife } from './ids.ts';
import type { Lives } from './lives.ts';
import { readLife } from './store.ts';

type Ended = 'done' | 'refused' | 'lapsed';

/** The accounts that a person acts for and that stand, as a re-identification names them. */
export async function concernedBy(lives: Pick<Lives, 'database'>, person: string): Promise<Concerned & { isStaff: boolean }> {
  const accounts = (await accountsOf(lives.database, person)).filter(({ stands }) => stands);
  const ids = (list: typeof accounts): string[] => list.map(({ id }) => id);
  return {
    own: ids(accounts.filter(isInOwnName)),
    companies: ids(accounts.filter((account) => !isInOwnName(account))),
    isStaff: accounts.some(({ kind }) => kind === 'staff'),
  };
}

/**
 * Tells each account the present state of a re-identification. It is repeated without harm: what an account knows already, it refuses. Accounts that
 * the person has joined meanwhile become part of it first. `key` names the effect or the request.
 * @throws if the state changed meanwhile. The next try sends the new one.
 */
export async function tellAccounts(lives: Lives, dispatch: Dispatch, life: string, key: string): Promise<void> {
  const stateNow = async () => {
    const [row] = await readLife(lives.database, [life]);
    if (row === undefined) throw new Error(`${life} does not exist`);
    const context = (row.snapshot as { context: ReidentificationContext }).context;
    const input = row.done
      ? { type: 'reidentificationOver', became: row.state as Ended }
      : { type: 'reidentificationBegun', pauses: pauses(context) };
    return { context, ...input };
  };

  const source = sourceOf(life, key);
  const before = await stateNow();
  if (before.type === 'reidentificationBegun') await joinAll(lives, dispatch, life, before.context, key);
  const { context, type, ...state } = await stateNow();
  for (const account of [...context.own, ...context.companies])
    await commitExternalEvent(lives, dispatch, {
      life: accountLife(account),
      key: `${source}/${JSON.stringify(state)}/${account}`,
      type,
      input: { reidentification: life, ...state },
    });
  const { context: after, type: typeAfter, ...stateAfter } = await stateNow();
  if (typeAfter !== type || JSON.stringify(stateAfter) !== JSON.stringify(state)) throw new Error(`${life} changed while it was told`);
  if (after.own.length + after.companies.length > context.own.length + context.companies.length)
    throw new Error(`${life} concerns more accounts since it was told`);
}

/** The key of what is told. One account does not learn from it for which other account it was told. */
const sourceOf = (life: string, key: string): string => `message/${life}/${sha256(key)}`;

/** Adds the accounts that the person acts for and the re-identification does not know. Its chart then orders that they are told. */
async function joinAll(lives: Lives, dispatch: Dispatch, life: string, context: ReidentificationContext, key: string): Promise<void> {
  const known = [...context.own, ...context.companies];
  const { own, companies } = await concernedBy(lives, context.person);
  const isNew = (account: string): boolean => !known.includes(account);
  const joined = { own: own.filter(isNew), companies: companies.filter(isNew) };
  const ids = [...joined.own, ...joined.companies];
  if (ids.length === 0) return;
  await commitExternalEvent(lives, dispatch, {
    life,
    key: `${sourceOf(life, key)}/joined/${sha256(ids.join())}`,
    type: 'accountsJoined',
    input: joined,
  });
}

/** Tells the accounts of a person, if the number of the person is being changed. */
export async function tellAccountsOf(lives: Lives, dispatch: Dispatch, person: string, key: string): Promise<void> {
  const life = await reidentificationOf(lives.database, person);
  if (life !== undefined) await tellAccounts(lives, dispatch, life, key);
}
