import type { Sequelize } from 'sequelize';
import type { ClaimInput, DisputeTerms, Liability, SettlementTerms } from '../../charts/dispute/types.ts';
import { numberToday, readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import { liabilityOn } from '../accounts/liability.ts';
import { debtTermsAt } from '../debts/terms.ts';
import type { Session } from '../session.ts';
import { waysOfParties } from '../signings/party-ways.ts';

/** A natural person who claims as a customer is a consumer. */
type Claimant = Pick<Session, 'account' | 'kind'> & Pick<ClaimInput, 'claimant' | 'customer' | 'contractor' | 'against' | 'happenedOn'>;

/** The terms of a claim made now: the dated parameters of the day. A claim against the operator also has what the claimant has paid to it. */
export async function disputeTerms(
  database: Sequelize,
  { account, kind, claimant, against, happenedOn, customer, contractor }: Claimant,
): Promise<DisputeTerms> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  const number = (code: string): number => numberAt(rows, code, today);
  const settlement = await settlementTerms(database, rows, { customer, contractor }, today);
  return {
    answerWorkingDays: number('claimAnswerWorkingDays'),
    answerReminderWorkingDays: listAt(rows, 'claimAnswerReminderWorkingDays', today),
    talksWorkingDays: number('claimTalksWorkingDays'),
    mostOffers: number('claimMostOffers'),
    mostStatements: number('claimMostStatements'),
    limitationYears: number('limitationYears'),
    ...(kind === 'natural' && claimant === 'customer' && { answerCalendarDays: number('claimAnswerConsumerDays') }),
    objectionWorkingDays: number('courtActObjectionWorkingDays'),
    untilMostDays: number('claimUntilMostDays'),
    courtActForceMostDays: number('courtActForceMostDays'),
    courtActMostRecords: number('courtActMostRecords'),
    ...(against === 'operator' && { liability: await liabilityTerms(database, rows, account, happenedOn ?? today) }),
    openReminderWorkingDays: listAt(rows, 'openReminderWorkingDays', today),
    debt: debtTermsAt(rows, today),
    ...(settlement && { settlement }),
  };
}

/** The limit of 6.2 as a claim keeps it: counted back from the day of the event. */
async function liabilityTerms(database: Sequelize, rows: readonly Parameter[], account: string, on: string): Promise<Liability> {
  const { cap, months, paid, from, to, addends } = await liabilityOn(database, rows, { account, on });
  const payments = addends.map(({ on: day, amount, reason, life }) => ({ on: day, amount: String(amount), reason, life }));
  return { cap: String(cap), months, paid: String(paid), from, to, payments };
}

/** How a settlement between two users is signed, where the account of one of them does not count. The operator signs nothing electronically. */
async function settlementTerms(
  database: Sequelize,
  rows: readonly Parameter[],
  { customer, contractor }: Pick<ClaimInput, 'customer' | 'contractor'>,
  today: string,
): Promise<SettlementTerms | undefined> {
  if (customer === undefined || contractor === undefined) return undefined;
  const ways = await waysOfParties(database, rows, { document: 'settlement', parties: { customer, contractor }, on: today });
  if (Object.values(ways).every((each) => each.includes('account'))) return undefined;
  return {
    ways,
    signWorkingDays: numberAt(rows, 'signWorkingDays', today),
    signReminderWorkingDays: listAt(rows, 'signReminderWorkingDays', today),
  };
}

/** Days in which the actual costs of the other party's leaving may be claimed. */
export async function costsClaimDays(database: Sequelize): Promise<number> {
  return numberToday(database, 'costsClaimDays');
}
