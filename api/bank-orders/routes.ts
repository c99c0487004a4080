/** Payment orders to the operator's bank (5.2): one of the finance makes one of the payouts that wait, another releases it, and both may take its file. */
import { z } from 'zod';
import type { BankOrderContext } from '../../charts/bank-order/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { orderHash } from '../../lives/bank-order.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, localIdOf } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { kindsOf } from '../../models/stores/account.ts';
import type { Line } from '../../models/stores/bank-order.ts';
import { freeAtBank, linesOf, listOrders, queuedPayouts, waitingForOrder } from '../../models/stores/bank-order.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { recipientOf } from '../../models/stores/payout-details.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { OrderedPayout } from '../../rules/bank-order.ts';
import { orderAsCsv, orderAsRegister } from '../../rules/bank-order.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf } from '../resource/outcome.ts';
import { lifeId, publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { Money, pageOf } from '../resource/schema.ts';
import { look, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { BankOrderFacts, COMMANDS, FINANCE, OrderFile } from './schema.ts';

/** More wait for the next order. */
const MOST_LINES = 500;

/** `payout/<task>/<n>` pays for the task; what a debt pays has one more number. */
const taskOf = (payout: string): string | null => {
  const [task = null, ...more] = localIdOf(payout).split('/');
  return more.length === 1 ? task : null;
};

/** The bank account covers all orders that the bank has or is about to get. */
const moneyIsAtBank: Precondition = async (transaction) => ((await freeAtBank(transaction)) < 0n ? refusalBy('moneyIsAtBank') : undefined);

export function bankOrderRoutes(platform: Platform): Route[] {
  const { lives, dispatch, operatorEntity } = platform;
  const { database } = lives;

  const resource: Resource<BankOrderContext> = {
    kind: 'bank-order',
    path: 'bank-orders',
    type: lifeTypes['bank-order'],
    commands: COMMANDS,
    partyIn: (_, session) => (session.roles.includes('operator') ? 'operator' : undefined),
    conditions: (name) => (name === 'release' ? [moneyIsAtBank] : []),
    facts: BankOrderFacts,
    async present({ payouts, number, lines, total, hash }, { id }) {
      return {
        ...{ paperNumber: number ?? null, asked: payouts.length, count: lines ?? null },
        ...{ total: total === undefined ? null : money(total), hash: hash ?? null },
        lines: (await linesOf(database, id)).map(({ nth, payout, amount, state }) => ({
          ...{ nth, payout: publicId(payout), task: taskOf(payout), amount: money(amount), state },
        })),
      };
    },
  };
  const view = snapshotView(platform, resource);

  const make = route({
    method: 'post',
    path: '/v1/bank-orders',
    operation: 'makeBankOrder',
    summary:
      "For the operator's finance: make a payment order of the payouts that wait longest, as far as the bank account covers them (5.2). What is withheld is reckoned today",
    access: 'staff',
    moves: true,
    body: z.strictObject({}),
    answers: { 201: view.answer },
    problems: ['wrong-party', 'role-missing', 'step-up-needed', 'rule-refused'],
    async handle({ session, language, key, request }) {
      staffOnly(session);
      requireRole(session, 'operator', FINANCE);
      const own = accountKey(session.account, key);
      const id = `bank-order/${idFrom('bank-order', own)}`;
      const queue = await queuedPayouts(database, await freeAtBank(database), MOST_LINES);
      const payouts = queue.flatMap(({ payout, fits }) => (fits ? [payout] : []));
      const committed = await commit(lives, {
        ...{ life: id, create: true, idempotencyKey: own, requestHash: request },
        ...{ type: 'make', by: 'operator', actor: session.actor },
        input: { payouts, until: endOfDay(todayInAlmaty()) },
        preconditions: [
          async () => (queue.length === 0 ? refusalBy('payoutsWait') : undefined),
          async () => (payouts.length === 0 ? refusalBy('moneyIsAtBank') : undefined),
        ],
      });
      dispatch(committed.updates);
      receiptOf(committed, lifeTypes['bank-order'], language);
      const seen = await look(view, id, session);
      const headers = committed.outcome === 'replayed' ? { 'Idempotent-Replayed': 'true' } : {};
      return { status: 201, headers, body: await view.show(seen, { session, language }) };
    },
  });

  const list = route({
    method: 'get',
    path: '/v1/bank-orders',
    operation: 'listBankOrders',
    summary: "For the operator's staff: the payment orders to the bank, the latest first, and what waits for one (5.2)",
    access: 'staff',
    query: z.strictObject({
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: {
      200: pageOf(view.answer).extend({
        waiting: z.object({ payouts: z.int(), sum: Money }).meta({ description: 'Payouts in the queue, before anything is withheld' }),
        free: Money.meta({ description: 'What of the bank account no order has claimed, by the books' }),
      }),
    },
    problems: ['wrong-party'],
    async handle({ query, session, language }) {
      staffOnly(session);
      const rows = await listOrders(database, query);
      const items = await Promise.all(rows.map((row) => view.show({ row, party: 'operator' }, { session, language })));
      const { payouts, sum } = await waitingForOrder(database);
      const next = rows.length === query.limit ? (rows.at(-1)?.number ?? null) : null;
      return { body: { items, next, waiting: { payouts, sum: money(sum) }, free: money(String(await freeAtBank(database))) } };
    },
  });

  /** Whom a line pays, by the details that were pinned. @throws if they were erased: the bank's copy is the operator's to keep */
  async function printed({ nth, account, details, amount }: Line, codes: { person: string; company: string }): Promise<OrderedPayout> {
    const [recipient, kinds] = await Promise.all([recipientOf(database, account, details), kindsOf(database, [account])]);
    if (recipient === undefined || !('iban' in recipient.to)) throw new Problem('not-found');
    const { to, name, identifier } = recipient;
    const beneficiaryCode = kinds.get(account) === 'company' ? codes.company : codes.person;
    return { nth: nth ?? 0, iban: to.iban, bic: to.bic, identifier, name, amount: BigInt(amount), beneficiaryCode };
  }

  const file = route({
    method: 'get',
    reads: 'list',
    path: '/v1/bank-orders/{id}/file',
    operation: 'readBankOrderFile',
    summary: "For the operator's finance: the file of a released payment order, as the bank takes it (5.2)",
    access: 'staff',
    params: z.strictObject({ id: lifeId }),
    answers: { 200: OrderFile },
    problems: ['role-missing', 'step-up-needed', 'rule-refused'],
    async handle({ params: { id }, session, language }) {
      const { row } = await look(view, `bank-order/${id}`, session);
      requireRole(session, 'operator', FINANCE);
      const { context } = row.snapshot as { context: BankOrderContext };
      const { number, hash, total = '0' } = context;
      const { bank } = operatorEntity;
      if (number === undefined || bank === null) throw new Problem('rule-refused', ruleOf('orderIsReleased', language));
      const lines = await linesOf(database, row.id);
      // Nobody pays by lines that are not those that were released.
      if (orderHash(lines) !== hash) throw new Error(`the lines of ${row.id} are not those that its chain pins`);
      const [parameters, day] = [await readParameters(database), civilDate(row.at.toISOString())];
      const code = (name: string): string => String(numberAt(parameters, name, day));
      const codes = { person: code('kbePerson'), company: code('kbeCompany') };
      const order = {
        ...{ number, on: day, payer: { ...bank, name: operatorEntity.name, bin: operatorEntity.bin }, purposeCode: code('knpPayout') },
        lines: await Promise.all(lines.map((line) => printed(line, codes))),
      };
      return {
        body: {
          ...{ number, count: lines.length, total: money(total) },
          items: lines.map(({ nth, account, payout, amount }) => ({
            ...{ nth: nth ?? 0, contractor: account, payout: publicId(payout), amount: money(amount) },
          })),
          ...{ csv: orderAsCsv(order), register: orderAsRegister(order) },
        },
      };
    },
  });

  return [make, list, file, ...lifeRoutes(platform, resource)];
}
