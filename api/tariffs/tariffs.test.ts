import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../../activities/bill.ts';
import { tellTariffs } from '../../activities/tell-tariffs.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { decide } from '../../testing/people/proposals.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { OwnPlan, PublishTariffs, Tariffs } from './schema.ts';

type Shown = z.output<typeof Tariffs>;
type Own = z.output<typeof OwnPlan>;

let api: Api;
let first: Person;
let second: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [first, second] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
});
afterAll(() => api.close());

/** The first day of the month that begins in so many months. */
const monthIn = (months: number): string => {
  const [year = 0, month = 0] = new Date(Date.now() + 5 * 3_600_000).toISOString().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
};
const standard = {
  code: 'standard',
  name: { kk: 'Стандартты', ru: 'Стандартный', en: 'Standard' },
  commission: { rate: 500, minimum: 50_000, maximum: 500_000 },
  perMonth: 1_000_000,
};
/** What contractors may buy. */
const extras = [{ code: 'income-certificate' as const, price: 120_000 }];
const free = { code: 'free', name: { kk: 'Тегін', ru: 'Бесплатный', en: 'Free' } };
const read = async (language = 'ru'): Promise<Shown> => (await api.as().get<Shown>('/v1/tariffs', { language })).body;
const propose = (body: z.input<typeof PublishTariffs>, by = first) => api.as(by).post<Proposed>('/v1/tariffs', body, { key: null });

describe('the tariffs (3.2)', () => {
  it('are read without a login, with examples worked out', async () => {
    const { inForce, upcoming } = await read();
    expect([inForce.number, upcoming]).toEqual([1, []]);
    const [plan] = inForce.plans;
    expect(plan).toMatchObject({ code: 'standard', name: 'Стандартный', commission: { rate: 500 }, perMonth: null });
    expect(plan?.words).toEqual([
      '5\u00a0% от цены принятых работ (услуг) по каждому заданию и от сумм, признанных, согласованных или назначенных по нему в оплату работ, в том числе после его завершения',
    ]);
    expect(plan?.examples.map(({ fee }) => fee.amount)).toEqual([50_000, 500_000, 500_000, 5_000_000]);
  });

  it('change by two of the staff, from a month that is told before', async () => {
    const plans = [standard, free];
    for (const [inForceFrom, given, rule] of [
      [monthIn(0), plans, 'tariffGivesNotice'],
      [`${monthIn(2).slice(0, 8)}02`, plans, 'tariffBeginsWithMonth'],
      [monthIn(2), [free], 'tariffHasStandardPlan'],
    ] as const) {
      const { status, problem } = await propose({ plans: [...given], extras, inForceFrom });
      expect([status, problem?.rule]).toEqual([422, rule]);
    }
    const proposal = done(await propose({ plans, extras, inForceFrom: monthIn(2) }));
    expect(proposal.tariffRevision).toEqual({ plans, extras, inForceFrom: monthIn(2) });
    expect((await decide(api, first, proposal)).problem?.rule).toBe('secondPersonDecides');
    expect((await read()).upcoming).toEqual([]);
    done(await decide(api, second, proposal));

    const { inForce, upcoming } = await read('en');
    expect(inForce.number).toBe(1);
    expect(upcoming).toMatchObject([{ number: 2, inForceFrom: monthIn(2) }]);
    const [bounded, nothing] = upcoming[0]?.plans ?? [];
    expect(bounded?.words).toEqual([
      '5% of the price of accepted work of each task, and of sums admitted, agreed or decided in payment of its work, also after it has ended, at least 500.00\u00a0₸ and at most 5,000.00\u00a0₸ for a task, in however many parts it is accepted',
      'a subscription of 10,000.00\u00a0₸ for each calendar month',
    ]);
    // 10 000, 100 000, the same in two parts, and 1 000 000 ₸.
    expect(bounded?.examples.map(({ fee, parts }) => [fee.amount, parts.map((each) => each.fee.amount)])).toEqual([
      [50_000, [50_000]],
      [500_000, [500_000]],
      [500_000, [200_000, 300_000]],
      [500_000, [500_000]],
    ]);
    expect([nothing?.words, nothing?.examples.every(({ fee }) => fee.amount === 0)]).toEqual([['nothing is charged'], true]);

    // The same once more publishes nothing, and nothing comes before what is published.
    expect((await propose({ plans, extras, inForceFrom: monthIn(2) })).status).toBe(200);
    expect((await propose({ plans: [standard], extras, inForceFrom: monthIn(2) })).problem?.rule).toBe('tariffComesLater');
  });

  it('are chosen by a customer from the next month, individual ones as both agreed them, and charge a subscription for each month', async () => {
    const [customer, other] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['customer'])]);
    const choose = (plan: string, who = customer) => api.as(who).post(`/v1/accounts/${who.id}/choose-plan`, { plan });
    const own = async (): Promise<Own> => (await api.as(customer).get<Own>('/v1/accounts/me/plan')).body;
    expect((await choose('free')).problem?.rule).toBe('planIsOffered');
    expect(await own()).toMatchObject({ now: { code: 'standard' }, next: { code: 'standard' }, offered: [] });

    const plan = { name: { kk: 'Жеке', ru: 'Индивидуальный', en: 'Individual' }, commission: { rate: 200 }, perMonth: 700_000 };
    const asked = { account: customer.id, plan };
    const proposal = done(await api.as(first).post<Proposed>('/v1/tariffs/individual', asked, { key: null }));
    expect((await own()).offered).toEqual([]);
    done(await decide(api, second, proposal));
    const [offered] = (await own()).offered;
    expect(offered).toMatchObject({ name: 'Individual', commission: { rate: 200 }, perMonth: { amount: 700_000 } });
    const code = offered?.code as string;
    // Nobody takes the terms of another.
    expect((await choose(code, other)).problem?.rule).toBe('planIsOffered');
    done(await choose(code));
    expect(await own()).toMatchObject({ now: { code: 'standard' }, next: { code } });
    // The chain of the account has the terms themselves.
    const [event] = await api.rows<{ input: object }>(
      `select input from event where life = $1 and type = 'choosePlan'`,
      `account/${customer.id}`,
    );
    expect(event?.input).toMatchObject({ plan: code, from: monthIn(1), terms: { ...plan, code } });

    await bill(api.worker, `${monthIn(1)}T06:00:00.000Z`);
    await bill(api.worker, `${monthIn(1)}T07:00:00.000Z`);
    const fees = await api.rows<{ customer: string; principal: string }>(
      `select customer, principal from fee where parent like 'account/%'`,
    );
    expect(fees).toEqual([{ customer: customer.id, principal: '700000' }]);
  });

  describe('that change', () => {
    interface Told {
      account: string;
      template: string;
      facts: Record<string, unknown>;
    }
    const told = (): Promise<Told[]> =>
      api.rows(
        `select account, template, facts from notice where template in ('tariffs-change', 'plan-offered') order by account, facts ->> 'day'`,
      );
    const of = async ({ id }: Person): Promise<Told[]> => (await told()).filter(({ account }) => account === id);
    const tell = () => tellTariffs(api.worker, new Date().toISOString());

    it('are told once to each customer whose charge changes, with the old and the new terms, and to nobody else', async () => {
      const [ordinary, other, agreed] = await Promise.all([1, 2, 3].map(() => registerUnderOffer(api, ['customer'])));
      const contractor = await registerUnderOffer(api, ['contractor']);
      if (ordinary === undefined || other === undefined || agreed === undefined) throw new Error('nobody joined');
      const own = { name: { kk: 'Жеке', ru: 'Индивидуальный', en: 'Individual' }, commission: { rate: 100 } };
      const offer = done(await api.as(first).post<Proposed>('/v1/tariffs/individual', { account: agreed.id, plan: own }, { key: null }));
      done(await decide(api, second, offer));
      await tell();
      const facts = (await of(agreed))[0]?.facts;
      expect(facts).toMatchObject({ charge: { commission: { rate: 500 } }, nextCharge: { commission: { rate: 100 } } });
      const [offered] = (await api.as(agreed).get<Own>('/v1/accounts/me/plan')).body.offered;
      expect(facts?.day).toBe(offered?.until);
      done(await api.as(agreed).post(`/v1/accounts/${agreed.id}/choose-plan`, { plan: offered?.code }));

      // The next revision changes the price of the subscription alone.
      const plans = [{ ...standard, perMonth: 1_200_000 }, free];
      done(await decide(api, second, done(await propose({ plans, extras: [], inForceFrom: monthIn(3) }))));
      // A run is killed in the middle: one account cannot be written to.
      await api.owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
        create trigger stop before insert on event for each row when (new.life = 'account/${other.id}') execute function stop()`);
      await expect(tell()).rejects.toThrow('killed');
      expect([(await of(ordinary)).length, (await of(other)).length]).toEqual([2, 1]);
      await api.owner.query('drop trigger stop on event');
      await Promise.all([tell(), tell()]);
      expect(await tell()).toBe(0);

      for (const person of [ordinary, other])
        expect((await of(person)).map(({ facts }) => facts)).toEqual([
          { day: monthIn(2), charge: { commission: { rate: 500 } }, nextCharge: { commission: standard.commission, perMonth: 1_000_000 } },
          {
            ...{ day: monthIn(3), charge: { commission: standard.commission, perMonth: 1_000_000 } },
            nextCharge: { commission: standard.commission, perMonth: 1_200_000 },
          },
        ]);
      // Once individual terms were chosen they stay, and a contractor pays nothing.
      expect([(await of(agreed)).map(({ template }) => template), await of(contractor)]).toEqual([['plan-offered', 'tariffs-change'], []]);
    });

    it('are told by a schedule, in the language of the reader', async () => {
      const customer = await registerUnderOffer(api, ['customer']);
      await api.withWorker(async () => {
        const run = { workflowId: `letters-${randomUUID()}`, taskQueue: api.config.TASK_QUEUE, args: [] };
        expect(await api.client.workflow.execute('tariffLetters', run)).toBe(2);
      });
      const { items } = (await api.as(customer).get<{ items: { body: string }[] }>(`/v1/accounts/${customer.id}/notices`)).body;
      const body = items.map((each) => each.body).find((each) => each.includes('12,000.00')) ?? '';
      expect(body).toContain('a subscription of 10,000.00\u00a0₸ for each calendar month. From');
      expect(body).toContain('a subscription of 12,000.00\u00a0₸ for each calendar month');
      expect(body).toContain('tasks posted before keep their terms (3.2)');
    });

    it('are no more to be chosen after the last day of an individual offer', async () => {
      const customer = await registerUnderOffer(api, ['customer']);
      const plan = { name: free.name, perMonth: 100 };
      done(
        await decide(
          api,
          second,
          done(await api.as(first).post<Proposed>('/v1/tariffs/individual', { account: customer.id, plan }, { key: null })),
        ),
      );
      const [offered] = (await api.as(customer).get<Own>('/v1/accounts/me/plan')).body.offered;
      await api.owner.query(`set session_replication_role = replica;
        update individual_plan set valid_until = valid_until - 31 where account = '${customer.id}'; set session_replication_role = origin`);
      const chosen = await api.as(customer).post(`/v1/accounts/${customer.id}/choose-plan`, { plan: offered?.code });
      expect([chosen.status, chosen.problem?.rule]).toEqual([422, 'planIsOffered']);
      expect((await api.as(customer).get<Own>('/v1/accounts/me/plan')).body.offered).toEqual([]);
    });
  });
});
