/** The operator's tariffs (3.2): everybody reads them, two of the staff publish the next. */
import type { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { commissionWords, EXTRAS, FREE_FOR_CONTRACTORS, NOTHING_CHARGED, subscriptionWords } from '../../documents/tariff-words.ts';
import { sha256 } from '../../lives/hashing.ts';
import { findAccount } from '../../models/stores/account.ts';
import type { NewTariffs, TariffRevision } from '../../models/stores/tariff.ts';
import { individualPlans, mayPublishTariffs, planOn, revisionOn, tariffRevisions } from '../../models/stores/tariff.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { Plan } from '../../rules/tariff.ts';
import { badExtras, badPlans, commissionOfPlan, EXAMPLES, STANDARD, workedOut } from '../../rules/tariff.ts';
import { firstOfNextMonth } from '../../rules/working-days.ts';
import { Problem, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { PROPOSAL_KINDS } from '../proposals/kinds.ts';
import { presentProposal, propose } from '../proposals/propose.ts';
import { Proposal } from '../proposals/schema.ts';
import { money } from '../resource/fields.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { OfferPlan, OwnPlan, PublishTariffs, Tariffs } from './schema.ts';

const tiyn = (amount: bigint) => money(String(amount));

function presentPlan(plan: Plan, language: Language): z.output<typeof Tariffs>['inForce']['plans'][number] {
  const commission = commissionOfPlan(plan);
  const words = [commissionWords(commission), subscriptionWords(plan)].filter((each) => each !== undefined);
  return {
    code: plan.code,
    name: plan.name[language],
    words: (words.length === 0 ? [NOTHING_CHARGED] : words).map((each) => each[language]),
    commission: plan.commission ?? null,
    perMonth: plan.perMonth === undefined ? null : money(String(plan.perMonth)),
    examples: EXAMPLES.map((parts) => {
      const { fee, parts: each } = workedOut(parts, commission);
      return { fee: tiyn(fee), parts: each.map((part) => ({ work: tiyn(part.work), fee: tiyn(part.fee) })) };
    }),
  };
}

const present = ({ number, plans, extras, inForceFrom, publishedAt }: TariffRevision, language: Language) => ({
  ...{ number, inForceFrom, publishedAt: publishedAt.toISOString() },
  plans: plans.map((plan) => presentPlan(plan, language)),
  extras: extras.map(({ code, price }) => ({
    ...{ code, name: EXTRAS[code].name[language], words: EXTRAS[code].words[language], price: money(String(price)) },
  })),
});

export function tariffRoutes({ lives: { database } }: Platform): Route[] {
  async function read(language: Language): Promise<z.output<typeof Tariffs>> {
    const revisions = await tariffRevisions(database);
    const today = todayInAlmaty();
    return {
      inForce: present(revisionOn(revisions, today), language),
      upcoming: revisions.filter(({ inForceFrom }) => inForceFrom > today).map((each) => present(each, language)),
      contractors: FREE_FOR_CONTRACTORS[language],
    };
  }

  return [
    route({
      method: 'get',
      path: '/v1/tariffs',
      operation: 'readTariffs',
      summary: "The operator's tariffs in force and those published to come, with examples worked out (3.2). Needs no login",
      access: 'public',
      answers: { 200: Tariffs },
      problems: ['unavailable'],
      handle: async ({ language }) => ({ body: await read(language) }),
    }),
    route({
      method: 'post',
      path: '/v1/tariffs',
      operation: 'publishTariffs',
      summary:
        'Propose the tariffs of a month to come (3.2). They are published once a second person confirms them at /v1/operator/proposals. The plans are the idempotency key',
      access: 'staff',
      security: 'proposal-made',
      body: PublishTariffs,
      answers: { 200: Tariffs, 202: Proposal },
      problems: ['wrong-party', 'role-missing', 'step-up-needed', 'rule-refused'],
      async handle({ body, session, language }) {
        staffOnly(session, 'wrong-party', '3.2');
        requireRole(session, 'operator', PROPOSAL_KINDS.tariffRevision.roles);
        const content = body as NewTariffs;
        const refused =
          badPlans(content.plans) ??
          badExtras(content.extras) ??
          (await database.transaction((transaction) => mayPublishTariffs(transaction, content)));
        if (refused === 'published') return { body: await read(language) };
        if (refused !== undefined) throw new Problem('rule-refused', ruleOf(refused, language, '3.2'));
        const asker = { session, language };
        const row = await propose(database, asker, { kind: 'tariffRevision', subject: sha256(JSON.stringify(content)), content });
        return { status: 202, body: await presentProposal(database, row, asker) };
      },
    }),
    route({
      method: 'get',
      path: '/v1/accounts/me/plan',
      operation: 'readOwnPlan',
      summary: "The caller's plan now and from the next month, and individual terms that were offered (3.2)",
      access: 'session',
      answers: { 200: OwnPlan },
      problems: [],
      async handle({ session: { account }, language }) {
        const today = todayInAlmaty();
        const [now, next, offered] = await Promise.all([
          planOn(database, account, today),
          planOn(database, account, firstOfNextMonth(today)),
          individualPlans(database, account),
        ]);
        const shown = (plan: Plan) => presentPlan(plan, language);
        return { body: { now: shown(now), next: shown(next), offered: offered.map(({ plan, until }) => ({ ...shown(plan), until })) } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/tariffs/individual',
      operation: 'offerPlan',
      summary:
        'Propose individual terms for a customer (3.2). A second person confirms them at /v1/operator/proposals; they hold once the customer chooses them. They are the idempotency key',
      access: 'staff',
      security: 'proposal-made',
      body: OfferPlan,
      answers: { 202: Proposal },
      problems: ['wrong-party', 'role-missing', 'step-up-needed', 'rule-refused', 'not-found'],
      async handle({ body: { account, plan: given }, session, language }) {
        staffOnly(session, 'wrong-party', '3.2');
        requireRole(session, 'operator', PROPOSAL_KINDS.individualPlan.roles);
        if ((await findAccount(database, account)) === undefined) throw new Problem('not-found');
        const plan = { ...given, code: `individual-${sha256(JSON.stringify({ account, given })).slice(0, 12)}` } as Plan;
        const refused = badPlans([plan, { ...plan, code: STANDARD }]);
        if (refused !== undefined) throw new Problem('rule-refused', ruleOf(refused, language, '3.2'));
        const asker = { session, language };
        const row = await propose(database, asker, { kind: 'individualPlan', subject: `account/${account}`, content: { account, plan } });
        return { status: 202, body: await presentProposal(database, row, asker) };
      },
    }),
  ];
}
