/**
 * The operator's transfer of what it withheld in a calendar month (tax code, art. 721; an accountant has to confirm term, form and codes): one payment for
 * each component, with a register that names each person. Sums are tiyn.
 */
import { csvLine, plainCell } from './csv.ts';
import type { Parameter } from './parameters.ts';
import { numberAt } from './parameters.ts';
import type { Component } from './withholding.ts';
import { COMPONENTS } from './withholding.ts';
import type { Calendar } from './working-days.ts';
import { addWorkingDays, firstOfNextMonth, isWorkingDay } from './working-days.ts';

/** The dated parameter of each payment purpose code (КНП). A code has three digits. */
const CODES = { opv: 'knpOpv', opvr: 'knpOpvr', so: 'knpSo', vosms: 'knpVosms' } as const satisfies Record<Component, string>;

/** What an account comes to, by component. */
export interface AccountsSums {
  account: string;
  components: Record<Component, bigint>;
}

/** What a register asks for of an account. */
export interface TransferLine {
  account: string;
  component: Component;
  amount: bigint;
}

/**
 * The lines of the next register: what was withheld in all months so far, less what stood in earlier registers. So a payout that was sent late is in it, and
 * one that came back after its month was transferred lowers it. A payment order has no negative lines: what a line does not cover is `overpaid`, and lowers
 * the registers after it.
 */
export function linesDue(
  withheld: readonly AccountsSums[],
  collected: readonly AccountsSums[],
): { lines: TransferLine[]; overpaid: TransferLine[] } {
  const [given, before] = [withheld, collected].map((sums) => new Map(sums.map(({ account, components }) => [account, components])));
  const accounts = [...new Set([...withheld, ...collected].map(({ account }) => account))].sort();
  const differences = accounts.flatMap((account) =>
    COMPONENTS.map((component) => ({
      ...{ account, component },
      amount: (given?.get(account)?.[component] ?? 0n) - (before?.get(account)?.[component] ?? 0n),
    })),
  );
  return {
    lines: differences.filter(({ amount }) => amount > 0n),
    overpaid: differences.filter(({ amount }) => amount < 0n).map((line) => ({ ...line, amount: -line.amount })),
  };
}

/** What was withheld from a person in the month. */
export interface PersonsMonth {
  iin: string;
  name: string;
  components: Record<Component, bigint>;
}

export interface RegisterLine {
  iin: string;
  name: string;
  component: Component;
  /** КНП. */
  code: string;
  amount: bigint;
}

/** A day of the month that follows a month (`YYYY-MM`), by its dated parameter. */
function dayAfterMonth(month: string, rows: readonly Parameter[], code: string): string {
  const first = firstOfNextMonth(month);
  return `${first.slice(0, 8)}${String(numberAt(rows, code, first)).padStart(2, '0')}`;
}

/** The civil date from which the register of a month is collected. */
export const collectedFrom = (month: string, rows: readonly Parameter[]): string => dayAfterMonth(month, rows, 'socialTransferCollectDay');

/** The civil date of a month (`YYYY-MM`) on which the transfer is due: so many days into the next month, moved back to a working day. */
export function transferDueOn(month: string, rows: readonly Parameter[], calendar: Calendar): string {
  const due = dayAfterMonth(month, rows, 'socialTransferDay');
  return isWorkingDay(due, calendar) ? due : addWorkingDays(due, -1, calendar);
}

/** The value for each component. */
export const ofEach = <Value>(make: (component: Component) => Value): Record<Component, Value> =>
  Object.fromEntries(COMPONENTS.map((component) => [component, make(component)])) as Record<Component, Value>;

/** The payment purpose codes on a civil date. */
export const codesOn = (rows: readonly Parameter[], day: string): Record<Component, string> =>
  ofEach((component) => String(numberAt(rows, CODES[component], day)).padStart(3, '0'));

/** The lines of a register, by person and then by component. What came to nothing is left out. Accounts of one person (IIN) are one. */
export function registerOf(given: readonly PersonsMonth[], codes: Record<Component, string>): RegisterLine[] {
  const persons = [...Map.groupBy(given, ({ iin }) => iin).entries()].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return persons.flatMap(([iin, months]) =>
    COMPONENTS.flatMap((component) => {
      const amount = months.reduce((sum, { components }) => sum + components[component], 0n);
      const { name = '' } = months[0] ?? {};
      return amount === 0n ? [] : [{ iin, name, component, code: codes[component], amount }];
    }),
  );
}

/** The register of lines that are kept. */
export const registerOfLines = (
  lines: readonly (TransferLine & { iin: string; name: string })[],
  codes: Record<Component, string>,
): RegisterLine[] =>
  registerOf(
    lines.map(({ iin, name, component, amount }) => ({ iin, name, components: { ...ofEach(() => 0n), [component]: amount } })),
    codes,
  );

const NAMES = { opv: 'ОПВ', opvr: 'ОПВР', so: 'СО', vosms: 'ВОСМС' } as const satisfies Record<Component, string>;

/** The register as CSV with semicolons, in tenge. */
export function registerAsCsv(lines: readonly RegisterLine[], month: string): string {
  const rows = lines.map(({ iin, name, component, code, amount }) => [
    iin,
    plainCell(name),
    NAMES[component],
    code,
    month,
    String(amount / 100n),
  ]);
  return [['ИИН', 'ФИО', 'Платёж', 'КНП', 'Период', 'Сумма, тенге'], ...rows].map(csvLine).join('');
}
