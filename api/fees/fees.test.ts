import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { bill } from '../../activities/bill.ts';
import type { FeeInput } from '../../charts/fee/types.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { payTermsAt } from '../../rules/pay-terms.ts';
import { createChild } from '../../testing/lives/creations.ts';
import { inTwoMonths } from '../../testing/lives/invoices.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { FeeFacts, FeeList } from './schema.ts';

type Fee = z.output<typeof FeeFacts> & { id: string; state: string; commands: object[]; ifNobodyActs: object | null };
type Fees = z.output<typeof FeeList>;

let api: Api;
let customer: Person;
let operator: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  [customer, operator, stranger] = await Promise.all([
    api.join(['customer']),
    api.join(['operator']),
    api.join(['customer', 'contractor']),
  ]);
});
afterAll(() => api.close());

/** A fee of 1 000 tenge for a customer's task, created as the task creates it. Returns its life. */
async function charge(given: Partial<FeeInput> = {}, person = customer): Promise<string> {
  const id = randomUUID();
  const life = `fee/${id}/1`;
  const input: FeeInput = {
    parent: `task/${id}`,
    customer: person.id,
    principal: '100000',
    terms: payTermsAt(parameters, todayInAlmaty()),
    ...given,
  };
  await createChild(api, input.parent, { child: life, type: 'charge', by: 'platform', input });
  return life;
}
const pathOf = (life: string): string => `/v1/fees/${life.slice(4).replace('/', '.')}`;
const money = (amount: number) => ({ amount, currency: 'KZT' });

describe('a fee (3.2)', () => {
  it('is income of the operator from its day, has no command and no term, and one of nothing books nothing', async () => {
    const life = await charge();
    const { body } = await api.as(customer).get<Fee>(pathOf(life));
    expect(body).toMatchObject({ state: 'charged', principal: money(100_000), period: null, commands: [], ifNobodyActs: null });
    await charge({ principal: '0' });
    const [books] = await api.rows<{ owed: string }>('select -balance($1) as owed', `receivable/${customer.id}`);
    expect(Number(books?.owed)).toBe(100_000);
  });

  it('is hidden from a stranger', async () => {
    const life = await charge();
    for (const path of ['', '/events', '/notices']) expect((await api.as(stranger).get(`${pathOf(life)}${path}`)).status).toBe(404);
    expect((await api.as().get(pathOf(life))).status).toBe(401);
  });
});

describe('the list of fees', () => {
  it('shows a customer their own and the operator all, newest first, and those of an invoice', async () => {
    const own = await api.join(['customer']);
    const lives: string[] = [];
    for (let count = 0; count < 5; count++) lives.unshift(await charge({}, own));
    await charge();
    const ids = lives.map((life) => life.slice(4).replace('/', '.'));
    const list = async (query: string, person = own): Promise<Fees> => (await api.as(person).get<Fees>(`/v1/fees?${query}`)).body;
    expect((await walk(list, 2)).map(({ id }) => id)).toEqual(ids);
    expect((await list('limit=100', operator)).items.length).toBeGreaterThan(5);
    expect((await list('', stranger)).items).toEqual([]);
    expect((await list('invoiced=false')).items).toHaveLength(5);

    await bill(api.worker, inTwoMonths());
    const { items } = await list('');
    const [invoice] = new Set(items.map((item) => item.invoice));
    expect((await list(`of=${invoice}`)).items.map(({ id }) => id)).toEqual(ids);
    expect((await list('invoiced=false')).items).toEqual([]);
    expect((await list(`of=${invoice}`, stranger)).items).toEqual([]);
  });

  it('uses an index for every reader and filter', async () => {
    await fill();
    const said = await saidDuring(api, /from fee/, async () => {
      for (const person of [customer, operator]) {
        for (const query of ['', 'after=1003000', `of=${randomUUID()}`]) await api.as(person).get(`/v1/fees?${query}`);
      }
    });
    expect(said).toHaveLength(6);
    await expectIndexed(api, said, 'drop index fee_of_customer, bill_line_of_invoice; alter table fee drop constraint fee_number_key');
  });
});

/** Twenty thousand fees of a hundred customers, which are lines of two thousand invoices. */
const fill = (): Promise<unknown> =>
  api.owner.query(`
    set session_replication_role = replica;
    insert into fee (id, number, state, parent, customer, principal, terms, charged_at)
    select 'fee/' || n, 1000000 + n, 'charged', 'task/' || n,
      ('00000000-0000-4000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid, 100, '{}', now() from generate_series(1, 20000) as n;
    insert into bill_line select 'fee/' || n, 'invoice/' || n % 2000 from generate_series(1, 20000) as n;
    set session_replication_role = origin;
    analyze fee, bill_line`);
