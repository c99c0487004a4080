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
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** The dated parameter of each payment purpose code (КНП). A code has three digits. */
const CODES = { opv: 'knpOpv', opvr: 'knpOpvr', so: 'knpSo', vosms: 'knpVosms' } as const satisfies Record<Component, string>;

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

/** The civil date of a month (`YYYY-MM`) on which the transfer is due: so many days into the next month, moved back to a working day. */
export function transferDueOn(month: string, rows: readonly Parameter[], calendar: Calendar): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  const due = `${first.slice(0, 8)}${String(numberAt(rows, 'socialTransferDay', first)).padStart(2, '0')}`;
  return isWorkingDay(due, calendar) ? due : addWorkingDays(due, -1, calendar);
}

/** The payment purpose code of a component on a civil date. */
export const codeOf = (rows: readonly Parameter[], component: Component, day: string): string =>
  String(numberAt(rows, CODES[component], day)).padStart(3, '0');

/** The lines of a register, by person and then by component. What came to nothing is left out. Accounts of one person (IIN) are one. */
export function registerOf(given: readonly PersonsMonth[], rows: readonly Parameter[], day: string): RegisterLine[] {
  const persons = [...Map.groupBy(given, ({ iin }) => iin).entries()].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return persons.flatMap(([iin, months]) =>
    COMPONENTS.flatMap((component) => {
      const amount = months.reduce((sum, { components }) => sum + components[component], 0n);
      const { name = '' } = months[0] ?? {};
      return amount === 0n ? [] : [{ iin, name, component, code: codeOf(rows, component, day), amount }];
    }),
  );
}

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
