import type { z } from 'zod';
import { fileOf } from '../../testing/lives/signed.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { walk } from '../../testing/probes/pages.ts';
import { expectIndexed, saidDuring } from '../../testing/probes/plans.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import type { PaperList, WholePaper } from './schema.ts';

type Papers = z.output<typeof PaperList>;
type Whole = z.output<typeof WholePaper>;

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
let tasks: string[];
/** Oldest first: an order and an act of the first task, a contract of the second. */
let signings: string[];
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff } = await joinParties(api));
  tasks = [await acceptedTask(api, customer, contractor, { title: 'Кран' }), await acceptedTask(api, customer, contractor)];
  const [first = '', second = ''] = tasks;
  const now = new Date().toISOString();
  signings = [
    await drawn(api, first, { kind: 'order', order: ['customer', 'contractor'], confirmed: { customer: now, contractor: now } }),
    await drawn(api, first),
    await drawn(api, second, { kind: 'contract', order: ['customer', 'contractor'] }),
  ];
});
afterAll(() => api.close());

const list = async (person: Person, query = ''): Promise<Papers> => (await api.as(person).get<Papers>(`/v1/documents?${query}`)).body;
const found = async (person: Person, query = ''): Promise<string[]> => (await list(person, query)).items.map(({ signing }) => signing);
const some = (...places: number[]): string[] => places.map((place) => addressOf(signings[place] as string));

describe('the list of papers (1.8)', () => {
  it('shows each party its papers and the operator all, the latest first, and strangers none', async () => {
    for (const person of [customer, contractor, staff]) expect(await found(person)).toEqual(some(2, 1, 0));
    expect(await found(stranger)).toEqual([]);
    expect((await api.as().get('/v1/documents')).status).toBe(401);
  });

  it('names a paper as its own text does, and says for whom it waits', async () => {
    const [, act] = (await list(contractor, 'limit=2')).items;
    const { bytes, headers } = await fileOf(api, contractor.token, (act as Papers['items'][number]).links.content);
    const text = (await textOfPdf(bytes)).replaceAll('\u00a0', ' ');
    const year = (act?.date ?? '').slice(0, 4);
    expect(act).toMatchObject({
      kind: 'completion-act',
      number: `АВР-${year}-1`,
      task: { id: tasks[0], title: 'Кран' },
      waitsForMe: true,
      erased: false,
      state: 'awaited',
      links: { check: `${api.url}/verify/${act?.reference}` },
    });
    expect(text).toContain(`${act?.number} ${act?.date.split('-').reverse().join('.')}`);
    expect(text).toContain(act?.reference);
    const day = act?.date.split('-').reverse().join('.');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain(`Акт выполненных работ ${act?.number} от ${day}.pdf`);
    expect(headers.get('content-disposition')).toContain('filename=completion-act.pdf;');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; /);
  });

  it('can be filtered by task, kind, date and by what waits for the reader', async () => {
    expect(await found(customer, `of=task/${tasks[0]}`)).toEqual(some(1, 0));
    expect(await found(customer, 'kind=contract')).toEqual(some(2));
    expect(await found(customer, 'waitsForMe=true')).toEqual(some(2));
    expect(await found(contractor, 'waitsForMe=true')).toEqual(some(1));
    expect(await found(staff, 'waitsForMe=true')).toEqual([]);
    const { date } = (await list(customer, 'limit=1')).items[0] as Papers['items'][number];
    expect(await found(customer, `from=${date}&until=${date}`)).toEqual(some(2, 1, 0));
    expect(await found(customer, 'until=2026-01-01')).toEqual([]);
    expect(await found(customer, 'from=2199-01-01')).toEqual([]);
    for (const wrong of [
      'kind=letter',
      'of=task/1',
      `of=payment/${tasks[0]}`,
      `of=dispute/${'1'.repeat(36)}`,
      'from=2026-02-30',
      'waitsForMe=false',
      'limit=0',
      'after=1',
      'after=2026-02-30.1',
      'x=1',
    ])
      expect([wrong, (await api.as(customer).get(`/v1/documents?${wrong}`)).problem?.code]).toEqual([wrong, 'invalid-input']);
  });

  it('waits for the other party once the first has confirmed', async () => {
    const own = await drawn(api, tasks[1] as string);
    const { body } = await api.as(contractor).get<Whole>(`/v1/documents/${(await list(contractor, 'limit=1')).items[0]?.reference}`);
    await api.as(contractor).post(`${addressOf(own)}/sign`, { sha256: body.sha256 });
    expect(await found(contractor, 'waitsForMe=true')).toEqual(some(1));
    expect(await found(customer, 'waitsForMe=true')).toEqual([addressOf(own), ...some(2)]);
    await api.as(customer).post(`${addressOf(own)}/refuse`, { reasons: 'No' });
    expect(await found(customer, 'waitsForMe=true')).toEqual(some(2));
  });

  it('is read in pages', async () => {
    for (const person of [customer, staff]) expect(await walk((query) => list(person, query), 1)).toEqual((await list(person)).items);
  });
});

describe('a paper', () => {
  it('shows its parties and who has confirmed, by its hash and by its reference', async () => {
    const { reference, sha256 } = (await list(customer, 'kind=order')).items[0] as Papers['items'][number];
    for (const id of [reference, sha256, sha256.toUpperCase()]) {
      const { body } = await api.as(contractor).get<Whole>(`/v1/documents/${id}`);
      expect(body).toMatchObject({
        reference,
        sha256,
        parties: [
          { party: 'customer', account: customer.id, name: customer.name },
          { party: 'contractor', account: contractor.id, name: contractor.name },
        ],
        signatures: [
          { party: 'customer', way: 'account' },
          { party: 'contractor', way: 'account' },
        ],
      });
    }
  });

  it('is not found for strangers, for an unknown hash and for an unknown reference, with one answer', async () => {
    const { reference, sha256 } = (await list(customer)).items[0] as Papers['items'][number];
    const unknown = ['f'.repeat(64), '0e6e7d0c-3f5e-4a35-8b7c-5c1c8e1b9a01'];
    const answers = await Promise.all(
      [reference, sha256, ...unknown].flatMap((id) =>
        ['', '/content'].map(async (part) => JSON.stringify((await api.as(stranger).get(`/v1/documents/${id}${part}`)).problem)),
      ),
    );
    expect(new Set(answers.map((each) => each.replaceAll(/[0-9a-f-]{36,64}/g, '…'))).size).toBe(1);
  });
});

it('uses an index for every reader and filter, with twenty thousand papers', async () => {
  await fill();
  const page = 'limit=20';
  const filters = [
    '',
    `of=task/${tasks[0]}`,
    'kind=contract',
    'from=2026-03-01&until=2026-03-02',
    'waitsForMe=true',
    'after=2026-03-01.500',
  ];
  const said = await saidDuring(api, /from paper_of_account where/, async () => {
    for (const person of [customer, staff])
      for (const filter of filters) expect((await api.as(person).get(`/v1/documents?${page}&${filter}`)).status).toBe(200);
  });
  expect(said).toHaveLength(11);
  const dropping = `alter table paper_of_account drop constraint paper_of_account_pkey;
    drop index paper_of_account_dated, paper_of_account_kind, paper_of_account_waiting, paper_of_parent, paper_of_anybody, paper_of_anybody_kind, paper_of_document`;
  await expectIndexed(api, said, dropping, ['paper_of_account', 'document_of_life', 'document', 'life']);
});

/** Twenty thousand papers of a thousand tasks of the customer, older than those of the tests. */
const fill = (): Promise<unknown> =>
  api.owner.query(`
    set session_replication_role = replica;
    insert into document (sha256, kind, media_type, erased_at) select md5('a' || n) || md5('b' || n), 'completion-act', 'application/pdf', now() from generate_series(1, 20000) as n;
    insert into life (id, number, kind, seq, state, done, at, snapshot) overriding system value
    select 'signing/' || n, -n, 'signing', 1, 'signed', true, now(), '{"context":{}}' from generate_series(1, 20000) as n;
    insert into document_of_life (document, life, reference, number, dated) select md5('a' || n) || md5('b' || n), 'signing/' || n, gen_random_uuid(), n, date '2026-01-01' + n / 200 from generate_series(1, 20000) as n;
    insert into paper_of_account (life, document, account, dated, place, kind, parent, waits)
    select life, document, account, dated, place, 'completion-act', 'task/' || overlay(overlay(md5(''||place % 1000) placing '4' from 13) placing '8' from 17)::uuid, false from document_of_life,
      unnest(array['${customer.id}', '${contractor.id}']::uuid[]) as account where life like 'signing/%' and dated < '2026-04-12' and number is not null and life not like 'signing/%/%';
    set session_replication_role = origin;
    analyze`);
