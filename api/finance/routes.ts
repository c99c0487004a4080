/** The figures of a day for the operator's finance: revenue, money held, what is owed and to be paid, from the ledger. */
import { z } from 'zod';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { requireRole, staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { financeAsCsv, financeOn } from './figures.ts';
import { Finance, FinanceQuery } from './schema.ts';

const FINANCE = staff('ordinary', 'finance');

export function financeRoutes({ lives }: Pick<Platform, 'lives'>): Route[] {
  /** @throws 403 for all but the finance */
  const figures = ({ session, query: { on } }: { session: Session; query: z.output<typeof FinanceQuery> }) => {
    staffOnly(session);
    requireRole(session, 'operator', FINANCE);
    return financeOn(lives, on ?? todayInAlmaty());
  };
  const common = { method: 'get', access: 'staff', query: FinanceQuery, problems: ['wrong-party', 'role-missing'] } as const;
  return [
    route({
      ...common,
      path: '/v1/operator/finance',
      operation: 'readFinance',
      summary:
        "For the operator's finance: revenue by tariff, money held and in transit, social payments due, aged receivables with penalties, of a day",
      answers: { 200: Finance },
      handle: async (asked) => ({ body: await figures(asked) }),
    }),
    route({
      ...common,
      path: '/v1/operator/finance.csv',
      operation: 'readFinanceFile',
      summary: 'The same figures as a table for a spreadsheet: UTF-8, semicolons, decimal commas',
      answers: { 200: z.string() },
      contentType: 'text/csv; charset=utf-8',
      async handle(asked) {
        const found = await figures(asked);
        return {
          body: Buffer.from(financeAsCsv(found, asked.language)),
          headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="finance-${found.on}.csv"` },
        };
      },
    }),
  ];
}
