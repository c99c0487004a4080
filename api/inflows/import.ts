/** The import of a bank's statement (5.1, 5.2): each entry is a life, whose id is made from the entry. So nothing is entered twice. */
import { readCsv } from '../../gateways/statements/csv.ts';
import type { Entry, Statement } from '../../gateways/statements/entry.ts';
import { BadStatement } from '../../gateways/statements/entry.ts';
import { readMt940 } from '../../gateways/statements/mt940.ts';
import { commit } from '../../lives/commit.ts';
import { sha256 } from '../../lives/hashing.ts';
import { createKey } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { payableBy } from '../../models/stores/inflow.ts';
import { returnableLines } from '../../models/stores/outflow.ts';
import type { Platform } from '../../platform.ts';
import { exactly, numbersIn } from '../../rules/inflow-matching.ts';
import { cameBackBeyondDoubt, faultIn, namedBy } from '../../rules/outflow-matching.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { monthTakes } from '../months/closed.ts';
import { paidBy } from '../outflows/paid-by.ts';
import { returnableTransferLines } from '../social-transfers/lines.ts';

const READERS = { mt940: readMt940, csv: readCsv };

/** What cannot be imported: a line that is not read, or a statement of another account. */
export type NotImported = { line: number } | 'statementIsOurs';

/** The statement, or why it is none of ours. A layout that does not name its account is taken as ours. */
export function readStatement(format: keyof typeof READERS, text: string, iban: string | undefined): Statement | NotImported {
  try {
    const statement = READERS[format](text);
    return statement.account !== null && statement.account !== iban ? 'statementIsOurs' : statement;
  } catch (error) {
    if (error instanceof BadStatement) return { line: error.line };
    throw error;
  }
}

/**
 * Entries with the ids of their lives. What a bank says of an entry makes the id; of two that say the same, such as equal payments of one day without a number,
 * the first and the second are told apart by their order.
 */
function identified(space: 'bank-entry' | 'bank-outgoing', entries: readonly Entry[]): { id: string; entry: Entry }[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { on, amount, reference, identifier, purpose } = entry;
    const said = JSON.stringify([on, String(amount), reference, identifier, purpose]);
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return { id: idFrom(space, said, String(nth)), entry };
  });
}

/** The life of an entry of money that came, and what it is for beyond doubt. */
async function inflowOf({ database }: Lives, id: string, entry: Entry): Promise<{ life: string; input: object; isMatched: boolean }> {
  const { amount, identifier, purpose } = entry;
  const orders = namedBy(entry).map(({ order }) => order);
  const lines = orders.length === 0 ? [] : await returnableLines(database, orders);
  const transfers = orders.length === 0 ? [] : await returnableTransferLines(database);
  const back = cameBackBeyondDoubt(entry, [...lines.map((line) => ({ ...line, amount: BigInt(line.amount) })), ...transfers]);
  if (back !== undefined) {
    const { pays, component } = back;
    const what = component === undefined ? { payout: pays } : { transfer: pays, component };
    return { life: `inflow/${id}`, isMatched: true, input: { inflow: id, cameBack: { ...what, reason: faultIn(purpose) } } };
  }
  const payable = await payableBy(database, { numbers: numbersIn(purpose), identifier, amount: String(amount) });
  const pays = exactly(
    entry,
    payable.map((each) => ({ ...each, left: BigInt(each.left) })),
  );
  return { life: `inflow/${id}`, isMatched: pays !== undefined, input: { inflow: id, ...(pays !== undefined && { pays }) } };
}

/** The life of an entry of money that went out, and what it paid beyond doubt. */
async function outflowOf({ database }: Lives, id: string, entry: Entry): Promise<{ life: string; input: object; isMatched: boolean }> {
  const paid = await paidBy(database, entry);
  return { life: `outflow/${id}`, isMatched: paid !== undefined, input: { outflow: id, ...paid } };
}

/**
 * Enters what came and what went out. Each entry is a transaction of its own: a half that fails is finished by the same request again. `late`: how many were
 * not entered, because their months are closed.
 */
export async function importStatement({ lives, dispatch }: Pick<Platform, 'lives' | 'dispatch'>, text: string, { entries }: Statement) {
  const came = entries.filter(({ direction }) => direction === 'in');
  const went = entries.filter(({ direction }) => direction === 'out');
  let [entered, matched, late] = [0, 0, 0];
  // What went out is entered first: it may have come back by the same statement.
  const inTurn = [
    ...identified('bank-outgoing', went).map((each) => ({ ...each, lifeOf: outflowOf })),
    ...identified('bank-entry', came).map((each) => ({ ...each, lifeOf: inflowOf })),
  ];
  for (const { id, entry, lifeOf } of inTurn) {
    const { amount, on, identifier, purpose, payer, reference } = entry;
    const { life, input: own, isMatched } = await lifeOf(lives, id, entry);
    const sealed = sealTexts(lives.keys, life, { payer, identifier, purpose, reference });
    const input = { ...own, amount: String(amount), on, entry: sealed.reference, statement: sha256(text) };
    const { outcome, updates } = await commit(lives, {
      ...{ life, idempotencyKey: createKey(life), type: 'enter', by: 'platform', input, texts: [sealed.row], create: true },
      preconditions: [monthTakes(on)],
    });
    if (outcome === 'refused') {
      late++;
      continue;
    }
    if (outcome !== 'done' && outcome !== 'replayed') throw new Error(`${life} could not be entered: ${outcome}`);
    dispatch(updates);
    if (outcome === 'done') entered++;
    if (outcome === 'done' && isMatched) matched++;
  }
  const sumOf = (some: readonly Entry[]): string => String(some.reduce((sum, { amount }) => sum + amount, 0n));
  const counts = { entries: entries.length, came: came.length, went: went.length, entered, matched, late };
  return { ...counts, sums: sumOf(came), paid: sumOf(went) };
}
