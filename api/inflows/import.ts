/** The import of a bank's statement (5.1): each entry of money that came is a life, whose id is made from the entry. So nothing is entered twice. */
import type { InflowInput } from '../../charts/inflow/types.ts';
import { readCsv } from '../../gateways/statements/csv.ts';
import type { Entry, Statement } from '../../gateways/statements/entry.ts';
import { BadStatement } from '../../gateways/statements/entry.ts';
import { readMt940 } from '../../gateways/statements/mt940.ts';
import { commit } from '../../lives/commit.ts';
import { sha256 } from '../../lives/hashing.ts';
import { createKey } from '../../lives/ids.ts';
import { payableBy } from '../../models/stores/inflow.ts';
import type { Platform } from '../../platform.ts';
import { exactly, numbersIn } from '../../rules/inflow-matching.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { monthTakes } from '../months/closed.ts';

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
function identified(entries: readonly Entry[]): { id: string; entry: Entry }[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { on, amount, reference, identifier, purpose } = entry;
    const said = JSON.stringify([on, String(amount), reference, identifier, purpose]);
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return { id: idFrom('bank-entry', said, String(nth)), entry };
  });
}

/**
 * Enters what came. Each entry is a transaction of its own: a half that fails is finished by the same request again. `late`: how many were not entered,
 * because their months are closed.
 */
export async function importStatement({ lives, dispatch }: Pick<Platform, 'lives' | 'dispatch'>, text: string, { entries }: Statement) {
  const came = entries.filter(({ direction }) => direction === 'in');
  let [entered, matched, late] = [0, 0, 0];
  for (const { id, entry } of identified(came)) {
    const { amount, on, identifier, purpose, payer, reference } = entry;
    const invoices = await payableBy(lives.database, { numbers: numbersIn(purpose), identifier, amount: String(amount) });
    const invoice = exactly(
      entry,
      invoices.map((each) => ({ ...each, left: BigInt(each.left) })),
    );
    const sealed = sealTexts(lives.keys, `inflow/${id}`, { payer, identifier, purpose, reference });
    const input: InflowInput = {
      ...{ inflow: id, amount: String(amount), on, entry: sealed.reference, statement: sha256(text) },
      ...(invoice !== undefined && { invoice }),
    };
    const life = `inflow/${id}`;
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
    if (outcome === 'done' && invoice !== undefined) matched++;
  }
  const sums = came.reduce((sum, { amount }) => sum + amount, 0n);
  return { entries: entries.length, came: came.length, entered, matched, late, sums: String(sums) };
}
