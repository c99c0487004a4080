/** The most that the operator answers for to an account (6.2), with the payments that make it. */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { offerRevisions } from '../../documents/offer.ts';
import { pathOf } from '../../lives/ids.ts';
import { findAccount } from '../../models/stores/account.ts';
import type { AnsweredRow, PaidRow } from '../../models/stores/liability.ts';
import { answeredTo, paidToOperator } from '../../models/stores/liability.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { AnsweredSum, LiabilityTerms, Limit, PaidSum } from '../../rules/liability.ts';
import { limitOn } from '../../rules/liability.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt } from '../../rules/parameters.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import { Problem } from '../errors.ts';
import { civilDate as day, money } from '../resource/fields.ts';
import { lifeId } from '../resource/public-id.ts';
import { Money } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

interface Paid extends PaidSum, Pick<PaidRow, 'at' | 'life' | 'reason'> {}

interface Answered extends AnsweredSum, Pick<AnsweredRow, 'claim' | 'by'> {}

const termsAt = (rows: readonly Parameter[], date: string): LiabilityTerms => ({
  months: numberAt(rows, 'operatorLiabilityMonths', date),
  cap: BigInt(numberAt(rows, 'operatorLiabilityTiyn', date)),
});

/** The limit of an account on a day, by the parameters of that day. */
export async function liabilityOn(
  database: Sequelize,
  rows: readonly Parameter[],
  { account, on }: { account: string; on: string },
): Promise<Limit<Paid, Answered> & LiabilityTerms> {
  const terms = termsAt(rows, on);
  const [sums, answers] = await Promise.all([paidToOperator(database, account), answeredTo(database, account)]);
  return { ...limitOn(sums.map(inTiyn), answers.map(inTiyn), on, terms), ...terms };
}
const inTiyn = <Row extends { amount: string }>(row: Row) => ({ ...row, amount: BigInt(row.amount) });

/** What the operator answers for by a claim, as it is shown. */
export const AnsweredClaim = z.object({
  claim: z.string().meta({ description: 'The dispute' }),
  on: z.iso.date().meta({ description: 'The day of its event' }),
  by: z.enum(['admission', 'offer', 'instruction', 'court-act']),
  amount: Money,
});
export const presentAnswered = ({ claim, on, by, amount }: AnsweredRow): z.output<typeof AnsweredClaim> => ({
  ...{ claim: pathOf(claim), on, by, amount: money(amount) },
});
/** A payment as a limit shows it. */
export const presentPaid = (
  { on, amount, reason, life }: { on: string; amount: string; reason: string; life: string },
  language: Language,
) => ({
  ...{ on, amount: money(amount), reason: reasonOf(reason)[language], life: pathOf(life) },
});

const Liability = z
  .object({
    from: z.iso.date().meta({ description: 'The first day whose payments count' }),
    to: z.iso.date().meta({ description: 'The last one: the day that was asked for' }),
    months: z.int(),
    cap: Money,
    paid: Money.meta({ description: 'What was paid in that time, without what came back' }),
    atMost: Money.meta({ description: 'The lower of both' }),
    answered: z.array(AnsweredClaim).meta({
      description: 'What was admitted, agreed or awarded by a court before, for events of the same days',
    }),
    left: Money.meta({ description: 'What is left of the limit' }),
    addends: z.array(
      z.object({
        on: z.iso.date().meta({ description: 'The day of the payment' }),
        at: z.iso.datetime().meta({ description: 'When it was recorded' }),
        amount: Money.meta({ description: 'Negative for a refund or a credit note' }),
        reason: z.string(),
        life: z.string(),
      }),
    ),
    clause: z.literal('6.2'),
    words: z.string().meta({ description: 'What the limit does not cover' }),
  })
  .meta({
    id: 'Liability',
    description: 'The most that the operator answers for to an account, unless two persons of its staff raise it for a claim',
  });

/** The clause itself excludes nothing. */
const WORDS = {
  kk: '6.2-тармақтың өзінде ерекшелік жоқ. Ол заң бойынша шартпен шектеуге болмайтын жауапкершілікті шектемейді. Жеке талап бойынша Оператордың екі өкілі шектен артық соманы мойындай алады.',
  ru: 'Сам пункт 6.2 исключений не называет. Он не ограничивает ответственность, которую по закону нельзя ограничить договором. По отдельной претензии два представителя Оператора вправе признать сумму сверх предела.',
  en: 'Clause 6.2 itself names no exception. It does not limit what by law no contract can limit. For a single claim two persons of the operator’s staff may admit more than the limit.',
};

/** The offer says nothing of earlier days, and has no parameters of them. */
export const FIRST = offerRevisions[0]?.effectiveFrom ?? '';

export const liabilityRoutes = ({ lives: { database } }: Platform): Route[] => [
  route({
    method: 'get',
    path: '/v1/accounts/{id}/liability',
    operation: 'readAccountLiability',
    summary:
      'The most that the operator answers for to the account on a day (6.2): what was paid in the months before, each payment, and the cap',
    access: 'session',
    always: true,
    reads: 'account',
    params: z.strictObject({ id: lifeId }),
    query: z.strictObject({
      on: day
        .refine((date) => date >= FIRST, `Name a day from ${FIRST}: the offer is in force since then.`)
        .optional()
        .meta({ description: `The day of the event, from ${FIRST}. Default: today` }),
    }),
    answers: { 200: Liability },
    problems: ['not-found'],
    async handle({ params: { id }, query: { on = todayInAlmaty() }, session, language }) {
      const isOwn = id === session.account && session.kind !== 'staff';
      const isOthers = session.roles.includes('operator') && (await findAccount(database, id)) !== undefined;
      if (!isOwn && !isOthers) throw new Problem('not-found');
      const { from, to, months, cap, paid, atMost, addends, answered, left } = await liabilityOn(database, await readParameters(database), {
        account: id,
        on,
      });
      return {
        body: {
          ...{ from, to, months, cap: money(String(cap)), paid: money(String(paid)), atMost: money(String(atMost)) },
          answered: answered.map((each) => presentAnswered({ ...each, amount: String(each.amount) })),
          left: money(String(left)),
          addends: addends.map((each) => ({
            ...presentPaid({ ...each, amount: String(each.amount) }, language),
            at: each.at.toISOString(),
          })),
          ...{ clause: '6.2' as const, words: WORDS[language] },
        },
      };
    },
  }),
];
