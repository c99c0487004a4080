/** The file of a tax invoice, from the record of its invoice and the requisites that both sides have. */
import type { Sequelize } from 'sequelize';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import type { Registered, TaxInvoiceContext } from '../../charts/tax-invoice/types.ts';
import { lineInWords } from '../../documents/billing/facts.ts';
import type { TaxInvoiceFacts } from '../../documents/billing/tax-invoice.ts';
import { taxInvoiceXml } from '../../documents/billing/tax-invoice.ts';
import { operatorOn } from '../../documents/operator.ts';
import { taxInvoiceLife } from '../../lives/ids.ts';
import { findAccount } from '../../models/stores/account.ts';
import { linesOf } from '../../models/stores/invoice.ts';
import { contextsOf } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { numberAt } from '../../rules/parameters.ts';
import { taxInvoiceNumber } from '../../rules/tax-invoices.ts';
import { endOfDay } from '../../rules/working-days.ts';
import { Problem, ruleOf } from '../errors.ts';
import type { Asked } from '../route.ts';

/** What a credit note changes, as one line. */
const creditLine = (paper: string, number: string): string =>
  `Уменьшение вознаграждения по счёту № ${number}, корректировочный счёт № ${paper}`;

/** The one that a file refers to: the one that it corrects, or the one of the services that a credit note lowers. */
interface Related {
  nth: number;
  registered: readonly Registered[];
}

/**
 * One that counts already is corrected by the file; one that was annulled or never registered is issued by it.
 * @throws 410 once the customer's data are erased, and 422 for a credit note while the one that it follows has no number
 */
export async function taxInvoiceFile(
  { lives: { database }, operatorEntity }: Pick<Platform, 'lives' | 'operatorEntity'>,
  { parent, nth, paper, amount, turnoverOn, registered, annulledOn }: TaxInvoiceContext,
  { session, language }: Pick<Asked, 'session' | 'language'>,
): Promise<string> {
  const first = taxInvoiceLife(parent, 1);
  const [invoices, firsts, parameters, issuer] = await Promise.all([
    contextsOf<InvoiceContext>(database, [parent]),
    contextsOf<TaxInvoiceContext>(database, [first]),
    readParameters(database),
    findAccount(database, session.account),
  ]);
  const invoice = invoices.get(parent) as InvoiceContext;
  const ofServices = firsts.get(first) as TaxInvoiceContext;
  const customer = await partyOfPaper(database, invoice.customer as string, { at: endOfDay(turnoverOn) });
  if (customer === null) throw new Problem('erased');
  const isCredit = nth > 1;
  if (isCredit && (ofServices.registered.length === 0 || ofServices.annulledOn !== undefined))
    throw new Problem('rule-refused', ruleOf('firstIsRegistered', language));

  const corrects = registered.length > 0 && annulledOn === undefined;
  const issued = isCredit ? 'additional' : 'ordinary';
  const follows: Related | null = isCredit ? { nth: 1, registered: ofServices.registered } : null;
  return taxInvoiceXml({
    kind: corrects ? 'corrected' : issued,
    number: taxInvoiceNumber(paper, nth, registered.length),
    issuedOn: todayInAlmaty(),
    turnoverOn,
    issuer: issuer?.name ?? operatorEntity.name,
    related: relatedTo(paper, corrects ? { nth, registered } : follows),
    act: { number: paper, date: turnoverOn },
    // The tax is that of the day on which the services were charged, also for what a credit takes off them.
    operator: operatorOn(operatorEntity, parameters, invoice.drawnOn),
    customer,
    lines: isCredit ? [{ name: creditLine(paper, invoice.number), amount }] : await feesOf(database, parent),
    vatRate: numberAt(parameters, 'vatRateBasisPoints', invoice.drawnOn),
  });
}

function relatedTo(paper: string, of: Related | null): TaxInvoiceFacts['related'] {
  const last = of?.registered.at(-1);
  if (of === null || last === undefined) return null;
  return { number: taxInvoiceNumber(paper, of.nth, of.registered.length - 1), date: last.on, registration: last.registration };
}

/** The fees as the act of services lists them. */
const feesOf = async (database: Sequelize, invoice: string): Promise<TaxInvoiceFacts['lines']> =>
  (await linesOf(database, invoice)).map(({ task_number: task, charged_at, period, principal, claim }) => ({
    name: lineInWords({ task, period, amount: principal, at: charged_at.toISOString(), claim }).ru,
    amount: principal,
  }));
