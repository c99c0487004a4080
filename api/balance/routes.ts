/** What the platform's books say of the caller's account: balances now, and a statement of a period. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { balancesOf, statementOf } from '../../models/stores/account-statement.ts';
import type { Platform } from '../../platform.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { money } from '../resource/fields.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { Balance, periodQuery, Statement } from './schema.ts';
import { asCsv, asJson, bookOf } from './statement.ts';

export const balanceRoutes = ({ lives: { database } }: Platform): Route[] => {
  const entriesOf = (account: string, { from, to }: z.output<typeof periodQuery>) =>
    statementOf(database, account, endOfDay(addCalendarDays(from, -1)), endOfDay(to));
  return [
    route({
      method: 'get',
      path: '/v1/balance',
      operation: 'readBalance',
      summary: 'What the books keep for the caller, owe the caller and are owed by the caller',
      access: 'session',
      always: true,
      answers: { 200: Balance },
      problems: [],
      async handle({ session, language }) {
        const rows = await balancesOf(database, session.account);
        const accounts = rows.map(({ code, balance, coming, going }) => {
          const { book, sum, isAsset } = bookOf(code, language);
          const [grows, falls] = isAsset ? [going, coming] : [coming, going];
          return { ...book, balance: sum(balance), coming: money(grows), going: money(falls) };
        });
        return { body: { accounts } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statement',
      operation: 'readAccountStatement',
      summary: 'The statement of the caller’s account for a period: each entry with its reason, opening and closing balances',
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: Statement },
      problems: [],
      async handle({ session, language, query }) {
        return {
          body: Readable.from(asJson(entriesOf(session.account, query), query, language)),
          headers: { 'Content-Type': 'application/json' },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statement.csv',
      operation: 'readAccountStatementFile',
      summary: 'The same statement as a file for a spreadsheet: UTF-8, semicolons, decimal commas',
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: z.string() },
      contentType: 'text/csv; charset=utf-8',
      problems: [],
      async handle({ session, language, query }) {
        const name = `statement-${query.from}-${query.to}.csv`;
        return {
          body: Readable.from(asCsv(entriesOf(session.account, query), query, language)),
          headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` },
        };
      },
    }),
  ];
};
