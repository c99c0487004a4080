/** A month of the books as the finance read it: what is closed, what may still change, and what stands in the way. */
import type { Sequelize } from 'sequelize';
import type { z } from 'zod';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { MonthTotals } from '../../charts/month/types.ts';
import { hashOf } from '../../lives/hashing.ts';
import { monthKey, pathOf } from '../../lives/ids.ts';
import { closingsOf, monthFigures, openMatters, revenueOf, totalsOf } from '../../models/stores/month.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { accountKinds } from '../../rules/account-kinds.ts';
import type { Obstacle } from '../../rules/month-end.ts';
import { monthBounds, obstaclesTo } from '../../rules/month-end.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { money } from '../resource/fields.ts';
import type { Month } from './schema.ts';

/** The moments at which a month begins and ends, and the first days of it and of the next one. */
export function spanOf(month: string) {
  const { first, next } = monthBounds(month);
  const beginOf = (day: string) => endOfDay(addCalendarDays(day, -1));
  return { first, next, begins: beginOf(first), ends: beginOf(next) };
}

interface Words {
  words: Localized;
  href: string | null;
}
const WORDS: Record<Obstacle, Words> = {
  notOver: {
    words: said(
      'Ай әлі аяқталған жоқ. Оны келесі айдың екінші күнінен бастап, соңғы күннің банк үзінді көшірмесі енгізілгеннен кейін жабыңыз.',
      'Месяц ещё не окончен. Закройте его со второго дня следующего месяца, внеся выписку банка за последний день.',
      'The month is not over. Close it from the second day of the next month, after the bank’s statement of the last day was imported.',
    ),
    href: null,
  },
  suspense: {
    words: said(
      'Не үшін түскені белгісіз ақша бар: шотқа жатқызыңыз, аванс ретінде қалдырыңыз немесе қайтарыңыз.',
      'Есть поступления до выяснения: отнесите их на счета, оставьте авансом или верните.',
      'Money has come and is not known for what. Apply it to invoices, keep it as an advance, or send it back.',
    ),
    href: '/v1/operator/work?kind=matchInflow',
  },
  unbilled: {
    words: said(
      'Шотқа енгізілмеген сыйақы бар. Шоттар түнде жасалады: келесі күнді күтіңіз, Оператордың деректемелері көрсетілгенін тексеріңіз.',
      'Есть вознаграждение, не вошедшее в счета. Счета составляются ночью: дождитесь следующего дня и проверьте, что указаны реквизиты Оператора.',
      'Fees are no lines of invoices yet. Invoices are drawn at night: wait for the next day, and check that the requisites of the operator are set.',
    ),
    href: '/v1/fees?invoiced=false',
  },
  differences: {
    words: said(
      'Төлем ұйымдарымен салыстыруда ашық айырмашылықтар бар: себебін анықтап, жабыңыз.',
      'Есть открытые расхождения с платёжными организациями: выясните причину и закройте их.',
      'There are open differences with payment providers. Find out why, and close them.',
    ),
    href: '/v1/operator/differences',
  },
  notCompared: {
    words: said(
      'Төлем ұйымының тізілімі айдың соңына дейін салыстырылмаған. Салыстыру түнде жүреді, ол болмаса техникалық қызметке хабарлаңыз.',
      'Реестр платёжной организации не сверен до конца месяца. Сверка идёт ночью; если её не было, сообщите технической службе.',
      'The list of a payment provider was not compared to the end of the month. It is compared at night; tell the engineers if it was not.',
    ),
    href: '/v1/operator/differences',
  },
  ledgerFaults: {
    words: said(
      'Есеп кітаптарын тексеру қате тапты: техникалық қызметке дереу хабарлаңыз.',
      'Проверка книг учёта нашла ошибку: сразу сообщите технической службе.',
      'The check of the ledger has found a fault. Tell the engineers at once.',
    ),
    href: null,
  },
};

export const presentObstacles = (obstacles: readonly { kind: Obstacle; count: number }[], language: Language) =>
  obstacles.map(({ kind, count }) => ({ kind, count, words: WORDS[kind].words[language], href: WORDS[kind].href }));

const accountsOf = ({ accounts }: MonthTotals, language: Language) =>
  accounts.map(({ kind, opening, debits, credits, closing }) => {
    const known = accountKinds.find(({ prefix }) => prefix === kind);
    const growsByDebit = known?.nature === 'asset' || known?.nature === 'expense';
    const balance = (tiyn: string) => money(growsByDebit ? String(-BigInt(tiyn)) : tiyn);
    return {
      ...{ kind, name: known?.name[language] ?? kind, opening: balance(opening), closing: balance(closing) },
      ...{ debits: money(debits), credits: money(credits) },
    };
  });

export async function presentMonth(database: Sequelize, month: string, language: Language): Promise<z.output<typeof Month>> {
  const span = spanOf(month);
  const [closings, totals, matters, figures, revenue] = await Promise.all([
    closingsOf(database, monthKey(month)),
    totalsOf(database, month, span),
    openMatters(database, span),
    monthFigures(database, span.first, span.next),
    revenueOf(database, span),
  ]);
  const sha256 = hashOf(totals);
  const last = closings.at(-1);
  const { drawn, billed, unpaid, owed, suspense, in_transit } = figures;
  return {
    month,
    state: last?.state === 'closed' ? 'closed' : 'open',
    closings: closings.map(({ id }) => pathOf(id)),
    totals: sha256,
    agrees: last === undefined ? null : last.sha256 === sha256,
    accounts: accountsOf(totals, language),
    received: money(totals.received),
    revenue: revenue.map(({ rate, per_month, fees, sum }) => ({
      ...{ rate, perMonth: per_month === null ? null : money(per_month), fees, amount: money(sum) },
    })),
    invoices: { drawn: { count: drawn, amount: money(billed) }, unpaid: { count: unpaid, amount: money(owed) } },
    suspense: money(suspense),
    payoutsInTransit: money(in_transit),
    socialPayable: money(totals.accounts.find(({ kind }) => kind === 'social')?.closing ?? '0'),
    obstacles: presentObstacles(obstaclesTo(month, matters, todayInAlmaty()), language),
  };
}
