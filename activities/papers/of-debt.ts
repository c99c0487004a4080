/** The statement of a set-off, drawn from both debts. */
import type { DebtContext, DebtParty, Ground } from '../../charts/debt/types.ts';
import type { Papers } from '../../charts/effects.ts';
import { operatorNamed } from '../../documents/operator.ts';
import { both, ROLES } from '../../documents/phrases.ts';
import type { DebtNamed, SetOffFacts } from '../../documents/set-off.ts';
import { readLawReferences } from '../../models/stores/law-reference.ts';
import { findLife } from '../../models/stores/life.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Source } from './sources.ts';
import { partyNamed } from './sources.ts';

const GROUNDS: Record<Ground, TwoLanguages> = {
  settlement: both('реттеу туралы келісім', 'соглашение об урегулировании'),
  admission: both('кінәрат-талапты мойындау', 'признание претензии'),
  'court-act': both('сот актісі', 'судебный акт'),
  'cost-of-leaving': both('мәміледен шығу шығындары', 'расходы из-за выхода из сделки'),
  overpayment: both('артық төлем', 'переплата'),
};

const named = (number: string, { ground, arisenAt }: DebtContext, owed: string): DebtNamed => ({
  number,
  ground: GROUNDS[ground],
  arisenOn: civilDate(arisenAt),
  owed,
});

export async function setOff(
  source: Source,
  {
    debt,
    amount,
    owed,
    otherOwed,
    confirmed,
  }: Papers['set-off-statement'] & { confirmed: Partial<Record<'customer' | 'contractor', string>> },
): Promise<SetOffFacts> {
  const { database, operator, row, drawing } = source;
  const { at } = drawing.record;
  const context = row.context as DebtContext;
  const other = await findLife(database, debt);
  if (other === undefined) throw new Error(`there is no debt ${debt}`);
  const partyOf = (party: DebtParty) =>
    party === 'operator' ? Promise.resolve(operatorNamed(operator)) : partyNamed(source, { account: context[party], side: party, at });
  const [laws, debtor, creditor] = await Promise.all([readLawReferences(database), partyOf(context.debtor), partyOf(context.creditor)]);
  // The operator accepts or proposes no later than the sum is set off; its moment is that of the record.
  const side = (party: DebtParty, own: typeof debtor) => ({
    role: ROLES[party],
    party: own,
    confirmedAt: (party === 'operator' ? undefined : confirmed[party]) ?? at,
  });
  return {
    debts: [named(row.number, context, owed), named(other.number, (other.snapshot as { context: DebtContext }).context, otherOwed)],
    first: side(context.debtor, debtor),
    second: side(context.creditor, creditor),
    laws,
    amount,
  };
}
