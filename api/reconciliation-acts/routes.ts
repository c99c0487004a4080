/** The reconciliation act of the operator with a customer, from the ledger: for the customer itself and for the finance, as JSON and as a paper (5.1). */
import { create } from 'content-disposition';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { reconciliationAct } from '../../documents/billing/reconciliation-act.ts';
import { operatorOn } from '../../documents/operator.ts';
import { findAccount } from '../../models/stores/account.ts';
import { mutualPostings } from '../../models/stores/mutual-account.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import type { Platform } from '../../platform.ts';
import type { MutualAccount } from '../../rules/mutual-account.ts';
import { mutualAccount } from '../../rules/mutual-account.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import { addCalendarDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import { periodQuery } from '../balance/schema.ts';
import { Problem } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { FILE_POLICY } from '../headers.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { drawPaper } from '../papers/draw-apart.ts';
import { money } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';
import { requireRole, staff } from '../roles.ts';
import type { Answer, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';

const Act = z
  .object({
    from: z.string(),
    to: z.string(),
    opening: Money.meta({ description: 'What the customer owed when the first day began. Negative: what the operator owed' }),
    lines: z.array(
      z.object({
        on: z.string().meta({ description: 'The day in Almaty on which it was booked' }),
        reason: z.string(),
        paper: z.string().nullable().meta({ description: 'The number of the invoice, credit note or calculation of the penalty' }),
        paidOn: z.string().nullable().meta({ description: 'The day on which money came, where it was booked on another' }),
        debit: Money.meta({ description: 'The customer owes more' }),
        credit: Money.meta({ description: 'The customer owes less' }),
      }),
    ),
    debits: Money,
    credits: Money,
    closing: Money.meta({ description: 'When the last day ended' }),
    inFavourOf: z.enum(['operator', 'customer']).nullable().meta({ description: 'Whom the closing balance is owed to' }),
  })
  .meta({ id: 'ReconciliationAct', description: 'What the operator charged and what was paid, from the ledger. Both days are included' });

type Period = z.output<typeof periodQuery>;

function present({ from, to }: Period, { opening, lines, debits, credits, closing }: MutualAccount, language: Language) {
  const sum = (tiyn: bigint) => money(String(tiyn));
  const owedTo = closing > 0n ? 'operator' : 'customer';
  return {
    ...{ from, to, opening: sum(opening), debits: sum(debits), credits: sum(credits), closing: sum(closing) },
    lines: lines.map((line) => ({
      ...{ on: line.on, reason: reasonOf(line.reason)[language], paper: line.paper, paidOn: line.paidOn },
      ...{ debit: sum(line.debit), credit: sum(line.credit) },
    })),
    inFavourOf: closing === 0n ? null : owedTo,
  } as const;
}

const FINANCE = staff('ordinary', 'finance');

export const reconciliationActRoutes = ({ lives: { database }, operatorEntity, publicUrl }: Platform): Route[] => {
  async function accountOf(account: string, { from, to }: Period): Promise<MutualAccount> {
    const { opening, rows } = await mutualPostings(database, account, endOfDay(addCalendarDays(from, -1)), endOfDay(to));
    const postings = rows.map(({ at, amount, paid_on, ...row }) => ({
      ...{ ...row, on: civilDate(at.toISOString()), amount: BigInt(amount), paidOn: paid_on },
    }));
    return mutualAccount(account, BigInt(opening), postings);
  }

  async function asPaper(account: string, period: Period): Promise<Answer> {
    const { from, to } = period;
    const at = new Date().toISOString();
    const drawnOn = civilDate(at);
    const [customer, parameters, settled] = await Promise.all([
      partyOfPaper(database, account, { at }),
      readParameters(database),
      accountOf(account, period),
    ]);
    const reference = idFrom('reconciliation-act', account, from, to, at);
    const operator = operatorOn(operatorEntity, parameters, drawnOn);
    const paper = reconciliationAct({ reference, drawnOn, from, to, operator, customer, account: settled });
    const name = create(`Акт сверки ${from} ${to}.pdf`, { fallback: `reconciliation-act-${from}-${to}.pdf` });
    return {
      headers: { 'Content-Disposition': name, 'Content-Security-Policy': FILE_POLICY },
      body: Buffer.from(await drawPaper({ paper, publicUrl })),
    };
  }

  /** @throws 403 for all but the finance, and 404 without such an account */
  async function requireAccount(id: string, session: Session): Promise<void> {
    staffOnly(session);
    requireRole(session, 'operator', FINANCE);
    if ((await findAccount(database, id)) === undefined) throw new Problem('not-found');
  }

  const own = { method: 'get', access: 'session', always: true, query: periodQuery, problems: [] } as const;
  const ofCustomer = {
    method: 'get',
    access: 'staff',
    reads: 'account',
    params: withId,
    query: periodQuery,
    problems: ['wrong-party', 'role-missing', 'not-found'],
  } as const;
  const json = { answers: { 200: Act } };
  const pdf = { answers: { 200: z.string() }, contentType: 'application/pdf' };

  return [
    route({
      ...own,
      ...json,
      path: '/v1/accounts/me/reconciliation-act',
      operation: 'readOwnReconciliationAct',
      summary:
        'The reconciliation act of the caller with the operator for a period: invoices, penalties, payments and balances, from the ledger (5.1)',
      async handle({ session: { account }, language, query }) {
        return { body: present(query, await accountOf(account, query), language) };
      },
    }),
    route({
      ...own,
      ...pdf,
      path: '/v1/accounts/me/reconciliation-act.pdf',
      operation: 'readOwnReconciliationActPaper',
      summary: 'The same act as a PDF in Kazakh and Russian, with places for both signatures',
      handle: ({ session: { account }, query }) => asPaper(account, query),
    }),
    route({
      ...ofCustomer,
      ...json,
      path: '/v1/operator/accounts/{id}/reconciliation-act',
      operation: 'readReconciliationAct',
      summary: "For the operator's finance: the reconciliation act with a customer for a period, from the ledger (5.1)",
      async handle({ params: { id }, session, language, query }) {
        await requireAccount(id, session);
        return { body: present(query, await accountOf(id, query), language) };
      },
    }),
    route({
      ...ofCustomer,
      ...pdf,
      path: '/v1/operator/accounts/{id}/reconciliation-act.pdf',
      operation: 'readReconciliationActPaper',
      summary: 'The same act as a PDF in Kazakh and Russian, with places for both signatures',
      async handle({ params: { id }, session, query }) {
        await requireAccount(id, session);
        return asPaper(id, query);
      },
    }),
  ];
};
