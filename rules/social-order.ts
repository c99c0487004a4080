/**
 * The payment orders of a month's social payments, as a bank takes them: one for each component, to the State corporation, with a list of the persons, after
 * the message MT102 of the national system. No bank has confirmed the form, and no accountant the payee and the codes. Sums are tiyn. Pure.
 */
import type { Payee, Payer, PaymentLine } from './bank-message.ts';
import { messageOf, nameField, orderFields, payeeFields, payerFields, paymentsAsCsv, sumField, totalOf } from './bank-message.ts';
import { readIdentifier } from './identifiers.ts';
import type { Parameter } from './parameters.ts';
import { numberAt, wordsAt } from './parameters.ts';
import type { RegisterLine } from './social-transfer.ts';
import type { Component } from './withholding.ts';
import { COMPONENTS } from './withholding.ts';

/**
 * What stands in the purpose, and comes back with the bank's statement: it names the month and the component. Without one: the month alone, if a bank debits
 * all of it as one sum.
 */
export const socialOrderNumber = (month: string, component?: Component): string =>
  component === undefined ? `SP-${month}` : `SP-${month}/${nthOf(component)}`;
/** The number of a component in all months. */
export const nthOf = (component: Component): number => COMPONENTS.indexOf(component) + 1;

/** What a component is called in a purpose, and its accounts among the dated parameters. */
const ORDERS = {
  opv: { name: 'Обязательные пенсионные взносы', iban: 'socialPayeeIbanOpv' },
  opvr: { name: 'Обязательные пенсионные взносы работодателя', iban: 'socialPayeeIbanOpvr' },
  so: { name: 'Социальные отчисления', iban: 'socialPayeeIbanSo' },
  vosms: { name: 'Взносы на обязательное социальное медицинское страхование', iban: 'socialPayeeIbanVosms' },
} as const satisfies Record<Component, object>;

/** The kind of a list, where it is known: `C` of pension contributions, `S` of social deductions. */
const LISTS: Partial<Record<Component, string>> = { opv: 'C', so: 'S' };

/** Whom the bank pays a component on a civil date. @throws RangeError if a parameter is missing on it */
export const socialPayeeOn = (rows: readonly Parameter[], component: Component, day: string): Payee => ({
  iban: wordsAt(rows, ORDERS[component].iban, day),
  bic: wordsAt(rows, 'socialPayeeBic', day),
  identifier: wordsAt(rows, 'socialPayeeBin', day),
  name: wordsAt(rows, 'socialPayeeName', day),
  beneficiaryCode: String(numberAt(rows, 'kbeSocialPayee', day)),
});

export interface SocialOrderToPrint {
  component: Component;
  /** `YYYY-MM` */
  month: string;
  /** The civil date on which the bank gets it. */
  on: string;
  payer: Payer;
  payee: Payee;
  /** КНП. */
  purposeCode: string;
  /** The persons of this component. */
  lines: readonly RegisterLine[];
}

const periodOf = (month: string): string => `${month.slice(5)}${month.slice(0, 4)}`;
const purposeOf = ({ component, month }: SocialOrderToPrint): string =>
  `${socialOrderNumber(month, component)} ${ORDERS[component].name} за ${month.slice(5)}.${month.slice(0, 4)}`;

/** The orders as a table of payments: each is one, whatever the number of its persons. */
export const socialOrdersAsCsv = (orders: readonly SocialOrderToPrint[]): string =>
  paymentsAsCsv(
    orders.map(
      (order): PaymentLine => ({
        ...order.payee,
        ...{ nth: nthOf(order.component), amount: totalOf(order.lines) },
        ...{ purposeCode: order.purposeCode, purpose: purposeOf(order) },
      }),
    ),
  );

/** The day of birth is read from the IIN. Of some foreigners it is in none. */
function bornOn(iin: string, today: string): string[] {
  const read = readIdentifier(iin, today);
  return 'kind' in read && read.kind === 'iin' && read.bornOn !== null ? [`/DT/${read.bornOn.replaceAll('-', '')}`] : [];
}

/** The message of one order: payer and payee once, and each person with the period and the sum. */
export function socialOrderAsMessage(order: SocialOrderToPrint): string {
  const { component, month, on, payer, payee, purposeCode, lines } = order;
  const list = LISTS[component];
  const person = ({ iin, name }: RegisterLine): string[] => [
    ...[...(list === undefined ? [] : [`/OPV/${list}`]), nameField(name), ...bornOn(iin, on), `/IDN/${iin}`, `/PERIOD/${periodOf(month)}`],
  ];
  const fields = [
    ...[`:20:${socialOrderNumber(month, component)}`, ...payerFields(payer), ...payeeFields(payee)],
    // A slash would end the number.
    ...[...orderFields(`${month}-${nthOf(component)}`, on), `/KNP/${purposeCode}`, '/PSO/01', '/PRT/05'],
    ...[`/COUNT/${lines.length}`, `/ASSIGN/${purposeOf(order)}`],
    ...lines.flatMap((line, index) => [`:21:${index + 1}`, `:32B:${sumField(line.amount)}`, `:70:${person(line).join('\r\n')}`]),
  ];
  return messageOf(fields, on, totalOf(lines));
}
