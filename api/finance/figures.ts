/** The figures of a day for the finance, and the same as a table. */
import type { z } from 'zod';
import { debtOf } from '../../charts/invoice/balance.ts';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { Lives } from '../../lives/lives.ts';
import type { OwedRow } from '../../models/stores/finance.ts';
import { balancesAt, incomeUntil, owedAt, socialUntil, spentUntil } from '../../models/stores/finance.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { accountKinds } from '../../rules/account-kinds.ts';
import type { Aged, OwedItem, SocialMonth } from '../../rules/aged-receivables.ts';
import { AGES, aged, payableByMonth } from '../../rules/aged-receivables.ts';
import { BYTE_ORDER_MARK, csvLine, sumCell } from '../../rules/csv.ts';
import { plainPercent } from '../../rules/money.ts';
import { balanceOf } from '../../rules/penalty.ts';
import { transferDueOn } from '../../rules/social-transfer.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { money } from '../resource/fields.ts';
import type { Finance } from './schema.ts';

type Figures = z.output<typeof Finance>;

const tiyn = (amount: bigint) => money(String(amount));
const sumOf = (amounts: readonly (bigint | string)[]): bigint => amounts.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
const beginOf = (day: string): string => endOfDay(addCalendarDays(day, -1));

/** An invoice as it stood on a civil date: sent by then or not, with the credits until then. */
function invoiceOn({ sentOn, credits, ...context }: InvoiceContext, on: string): Pick<OwedItem, 'dueOn' | 'penalty'> {
  if (sentOn === undefined || sentOn > on) return { penalty: 0n };
  const debt = debtOf({ ...context, sentOn, credits: credits.filter((credit) => credit.on <= on) });
  return { dueOn: context.dueOn, penalty: balanceOf(debt, on).penaltyOwed };
}

const itemOn = ({ customer, amount, invoice, due_on }: OwedRow, on: string): OwedItem => ({
  ...{ customer, amount: BigInt(amount) },
  ...(invoice === null ? { dueOn: due_on ?? undefined, penalty: 0n } : invoiceOn(invoice, on)),
});

const presentAged = ({ total, penalty, ...ages }: Aged) => ({
  ...(Object.fromEntries(AGES.map((age) => [age, tiyn(ages[age])])) as Record<(typeof AGES)[number], ReturnType<typeof money>>),
  ...{ total: tiyn(total), penalty: tiyn(penalty) },
});

export async function financeOn({ database, calendar }: Pick<Lives, 'database' | 'calendar'>, on: string): Promise<Figures> {
  const until = endOfDay(on);
  const since = { year: beginOf(`${on.slice(0, 4)}-01-01`), month: beginOf(`${on.slice(0, 7)}-01`), until };
  const [balances, owed, income, fees, withheld, parameters] = await Promise.all([
    balancesAt(database, until, ['provider', 'in-transit/payouts', 'advance', 'suspense', 'outgoing']),
    owedAt(database, until, on),
    incomeUntil(database, since),
    spentUntil(database, 'spent/fees', since),
    socialUntil(database, until),
    readParameters(database),
  ]);
  const of = (kind: string) => balances.filter((each) => each.kind === kind);
  const items = owed.map((row) => itemOn(row, on));
  const payable = [...Map.groupBy(withheld, ({ code }) => code).values()].flatMap((rows) =>
    payableByMonth(rows.map((row): SocialMonth => ({ month: row.month, withheld: BigInt(row.withheld), settled: BigInt(row.settled) }))),
  );
  const byMonth = [...Map.groupBy(payable, ({ month }) => month)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    on,
    revenue: {
      lines: income.map(({ kind, rate, per_month, month, year }) => ({
        ...{ kind, rate, perMonth: per_month === null ? null : money(per_month) },
        ...{ month: money(month), year: money(year) },
      })),
      month: tiyn(sumOf(income.map(({ month }) => month))),
      year: tiyn(sumOf(income.map(({ year }) => year))),
    },
    providerFees: { month: money(fees.month), year: money(fees.year) },
    heldByProvider: of('provider').map(({ code, posted }) => ({ provider: code.slice('provider/'.length), amount: tiyn(-BigInt(posted)) })),
    payoutsInTransit: tiyn(sumOf(of('in-transit/payouts').flatMap(({ posted, pending }) => [posted, pending]))),
    socialPayable: {
      byDueDay: byMonth.map(([month, parts]) => ({
        ...{ dueOn: transferDueOn(month, parameters, calendar(until)), month },
        amount: tiyn(sumOf(parts.map(({ amount }) => amount))),
      })),
      total: tiyn(sumOf(payable.map(({ amount }) => amount))),
    },
    receivables: {
      total: presentAged(aged(items, on)),
      customers: [...Map.groupBy(items, ({ customer }) => customer)].map(([customer, own]) => ({
        customer,
        ...presentAged(aged(own, on)),
      })),
    },
    advances: tiyn(sumOf(of('advance').map(({ posted }) => posted))),
    suspense: tiyn(sumOf(of('suspense').map(({ posted }) => posted))),
    outgoing: tiyn(-sumOf(of('outgoing').map(({ posted }) => posted))),
  };
}

const HEAD: Record<Language, string[]> = {
  kk: ['Көрсеткіш', 'Не бойынша', 'Сома, теңге'],
  ru: ['Показатель', 'По чему', 'Сумма, тенге'],
  en: ['Figure', 'Of what', 'Sum, tenge'],
};
const WORDS = {
  day: said('Күні', 'На дату', 'On the day'),
  month: said('Ай басынан берілген кіріс', 'Доход с начала месяца', 'Revenue since the beginning of the month'),
  year: said('Жыл басынан берілген кіріс', 'Доход с начала года', 'Revenue since the beginning of the year'),
  sinceMonth: said('ай басынан бері', 'с начала месяца', 'since the beginning of the month'),
  sinceYear: said('жыл басынан бері', 'с начала года', 'since the beginning of the year'),
  commission: said('комиссия', 'комиссия', 'commission'),
  subscription: said('абоненттік төлем', 'абонентская плата', 'subscription'),
  extra: said('қосымша қызметтер', 'дополнительные услуги', 'paid extras'),
  credited: said('азайтылған шоттар', 'уменьшение счетов', 'credit notes'),
  all: said('барлығы', 'всего', 'in all'),
  notDue: said('мерзімі келмеген', 'срок не наступил', 'not due'),
  upTo30: said('1–30 күн', '1–30 дней', '1–30 days'),
  upTo60: said('31–60 күн', '31–60 дней', '31–60 days'),
  upTo90: said('61–90 күн', '61–90 дней', '61–90 days'),
  over90: said('90 күннен астам', 'свыше 90 дней', 'over 90 days'),
  penalty: said('есептелген төленбеген өсімпұл', 'начисленная неоплаченная пеня', 'penalty accrued and not paid'),
} satisfies Record<string, Localized>;
const AGED = [...AGES, 'penalty'] as const;

/** As spreadsheets in Kazakhstan open it: UTF-8 with its mark, semicolons, decimal commas. */
export function financeAsCsv(figures: Figures, language: Language): string {
  const tenge = ({ amount }: { amount: number }): string => sumCell(String(amount));
  const name = (kind: string): string => accountKinds.find(({ prefix }) => prefix === kind)?.name[language] ?? kind;
  const { revenue, providerFees, heldByProvider, payoutsInTransit, socialPayable, receivables, advances, suspense, outgoing } = figures;
  const word = (of: keyof typeof WORDS): string => WORDS[of][language];
  const lines = (['month', 'year'] as const).flatMap((span) => [
    ...revenue.lines.map((line) => {
      const at = line.rate === null ? (line.perMonth === null ? '' : tenge(line.perMonth)) : `${plainPercent(line.rate)} %`;
      return [word(span), [word(line.kind), at].filter((each) => each !== '').join(', '), tenge(line[span])];
    }),
    [word(span), word('all'), tenge(revenue[span])],
  ]);
  const owed = [{ customer: word('all'), ...receivables.total }, ...receivables.customers].flatMap((row) =>
    AGED.map((age) => [`${name('receivable')}: ${word(age)}`, row.customer, tenge(row[age])]),
  );
  const rows = [
    [word('day'), figures.on, ''],
    ...lines,
    [name('spent/fees'), word('sinceMonth'), tenge(providerFees.month)],
    [name('spent/fees'), word('sinceYear'), tenge(providerFees.year)],
    ...heldByProvider.map(({ provider, amount }) => [name('provider'), provider, tenge(amount)]),
    [name('in-transit/payouts'), word('all'), tenge(payoutsInTransit)],
    ...socialPayable.byDueDay.map(({ dueOn, amount }) => [name('social'), dueOn, tenge(amount)]),
    [name('social'), word('all'), tenge(socialPayable.total)],
    ...owed,
    [name('advance'), word('all'), tenge(advances)],
    [name('suspense'), word('all'), tenge(suspense)],
    [name('outgoing'), word('all'), tenge(outgoing)],
  ];
  return `${BYTE_ORDER_MARK}${[HEAD[language], ...rows].map(csvLine).join('')}`;
}
