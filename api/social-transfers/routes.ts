/** The monthly transfers of social payments (3.4): for the operator's staff. Finance records what the bank did. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { restOf, unpaidOf } from '../../charts/social-transfer/chart.ts';
import type { PaidOrder, SocialTransferContext } from '../../charts/social-transfer/types.ts';
import { socialTransferLife } from '../../lives/ids.ts';
import { registerHash } from '../../lives/social-register.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { PersonsLine } from '../../models/stores/social-transfer.ts';
import { collectedSoFar, listTransfers, registerLines, withheldUntil } from '../../models/stores/social-transfer.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { SocialOrderToPrint } from '../../rules/social-order.ts';
import { socialOrderAsMessage, socialOrderNumber, socialOrdersAsCsv, socialPayeeOn } from '../../rules/social-order.ts';
import type { TransferLine } from '../../rules/social-transfer.ts';
import { linesDue, registerAsCsv, registerOfLines } from '../../rules/social-transfer.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { Problem, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { money, month } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import { pageOf } from '../resource/schema.ts';
import { look, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { COMMANDS, FINANCE, Overpaid, Register, SocialTransferFacts, TransferFile } from './schema.ts';
import { standsInRegister } from './stands-in-register.ts';
import { RETURN_WORDS } from './words.ts';

interface ReturnBody {
  component: Component;
  contractor: string;
  amount: number;
}

const present = (context: SocialTransferContext, { language }: { language: Language }) => ({
  month: context.month,
  dueOn: context.dueOn,
  persons: context.persons,
  register: context.register,
  orders: COMPONENTS.filter((component) => context.totals[component] !== '0').map((component) => ({
    ...{ component, paperNumber: socialOrderNumber(context.month, component), code: context.codes[component] },
    ...{ amount: money(context.totals[component]), paid: paidAs(context.paid[component]) },
  })),
  rest: money(restOf(context)),
  returned: context.returned.map(({ inflow = null, ...each }) => ({ ...each, amount: money(each.amount), inflow })),
  sentBack: context.sentBack.map(({ component, amount, paidOn, reason, inflow }) => ({
    ...{ component, amount: money(amount), on: paidOn, reason, words: RETURN_WORDS[reason][language], inflow },
  })),
  links: {
    register: `/v1/social-transfers/${context.month}/register`,
    file: unpaidOf(context).length === 0 ? null : `/v1/social-transfers/${context.month}/file`,
  },
});
const paidAs = (paid: PaidOrder | undefined) =>
  paid === undefined ? null : { order: paid.order, on: paid.on, outflow: paid.outflow ?? null };

const presentLine = ({ account, component, amount }: TransferLine) => ({ contractor: account, component, amount: money(String(amount)) });

const RESOURCE: Resource<SocialTransferContext> = {
  kind: 'social-transfer',
  path: 'social-transfers',
  id: month,
  type: lifeTypes['social-transfer'],
  commands: COMMANDS,
  conditions(name, body, { row }) {
    if (name !== 'recordReturned') return [];
    const { component, contractor, amount } = body as unknown as ReturnBody;
    return [standsInRegister({ transfer: row.id, account: contractor, component }, BigInt(amount))];
  },
  facts: SocialTransferFacts,
  present,
};

export function socialTransferRoutes(platform: Platform): Route[] {
  const { lives, operatorEntity } = platform;
  const { database } = lives;
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

  /** The register as it was collected, and the transfer. @throws if it is not the one that the chain pins: nobody pays by another */
  async function collected(row: LifeRow) {
    const { context } = row.snapshot as { context: SocialTransferContext };
    const lines = await registerLines(database, row.id);
    if (registerHash(lines) !== context.register) throw new Error(`the register of ${row.id} is not the one that its chain pins`);
    return { context, lines };
  }
  const shownLine = (line: PersonsLine) => ({ ...presentLine(line), iin: line.iin, name: line.name });

  const register = route({
    method: 'get',
    reads: 'list',
    path: '/v1/social-transfers/{id}/register',
    operation: 'readSocialTransferRegister',
    summary: "For the operator's staff: the register of a transfer as it was collected (3.4)",
    access: 'staff',
    params: z.strictObject({ id: month }),
    query: z.strictObject({ component: z.enum(COMPONENTS).optional().meta({ description: 'Only the lines of this payment order' }) }),
    answers: { 200: Register },
    problems: [],
    async handle({ params: { id }, query: { component }, session }) {
      const { row } = await look(view, socialTransferLife(id), session);
      const { context, lines } = await collected(row);
      const asked = lines.filter((line) => component === undefined || line.component === component);
      return {
        body: {
          ...{ month: context.month, register: context.register, items: asked.map(shownLine) },
          csv: registerAsCsv(registerOfLines(asked, context.codes), context.month),
        },
      };
    },
  });

  const file = route({
    method: 'get',
    reads: 'list',
    path: '/v1/social-transfers/{id}/file',
    operation: 'readSocialTransferFile',
    summary: "For the operator's finance: the payment orders of what is not transferred yet, as the bank takes them, dated today (3.4)",
    access: 'staff',
    params: z.strictObject({ id: month }),
    answers: { 200: TransferFile },
    problems: ['role-missing', 'step-up-needed', 'rule-refused'],
    async handle({ params: { id }, session, language }) {
      const { row } = await look(view, socialTransferLife(id), session);
      requireRole(session, 'operator', FINANCE);
      const { context, lines } = await collected(row);
      const { bank, name, bin } = operatorEntity;
      const unpaid = unpaidOf(context);
      if (unpaid.length === 0) throw new Problem('rule-refused', ruleOf('transferIsUnpaid', language, '3.4'));
      if (bank === null) throw new Problem('rule-refused', ruleOf('operatorBankIsNamed', language, '3.4'));
      const items = lines.filter(({ component }) => unpaid.includes(component));
      // The bank needs whom it pays for; what was erased is nowhere any more.
      if (items.some(({ iin }) => iin === '')) throw new Problem('not-found');
      const [parameters, on] = [await readParameters(database), todayInAlmaty()];
      const orders = unpaid.map((component): SocialOrderToPrint => {
        const persons = registerOfLines(
          items.filter((line) => line.component === component),
          context.codes,
        );
        return {
          ...{ component, month: context.month, on, payer: { ...bank, name, bin }, payee: socialPayeeOn(parameters, component, on) },
          ...{ purposeCode: context.codes[component], lines: persons },
        };
      });
      return {
        body: {
          ...{ month: context.month, on, total: money(restOf(context)), items: items.map(shownLine), csv: socialOrdersAsCsv(orders) },
          orders: orders.map((order) => ({
            ...{ component: order.component, paperNumber: socialOrderNumber(context.month, order.component) },
            ...{ count: order.lines.length, total: money(context.totals[order.component]), message: socialOrderAsMessage(order) },
          })),
        },
      };
    },
  });

  return [list, register, file, ...lifeRoutes(platform, RESOURCE)];
}
