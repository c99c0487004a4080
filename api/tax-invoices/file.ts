/** The file of a tax invoice, from the record of its invoice and the requisites that both sides have. */
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import type { TaxInvoiceContext } from '../../charts/tax-invoice/types.ts';
import { lineInWords } from '../../documents/billing/facts.ts';
import { taxInvoiceXml } from '../../documents/billing/tax-invoice.ts';
import { operatorOn } from '../../documents/operator.ts';
import { taxInvoiceLife } from '../../lives/ids.ts';
import { findAccount } from '../../models/stores/account.ts';
import { linesOf } from '../../models/stores/invoice.ts';
import { contextsOf } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import type { Platform } from '../../platform.ts';
import { numberAt } from '../../rules/parameters.ts';
import { taxInvoiceNumber } from '../../rules/tax-invoices.ts';
import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { Problem, ruleOf } from '../errors.ts';
import type { Asked } from '../route.ts';

/** What a credit note changes, as one line. */
const creditLine = (paper: string, number: string): string =>
  `Уменьшение вознаграждения по счёту № ${number}, корректировочный счёт № ${paper}`;

/**
 * One that counts already is corrected by the file; one that was annulled or never registered is issued by it.
 * @throws 409 once the customer's data are erased, and 422 for a credit note while the one that it follows has no number
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
  const customer = await partyOfPaper(database, invoice.customer as string, { at: endOfDay(turnoverOn) });
  if (customer === null) throw new Problem('erased');
  const main = firsts.get(first) as TaxInvoiceContext;
  const [own, followed] = [registered.at(-1), main.registered.at(-1)];
  const corrects = own !== undefined && annulledOn === undefined;
  if (nth > 1 && (followed === undefined || main.annulledOn !== undefined))
    throw new Problem('rule-refused', ruleOf('firstIsRegistered', language));
  const of = corrects ? { registered, nth } : { registered: main.registered, nth: 1 };
  const counts = corrects ? own : followed;
  const lines = nth === 1 ? await linesOf(database, parent) : [];
  return taxInvoiceXml({
    kind: corrects ? 'corrected' : nth === 1 ? 'ordinary' : 'additional',
    number: taxInvoiceNumber(paper, nth, registered.length),
    issuedOn: civilDate(new Date().toISOString()),
    turnoverOn,
    issuer: issuer?.name ?? operatorEntity.name,
    related:
      (corrects || nth > 1) && counts !== undefined
        ? { number: taxInvoiceNumber(paper, of.nth, of.registered.length - 1), date: counts.on, registration: counts.registration }
        : null,
    act: { number: paper, date: turnoverOn },
    // The tax is that of the day on which the services were charged, also for what a credit takes off them.
    operator: operatorOn(operatorEntity, parameters, invoice.drawnOn),
    customer,
    lines:
      nth === 1
        ? lines.map(({ task_number, charged_at, period, principal }) => ({
            name: lineInWords({ task: task_number, period, amount: principal, at: charged_at.toISOString() }).ru,
            amount: principal,
          }))
        : [{ name: creditLine(paper, invoice.number), amount }],
    vatRate: numberAt(parameters, 'vatRateBasisPoints', invoice.drawnOn),
  });
}
