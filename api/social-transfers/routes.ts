/** The monthly transfers of social payments (3.4): for the operator's staff. Finance records what the bank did. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { restOf } from '../../charts/social-transfer/chart.ts';
import type { SocialTransferContext } from '../../charts/social-transfer/types.ts';
import { socialTransferLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { registerHash } from '../../lives/social-register.ts';
import { collectedSoFar, leftOfLine, listTransfers, registerLines, withheldUntil } from '../../models/stores/social-transfer.ts';
import type { Platform } from '../../platform.ts';
import type { TransferLine } from '../../rules/social-transfer.ts';
import { linesDue, registerAsCsv, registerOfLines } from '../../rules/social-transfer.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { refusalBy } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { money, month } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import { pageOf } from '../resource/schema.ts';
import { look, snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { COMMANDS, Overpaid, Register, SocialTransferFacts } from './schema.ts';

interface ReturnBody {
  component: Component;
  contractor: string;
  amount: number;
}

const present = (context: SocialTransferContext) => ({
  month: context.month,
  dueOn: context.dueOn,
  persons: context.persons,
  register: context.register,
  orders: COMPONENTS.filter((component) => context.totals[component] !== '0').map((component) => ({
    ...{ component, code: context.codes[component], amount: money(context.totals[component]), paid: context.paid[component] ?? null },
  })),
  rest: money(restOf(context)),
  returned: context.returned.map((each) => ({ ...each, amount: money(each.amount) })),
});

const presentLine = ({ account, component, amount }: TransferLine) => ({ contractor: account, component, amount: money(String(amount)) });

/** The account stands in the register with so much that has not come back. */
const standsInRegister =
  (transfer: string, { contractor, component, amount }: ReturnBody): Precondition =>
  async (transaction) =>
    (await leftOfLine(transaction, { transfer, account: contractor, component })) < BigInt(amount)
      ? refusalBy('standsInRegister')
      : undefined;

const RESOURCE: Resource<SocialTransferContext> = {
  kind: 'social-transfer',
  path: 'social-transfers',
  id: month,
  type: lifeTypes['social-transfer'],
  commands: COMMANDS,
  conditions: (name, body, { row }) => (name === 'recordReturned' ? [standsInRegister(row.id, body as unknown as ReturnBody)] : []),
  facts: SocialTransferFacts,
  present,
};

export function socialTransferRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const view = snapshotView(platform, RESOURCE);

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/social-transfers',
    operation: 'listSocialTransfers',
    summary:
      "For the operator's staff: the monthly transfers of social payments, the latest month first, and what was transferred too much (3.4)",
    access: 'staff',
    query: z.strictObject({
      limit: wholeNumber(1, 100).default(20),
      after: month.optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: pageOf(view.answer).extend({ overpaid: Overpaid }) },
    problems: ['wrong-party'],
    async handle({ query, session, language }) {
      staffOnly(session);
      const rows = await listTransfers(database, query);
      const items = await Promise.all(rows.map((row) => view.show({ row, party: 'operator' }, { session, language })));
      const { overpaid } = linesDue(await withheldUntil(database), await collectedSoFar(database));
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      const next = last === undefined ? null : (last.snapshot as { context: SocialTransferContext }).context.month;
      return { body: { items, next, overpaid: overpaid.map(presentLine) } };
    },
  });

  const register = route({
    method: 'get',
    reads: 'list',
    path: '/v1/social-transfers/{id}/register',
    operation: 'readSocialTransferRegister',
    summary: "For the operator's staff: the register of a transfer as it was collected, with the file of each payment order (3.4)",
    access: 'staff',
    params: z.strictObject({ id: month }),
    query: z.strictObject({ component: z.enum(COMPONENTS).optional().meta({ description: 'Only the lines of this payment order' }) }),
    answers: { 200: Register },
    problems: [],
    async handle({ params: { id }, query: { component }, session }) {
      const { row } = await look(view, socialTransferLife(id), session);
      const { context } = row.snapshot as { context: SocialTransferContext };
      const lines = await registerLines(database, row.id);
      // Nobody pays by a register that is not the one that was collected.
      if (registerHash(lines) !== context.register) throw new Error(`the register of ${row.id} is not the one that its chain pins`);
      const asked = lines.filter((line) => component === undefined || line.component === component);
      return {
        body: {
          ...{ month: context.month, register: context.register },
          items: asked.map((line) => ({ ...presentLine(line), iin: line.iin, name: line.name })),
          csv: registerAsCsv(registerOfLines(asked, context.codes), context.month),
        },
      };
    },
  });

  return [list, register, ...lifeRoutes(platform, RESOURCE)];
}
