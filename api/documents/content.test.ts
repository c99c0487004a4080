import { createHash } from 'node:crypto';
import type { Signing } from '../../testing/lives/signings.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let api: Api;
let customer: Person;
let contractor: Person;
let task: string;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
  task = await acceptedTask(api, customer, contractor, { title: 'Покраска\nИтого: 1 ₸', lines: [LINE] });
});
afterAll(() => api.close());

const LINE = { name: 'Стена | 1', unit: 'м²', quantity: 2.5, unitPrice: 300_000 };

const documentOf = async (signing: string): Promise<Signing['document']> =>
  (await api.as(customer).get<Signing>(addressOf(signing))).body.document;
const bytesOf = async (signing: string): Promise<Buffer> =>
  Buffer.from((await api.as(customer).get<string>((await documentOf(signing)).href)).body, 'latin1');
const textOf = async (signing: string): Promise<string> => (await textOfPdf(await bytesOf(signing))).replaceAll('\u00a0', ' ');

describe('the content of a document (1.8)', () => {
  it('is served byte for byte to readers of its signing, and to nobody else', async () => {
    const { href, sha256 } = await documentOf(await drawn(api, task, { amount: '750000' }));
    for (const person of [customer, contractor, await api.join(['operator'])]) {
      const { status, headers, body } = await api.as(person).get<string>(href);
      expect(status).toBe(200);
      expect(createHash('sha256').update(body, 'latin1').digest('hex')).toBe(sha256);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(body.length),
        'x-content-type-options': 'nosniff',
        etag: `"${sha256}"`,
      });
    }
    for (const roles of [['customer'], ['contractor'], ['customer', 'contractor']] as const)
      expect((await api.as(await api.join([...roles])).get(href)).status).toBe(404);
    expect((await api.as().get(href)).status).toBe(401);
  });

  it('is not found for an unknown hash, for an invalid hash, and for bytes that belong to no life', async () => {
    const operator = await api.join(['operator']);
    const bytes = Buffer.from('nobody’s');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await api.owner.query(`insert into document (sha256, kind, media_type, bytes) values ($1, 'order', 'text/plain', $2)`, [sha256, bytes]);
    for (const id of [sha256, 'f'.repeat(64), 'x', '%00'])
      expect((await api.as(operator).get(`/v1/documents/${id}/content`)).problem?.code).toBe('not-found');
  });
});

describe('a submitted work (4.2.1, 5.3)', () => {
  it('gets an act with what the contractor added for it, as a paper and as a file, which both parties read', async () => {
    await api.withWorker(async () => {
      const own = await acceptedTask(api, customer, contractor, { nature: 'works', lines: [LINE] });
      await api.as(contractor).command(own, 'start');
      const act = {
        performedFrom: '2026-11-25',
        performedTo: '2026-11-27',
        reports: [{ date: '2026-11-27', number: '4', pages: 12 }],
        materials: [{ name: 'Краска <белая>', unit: 'л', quantity: 36.5, value: 9_125_000 }],
        attachments: [{ name: 'Фото & план', pages: 6 }],
      };
      const seen = await api.as(contractor).command(own, 'submit', { act });
      expect((await api.as(customer).get<Task>(`/v1/tasks/${own}`)).body.statements?.at(-1)?.words).toEqual({
        act: { ...act, materials: [{ ...act.materials[0], quantity: '36.5' }] },
      });
      const signing = await until(async () => {
        const found = (await api.as(customer).get<Signing>(`/v1/signings/${seen.progress?.signing}`)).body;
        return found.document && found;
      }, 'the act');
      const { href } = signing.document;
      const paper = Buffer.from((await api.as(customer).get<string>(href)).body, 'latin1');
      const text = (await textOfPdf(paper)).replaceAll('\u00a0', ' ');
      expect(text).toContain('25.11.2026 – 27.11.2026');
      expect(text).toContain('Краска <белая> л 36,5 91 250,00');
      expect(text).toContain('на 18 страниц(ах): 1. Фото & план — 6 бет / стр.');
      const file = await api.as(customer).get<string>(href.replace('content', 'awp.xml'));
      expect(file.headers.get('content-type')).toMatch(/^application\/xml/);
      expect(file.body).toContain('<performedDate>27.11.2026</performedDate>');
    });
  });

  it('refuses a period that ends before it begins, and more than an act can hold', async () => {
    const post = (act: object) => api.as(contractor).post(`/v1/tasks/${task}/submit`, { act });
    expect((await post({ performedFrom: '2026-11-27', performedTo: '2026-11-26' })).problem?.code).toBe('invalid-input');
    expect((await post({ attachments: Array.from({ length: 51 }, () => ({ name: 'a', pages: 1 })) })).problem?.code).toBe('invalid-input');
  });
});

describe('the register of acts', () => {
  it('has every number of the year, with what became of its act, for the contractor alone', async () => {
    const own = await api.join(['contractor'], 'ru');
    const of = await acceptedTask(api, customer, own);
    const [first, second] = [await drawn(api, of), await drawn(api, of)];
    await api.as(own).post(`${addressOf(first)}/refuse`, { reasons: 'Не те строки' });
    const year = new Date().getUTCFullYear();
    const { items, next } = (await api.as(own).get<{ items: object[]; next: string | null }>(`/v1/acts?year=${year}`)).body;
    expect(items).toMatchObject([
      { number: `АВР-${year}-1`, signing: first.slice('signing/'.length).replace('/', '.'), became: 'Отказано' },
      { number: `АВР-${year}-2`, signing: second.slice('signing/'.length).replace('/', '.'), became: 'Ожидает подписи или подтверждения' },
    ]);
    expect(next).toBeNull();
    const page = (await api.as(own).get<{ items: object[]; next: string }>(`/v1/acts?year=${year}&limit=1`)).body;
    expect(page.next).toBe('1');
    expect((await api.as(own).get<{ items: object[] }>(`/v1/acts?year=${year}&limit=1&after=1`)).body.items).toMatchObject([items[1]]);
    expect((await api.as(customer).get<{ items: object[] }>(`/v1/acts?year=${year}`)).body.items).toEqual([]);
  });
});

describe('a generated document', () => {
  it('is the same when it is generated again, and its signing is created once', async () => {
    const signing = await drawn(api, task, {}, 3);
    const { sha256 } = await documentOf(signing);
    expect(await api.rows('select type from event where life = $1', signing)).toEqual([{ type: 'ask' }]);
    expect(await api.rows('select document from document_of_life where life = $1', signing)).toEqual([{ document: sha256 }]);
    expect((await api.owner.query('select seq from act_number where signing = $1', [signing])).rows).toHaveLength(1);
  });

  it('numbers the acts of a contractor consecutively, also concurrent ones', async () => {
    const own = await api.join(['contractor']);
    const tasks = await Promise.all([1, 2, 3].map(() => acceptedTask(api, customer, own)));
    const signings = await Promise.all([...tasks, ...tasks].map((each) => drawn(api, each)));
    const numbers = await Promise.all(signings.map(async (each) => /№ (АВР-\d{4}-\d+)/.exec(await textOf(each))?.[1]));
    const year = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', year: 'numeric' }).format();
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((seq) => `АВР-${year}-${seq}`));
  });

  it('covers the given lines and quantities, at prices that come to the agreed sum', async () => {
    const text = await textOf(await drawn(api, task, { lines: [{ line: 1, quantity: '0.5', amount: '140000' }], amount: '140000' }));
    expect(text).toMatch(/ 1 Стена \| 1 \d\d\.\d\d\.\d{4} м² 0,5 2 800,00 1 400,00 Барлығы Итого 0,5 x 1 400,00 /);
    expect(text).toContain(`Заказчик ${customer.name} `);
    expect(text).toContain('Покраска Итого: 1 ₸');
  });

  it('says so if the texts of the task were erased', async () => {
    const own = await acceptedTask(api, customer, contractor, {
      title: 'Тайна',
      description: 'Секрет',
      lines: [{ ...LINE, name: 'Шкаф' }],
    });
    await api.owner.query(`update erasable_text set sealed = null, erased_at = clock_timestamp() where life = $1`, [`task/${own}`]);
    for (const kind of ['completion-act', 'order', 'contract'] as const) {
      const text = await textOf(await drawn(api, own, { kind, amount: '750000' }));
      expect(text).toContain('[жойылды / удалено]');
      expect(text).not.toMatch(/Тайна|Секрет|Шкаф/);
    }
  });

  it('is permanent: its bytes cannot be changed or deleted, nor stored with another hash', async () => {
    const { sha256 } = await documentOf(await drawn(api, task));
    for (const sql of [
      'update document set kind = kind',
      'delete from document',
      'truncate document cascade',
      'delete from document_of_life',
    ])
      await expect(api.owner.query(sql)).rejects.toThrow('append-only');
    await expect(api.rows(`delete from document where sha256 = $1`, sha256)).rejects.toThrow('permission denied');
    await expect(
      api.owner.query(`insert into document (sha256, kind, media_type, bytes) values (repeat('0', 64), 'order', 'text/plain', 'x')`),
    ).rejects.toThrow('check constraint');
  });
});
