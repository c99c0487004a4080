/** Paid extras of contractors (3.3): ordered at the price that was seen, paid by card before they are drawn, and paid back if they cannot be. */
import { z } from 'zod';
import type { ExtraContext, OrderExtra } from '../../charts/extra/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { statesTagged } from '../../charts/state.ts';
import { operatorOn } from '../../documents/operator.ts';
import { EXTRAS, FREE_FOR_CONTRACTORS } from '../../documents/tariff-words.ts';
import { vatIn } from '../../documents/vat.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { holdUnproved } from '../../models/stores/account.ts';
import { hasExtraIn } from '../../models/stores/extra.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { extraPriceOn } from '../../models/stores/tariff.ts';
import type { Platform } from '../../platform.ts';
import { hoursAfter } from '../../rules/hours.ts';
import { numberAt } from '../../rules/parameters.ts';
import { EXTRA_CODES } from '../../rules/tariff.ts';
import { addCalendarDays, civilDate as dayOf } from '../../rules/working-days.ts';
import { papersAt } from '../documents/schema.ts';
import { Problem, ruleOf } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { beginForContractor } from '../resource/contractor-life.ts';
import { civilDate, money, tiyn } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { snapshotView } from '../resource/view.ts';
import { members } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const ORDER_ROLES = members('manager', 'accountant');
/** A longer period is two certificates. */
const MOST_DAYS = 366;
/** The states in which an order still waits for its payment or its paper. */
const AWAITED = statesTagged(lifeTypes.extra.chart, 'awaited');

const Order = z.strictObject({
  extra: z.enum(EXTRA_CODES),
  from: civilDate,
  to: civilDate.meta({ description: `Both days are included: at most ${MOST_DAYS}, and no day to come` }),
  language: z.enum(['kk', 'ru', 'en']).meta({ description: 'The language of the paper' }),
  price: tiyn.meta({ description: 'The price that was seen at GET /v1/tariffs. Refused if it is another one today' }),
});

const facts = z.object({
  extra: z.enum(EXTRA_CODES),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  language: z.string().meta({ description: 'Of the paper' }),
  price: Money,
  vat: z.string().meta({ description: 'What the price says of value added tax' }),
  payment: z.string().meta({ description: 'The payment by card: GET /v1/payments/{id} has its page' }),
  payBy: z.string().meta({ description: 'Unpaid until then, the order is cancelled and nothing is taken' }),
  paidOn: z.string().nullable(),
  drawBy: z.string().nullable().meta({ description: 'If the paper is not there by then, the money goes back by itself' }),
  papers: z.string(),
  free: z.string().meta({ description: 'What contractors pay besides: nothing' }),
});

export function extraRoutes(platform: Platform): Route[] {
  const { operatorEntity } = platform;
  const { database } = platform.lives;

  const resource: Resource<ExtraContext> = {
    kind: 'extra',
    path: 'extras',
    listed: true,
    type: lifeTypes.extra,
    commands: {},
    facts,
    async present({ id, extra, from, to, language: own, price, payBy, paidOn, drawBy }, { at, language }) {
      const parameters = await readParameters(database);
      const day = paidOn ?? dayOf(at);
      const { vat } = operatorOn(operatorEntity, parameters, day);
      const rate = vat === null ? undefined : numberAt(parameters, 'vatRateBasisPoints', day);
      return {
        ...{ extra, name: EXTRAS[extra].name[language], from, to, language: own, price: money(price), vat: vatIn(language, price, rate) },
        ...{ payment: `${publicId(id)}.1`, payBy, paidOn: paidOn ?? null, drawBy: drawBy ?? null },
        ...{ papers: papersAt(id), free: FREE_FOR_CONTRACTORS[language] },
      };
    },
  };
  const view = snapshotView(platform, resource);

  /** Only of whom the operator knows who they are, and one at a time: whoever orders twice by mistake pays once. */
  const mayOrder =
    (account: string): Precondition =>
    async (transaction) => {
      if ((await holdUnproved(transaction, [account])).length > 0)
        return { allowed: false, reason: 'precondition', rule: 'identityIsProved', clause: '3.3' };
      if (await hasExtraIn(transaction, account, AWAITED))
        return { allowed: false, reason: 'precondition', rule: 'noExtraIsUnpaid', clause: '3.3' };
      return undefined;
    };

  const order = route({
    method: 'post',
    path: '/v1/extras',
    operation: 'orderExtra',
    summary: 'Order a paid extra at the price of the day (3.3). It is paid by card before it is drawn',
    access: 'session',
    moves: true,
    opens: true,
    body: Order,
    answers: { 201: view.answer },
    problems: ['wrong-party', 'role-missing', 'rule-refused'],
    handle: (asked) =>
      beginForContractor(platform, { type: lifeTypes.extra, view, roles: ORDER_ROLES, clause: '3.3' }, asked, async () => {
        const { body, session, language, key } = asked;
        const life = `extra/${idFrom(session.account, key)}`;
        const now = new Date().toISOString();
        const today = dayOf(now);
        const refuse = (rule: 'extraIsOffered' | 'priceIsCurrent' | 'periodIsOver') =>
          new Problem('rule-refused', ruleOf(rule, language, '3.3'));
        if (body.to > today || body.from > body.to || addCalendarDays(body.from, MOST_DAYS) <= body.to) throw refuse('periodIsOver');
        const price = await extraPriceOn(database, body.extra, today);
        if (price === undefined) throw refuse('extraIsOffered');
        if (price !== body.price) throw refuse('priceIsCurrent');
        const parameters = await readParameters(database);
        const hours = (code: string): number => numberAt(parameters, code, today);
        const input: OrderExtra = {
          ...{ id: life, extra: body.extra, contractor: session.account, price: String(price), from: body.from, to: body.to },
          ...{ language: body.language, payBy: hoursAfter(now, hours('extraPayHours')), hours: hours('extraDrawHours') },
        };
        return { life, type: 'order', input, preconditions: [mayOrder(session.account)] };
      }),
  });

  return [order, ...lifeRoutes(platform, resource)];
}
