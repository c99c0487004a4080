/** What a customer may choose to be charged by (3.2): a plan of the tariffs, or individual terms that two of the staff offered to this account. */
import type { Sequelize } from 'sequelize';
import type { ChosenPlan } from '../../charts/account/types.ts';
import type { Language } from '../../charts/messages.ts';
import { individualPlans, revisionOn, tariffRevisions } from '../../models/stores/tariff.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { firstOfNextMonth } from '../../rules/working-days.ts';
import { Problem, ruleOf } from '../errors.ts';

/**
 * The choice as the account's chain keeps it: from the first day of the next month, individual terms as a whole. So it proves what both agreed.
 * @throws 422 for a plan that is not offered to the account
 */
export async function chosenPlan(
  database: Sequelize,
  account: string,
  code: string,
  language: Language,
): Promise<ChosenPlan & Record<string, unknown>> {
  const from = firstOfNextMonth(todayInAlmaty());
  const [{ plans }, individual] = await Promise.all([
    tariffRevisions(database).then((revisions) => revisionOn(revisions, from)),
    individualPlans(database, account),
  ]);
  const terms = individual.find(({ plan }) => plan.code === code)?.plan;
  if (terms !== undefined) return { plan: code, from, terms };
  if (plans.some((each) => each.code === code)) return { plan: code, from };
  throw new Problem('rule-refused', ruleOf('planIsOffered', language, '3.2'));
}
