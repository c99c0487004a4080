/** A paper that a party brings itself: sent, read, signed, refused, withdrawn, expired, and what the deal has to do with it (1.8, 5.3). */
import { createHash } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { z } from 'zod';
import { PAPER_FAULTS } from '../../charts/file/pdf-faults.ts';
import { catchUp } from '../../lives/commit.ts';
import { verify } from '../../lives/verify.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { pdfOf, sendPaper } from '../../testing/lives/own-papers.ts';
import { fileOf, joinSigners } from '../../testing/lives/signed.ts';
import type { Signing } from '../../testing/lives/signings.ts';
import { drawn } from '../../testing/lives/signings.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { craftedPdf, streamOf } from '../../testing/texts/crafted-pdf.ts';
import { pagesOf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, ProblemBody, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { PaperList, WholePaper } from '../documents/schema.ts';

type Papers = z.output<typeof PaperList>;
type Paper = Papers['items'][number];

let keys: SigningKeys;
let api: Api;
let customer: Registered;
let contractor: Registered;
let stranger: Person;
let staff: Person;
let task: string;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier, sweeping: false });
  ({ customer, contractor } = await joinSigners(api));
  [stranger, staff] = await Promise.all([api.join(['customer', 'contractor']), api.join(['operator'])]);
  task = await acceptedTask(api, customer, contractor);
  await api.owner.query(`update parameter set value = '1000' where code = 'quotaOwnPapers'`);
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const papersOf = async (person: Person, of = task, query = ''): Promise<Paper[]> =>
  (await api.as(person).get<Papers>(`/v1/documents?of=task/${of}&kind=own-paper${query}`)).body.items;
const countDocuments = async (): Promise<number> => (await api.owner.query('select from document')).rowCount ?? 0;

/** Sends a paper with words of its own. */
async function sent(
  person: Person,
  given: Parameters<typeof sendPaper>[4] & { of?: string } = {},
): Promise<{ paper: Paper; bytes: Buffer }> {
  const bytes = await pdfOf(`Words ${Math.random()}`);
  const { problem } = await sendPaper(api, person, given.of ?? task, bytes, given);
  if (problem) throw new Error(JSON.stringify(problem));
  const [paper] = await papersOf(person, given.of);
  return { paper: paper as Paper, bytes };
}
const sign = (person: Person, { signing, sha256: hash }: Paper, more: object = {}) =>
  api.as(person).post<Signing>(`${signing}/sign`, { sha256: hash, ...more });
const signingOf = async ({ signing }: Paper): Promise<Signing> => (await api.as(customer).get<Signing>(signing)).body;

describe('a paper of a party', () => {
  it('is kept byte for byte, waits for both, and is read by the parties of the deal and the staff alone', async () => {
    const { paper, bytes } = await sent(customer, { title: 'Соглашение о «тайне»' });
    expect(paper).toMatchObject({
      kind: 'own-paper',
      kindName: 'Paper of a party',
      title: 'Соглашение о «тайне»',
      broughtBy: 'customer',
      sha256: sha256(bytes),
      number: null,
      waitsForMe: true,
      state: 'awaited',
    });
    expect((await papersOf(contractor, task, '&waitsForMe=true')).map(({ reference }) => reference)).toContain(paper.reference);
    expect(await signingOf(paper)).toMatchObject({
      issuer: 'customer',
      order: ['customer', 'contractor'],
      sideBySide: true,
      document: { kind: 'own-paper', sha256: paper.sha256, title: 'Соглашение о «тайне»' },
      ways: { customer: ['account', 'code', 'cms'] },
      ifNobodyActs: { becomes: 'expired' },
    });
    for (const person of [customer, contractor])
      expect((await fileOf(api, person.token, paper.links.content)).bytes.equals(bytes)).toBe(true);
    expect((await api.as(staff).get(paper.links.content)).status).toBe(200);
    for (const path of [paper.links.content, paper.links.copy, `/v1/documents/${paper.sha256}`, paper.signing])
      expect((await api.as(stranger).get(path)).status).toBe(404);
    const { headers } = await fileOf(api, contractor.token, paper.links.content);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is named in the chain of the task by its hash, its title apart, and changes nothing else there', async () => {
    const before = (await api.as(customer).get<Task>(`/v1/tasks/${task}`)).body;
    const { paper } = await sent(contractor, { title: 'Не для цепочки' });
    const after = (await api.as(customer).get<Task>(`/v1/tasks/${task}`)).body;
    const { seq: _, changedAt: __, commands: ___, statements, ...rest } = after;
    expect(before).toMatchObject(rest);
    expect(statements?.at(-1)).toMatchObject({ command: 'send-paper', by: 'contractor', words: { title: 'Не для цепочки' } });
    const { rows } = await api.owner.query(`select input from event where life = $1 and type = 'sendPaper' order by seq desc`, [
      `task/${task}`,
    ]);
    expect(rows[0].input).toMatchObject({ document: { sha256: paper.sha256 }, title: { text: expect.any(String) } });
    expect(JSON.stringify(rows)).not.toContain('цепочки');
    expect([await verify(api.lives, `task/${task}`), await verify(api.lives, `signing/${paper.reference}`)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is announced to the other party without its words, and not to the one who sent it', async () => {
    const { paper } = await sent(customer, { title: 'Переведите деньги на evil.example' });
    const noticesOf = async (person: Person) =>
      (await api.as(person).get<{ items: { template: string; subject: string; body: string }[] }>(`${paper.signing}/notices`)).body.items;
    expect(await noticesOf(customer)).toEqual([]);
    const [notice] = await noticesOf(contractor);
    expect(notice).toMatchObject({ template: 'paper-brought' });
    expect(notice?.subject + (notice?.body ?? '')).not.toMatch(/evil|Переведите|\{/);
  });

  it('is signed by account and by an electronic signature, over the bytes that were sent, and the task hears nothing of it', async () => {
    const own = await acceptedTask(api, customer, contractor);
    const { paper, bytes } = await sent(customer, { of: own });
    const events = async () =>
      (await api.rows<{ type: string }>('select type from event where life = $1 order by seq', `task/${own}`)).map(({ type }) => type);
    const known = await events();
    expect(
      (await sign(customer, paper, { cms: keys.sign(Buffer.from('other bytes'), { name: customer.name, iin: customer.identifier }) }))
        .problem?.code,
    ).toBe('electronic-signature-refused');
    const cms = keys.sign(bytes, { name: customer.name, iin: customer.identifier });
    expect((await sign(customer, paper, { cms })).status).toBe(200);
    expect((await sign(contractor, paper)).status).toBe(200);
    await api.withWorker(() => until(async () => (await signingOf(paper)).state === 'signed', 'the check'));
    expect(await events()).toEqual(known);
    expect(await api.rows(`select from effect where life = $1 and kind = 'sendToLife'`, `signing/${paper.reference}`)).toEqual([]);
    expect((await api.as(contractor).get<z.output<typeof WholePaper>>(`/v1/documents/${paper.reference}`)).body.signatures).toMatchObject([
      { party: 'customer', way: 'cms', signature: { kept: 'whole' } },
      { party: 'contractor', way: 'account', signature: null },
    ]);

    const copy = await fileOf(api, contractor.token, paper.links.copy);
    const sheet = (await pagesOf(copy.bytes)).slice(1).join('\n').replace(/\s+/gu, '');
    for (const words of ['документ самой стороны (Заказчик)', 'платформа его не составляла', 'Соглашение о тайне', paper.sha256])
      expect(sheet).toContain(words.replaceAll(' ', ''));
    expect((await PDFDocument.load(copy.bytes)).getAttachments().map(({ data }) => Buffer.from(data).equals(bytes))).toEqual([true]);
    expect((await fileOf(api, contractor.token, paper.links.package)).bytes.includes(bytes)).toBe(true);

    const page = await (await fetch(paper.links.check, { headers: { Accept: 'text/html', 'Accept-Language': 'ru' } })).text();
    expect(page).toContain('Это документ самой стороны (Заказчик): платформа его не составляла');
    expect(page).not.toContain('Соглашение');
    const checked = await api.as().get<{ papers: object[] }>(`/v1/checks/${paper.reference}`);
    expect(checked.body.papers).toMatchObject([{ broughtBy: 'customer', bytes: 'whole', state: 'signed' }]);
    expect(await verify(api.lives, `signing/${paper.reference}`)).toBeUndefined();
  });

  it('is signed by one party alone where the sender says so: the other only reads it', async () => {
    for (const [signers, signer, reader] of [
      ['contractor', contractor, customer],
      ['customer', customer, contractor],
    ] as const) {
      const { paper } = await sent(customer, { signers });
      expect((await sign(reader, paper)).problem?.code).toBe('not-in-this-state');
      expect((await sign(signer, paper)).body).toMatchObject({ state: 'signed', order: [signers] });
    }
  });

  it('is refused by the other with reasons that the sender reads, and withdrawn by its sender before the first signature', async () => {
    const { paper } = await sent(customer);
    expect((await api.as(contractor).post(`${paper.signing}/refuse`, { reasons: 'Не согласен' })).body).toMatchObject({ state: 'refused' });
    expect(await signingOf(paper)).toMatchObject({ refused: { party: 'contractor', reasons: 'Не согласен' } });

    const { paper: own } = await sent(customer);
    expect((await signingOf(own)).commands.map(({ name }) => name)).toEqual(['sign', 'refuse', 'withdraw']);
    expect((await api.as(contractor).post(`${own.signing}/withdraw`, {})).problem?.code).toBe('not-in-this-state');
    expect((await api.as(customer).post(`${own.signing}/withdraw`, {})).body).toMatchObject({ state: 'withdrawn', commands: [] });

    const { paper: begun } = await sent(customer);
    await sign(contractor, begun);
    expect((await api.as(customer).post(`${begun.signing}/withdraw`, {})).problem?.rule).toBe('isTheirOwnAndUnsigned');
  });

  it('expires after the term of the task to sign, with reminders before, and may be sent again', async () => {
    const { paper, bytes } = await sent(customer);
    const life = `signing/${paper.reference}`;
    await shiftClock(api, life, 30 * 86_400_000);
    await catchUp(api.lives, life);
    expect(await signingOf(paper)).toMatchObject({ state: 'expired' });
    expect(await api.rows(`select distinct template from notice where life = $1 order by template`, life)).toEqual([
      { template: 'paper-brought' },
      { template: 'sign-expired' },
      { template: 'sign-reminder' },
    ]);
    expect((await sendPaper(api, customer, task, bytes)).status).toBe(200);
  });

  it('may be signed after its task is over, but none is sent then', async () => {
    const own = await acceptedTask(api, customer, contractor);
    const { paper } = await sent(contractor, { of: own });
    for (const [person, name] of [
      [contractor, 'start'],
      [contractor, 'submit'],
      [customer, 'approve'],
      [contractor, 'confirm'],
    ] as const)
      await api.as(person).command(own, name);
    for (const person of [customer, contractor]) expect((await sign(person, paper)).status).toBe(200);
    expect(await signingOf(paper)).toMatchObject({ state: 'signed' });
    expect(await api.rows('select from unexpected where life = $1', `task/${own}`)).toEqual([]);
    expect((await sendPaper(api, customer, own, await pdfOf('Late'))).problem?.code).toBe('not-in-this-state');
    expect((await sendPaper(api, customer, await closedTask(api, customer, contractor), await pdfOf('Late'))).problem?.code).toBe(
      'not-in-this-state',
    );
  });
});

describe('who may send one', () => {
  it('is a party of an accepted task: nobody before, no stranger and no other candidate', async () => {
    const bytes = await pdfOf('Who');
    const { id } = await api.as(customer).postTask();
    const before = [await api.countEvents(), await countDocuments()];
    expect((await sendPaper(api, customer, id, bytes)).problem?.code).toBe('not-in-this-state');
    expect((await sendPaper(api, contractor, id, bytes)).problem?.code).toBe('wrong-party');
    expect((await sendPaper(api, stranger, task, bytes)).status).toBe(404);
    expect((await sendPaper(api, undefined, task, bytes)).status).toBe(401);
    expect((await sendPaper(api, staff, task, bytes)).problem?.code).toBe('wrong-party');
    expect([await api.countEvents(), await countDocuments()]).toEqual(before);
  });

  it('previews it without a check and without a trace', async () => {
    const before = [await api.countEvents(), await countDocuments()];
    const { status } = await sendPaper(api, customer, task, await pdfOf('Preview'), { preview: true, key: undefined as never });
    expect([status, await api.countEvents(), await countDocuments()]).toEqual([200, ...before]);
  });
});

describe('a repeat', () => {
  it('with the same key gets the receipt; another file with it is refused', async () => {
    const bytes = await pdfOf('Twice');
    const before = (await papersOf(customer)).length;
    const [one, other] = [
      await sendPaper(api, customer, task, bytes, { key: 'own-1' }),
      await sendPaper(api, customer, task, bytes, { key: 'own-1' }),
    ];
    expect([one.status, other.status, other.headers.get('idempotent-replayed')]).toEqual([200, 200, 'true']);
    expect((await papersOf(customer)).length).toBe(before + 1);
    expect((await sendPaper(api, customer, task, await pdfOf('Another'), { key: 'own-1' })).problem?.code).toBe('key-reused');
    expect((await sendPaper(api, customer, task, bytes, { key: 'own-1', title: 'Иначе' })).problem?.code).toBe('key-reused');
  });

  it('of the same file is refused while it waits in the task; in another task it is a paper of its own', async () => {
    const { bytes, paper } = await sent(customer);
    expect((await sendPaper(api, contractor, task, bytes)).problem).toMatchObject({ code: 'rule-refused', rule: 'paperWaitsAlready' });
    const own = await acceptedTask(api, customer, contractor);
    expect((await sendPaper(api, customer, own, bytes, { title: 'В другой' })).status).toBe(200);
    const [other] = await papersOf(customer, own);
    expect(other).toMatchObject({ sha256: paper.sha256, title: 'В другой' });
    expect(other?.reference).not.toBe(paper.reference);
    expect((await api.as(customer).get<Paper>(`/v1/documents/${paper.reference}`)).body.of).toBe(`/v1/tasks/${task}`);
  });

  it('of a paper that the platform drew is a paper of a party, and does not rename the first', async () => {
    const signing = await drawn(api, task);
    const act = (await api.as(customer).get<Papers>('/v1/documents?kind=completion-act&limit=1')).body.items[0] as Paper;
    const { bytes } = await fileOf(api, customer.token, act.links.content);
    const reply = await sendPaper(api, customer, task, bytes);
    // It is the very act that waits in this task already.
    expect(reply.problem?.rule).toBe('paperWaitsAlready');
    await api.as(customer).post(`/v1/signings/${signing.slice('signing/'.length).replace('/', '.')}/refuse`, { reasons: 'Нет' });
    await api.as(contractor).post(`/v1/signings/${signing.slice('signing/'.length).replace('/', '.')}/refuse`, { reasons: 'Нет' });
    expect((await sendPaper(api, customer, task, bytes)).status).toBe(200);
    expect((await papersOf(customer))[0]).toMatchObject({ kind: 'own-paper', broughtBy: 'customer', sha256: act.sha256 });
    expect((await api.as(customer).get<Paper>(`/v1/documents/${act.reference}`)).body).toMatchObject({
      kind: 'completion-act',
      broughtBy: null,
    });
  });
});

describe('what is refused', () => {
  /** Nothing is kept of a refused file. */
  async function refused(send: () => ReturnType<typeof sendPaper>): Promise<ProblemBody & { fault?: string; most?: number }> {
    const before = [await api.countEvents(), await countDocuments()];
    const { problem } = await send();
    expect([await api.countEvents(), await countDocuments()]).toEqual(before);
    return problem as ProblemBody;
  }
  const set = (code: string, value: number) =>
    api.owner.query('update parameter set value = $2::jsonb where code = $1', [code, String(value)]);

  it('is a file with a fault, in the language of the reader, with what to do', async () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const problem = await refused(async () =>
        sendPaper(api, customer, task, craftedPdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), { language }),
      );
      expect(problem).toMatchObject({ status: 422, code: 'paper-refused', fault: 'scripts', detail: PAPER_FAULTS.scripts[language] });
    }
    expect(await refused(async () => sendPaper(api, customer, task, Buffer.from('nonsense')))).toMatchObject({ fault: 'not-pdf' });
    expect(await refused(async () => sendPaper(api, customer, task, Buffer.alloc(0)))).toMatchObject({ fault: 'not-pdf' });
    expect(await refused(async () => sendPaper(api, customer, task, craftedPdf({ pages: 1_000 })))).toMatchObject({
      fault: 'too-many-pages',
      most: 100,
    });
  });

  it('is a file that is larger than the parameter, or than anything is read', async () => {
    await set('ownPaperMostBytes', 2_000);
    expect(await refused(() => sendPaper(api, customer, task, craftedPdf({ pages: 30 })))).toMatchObject({
      fault: 'too-large',
      most: 2_000,
    });
    await set('ownPaperMostBytes', 10_485_760);
    expect(await refused(() => sendPaper(api, customer, task, Buffer.alloc(17 * 2 ** 20)))).toMatchObject({
      status: 413,
      code: 'body-too-large',
    });
  });

  it('is a body of another type, packed or without its fields', async () => {
    const bytes = await pdfOf('Type');
    for (const headers of [{ 'Content-Type': 'application/json' }, { 'Content-Type': 'text/plain' }, { 'Content-Encoding': 'gzip' }])
      expect((await refused(() => sendPaper(api, customer, task, bytes, { headers }))).code).toBe('unsupported-media-type');
    for (const headers of [
      { 'Paper-Title': '' },
      { 'Paper-Title': '%ff' },
      { 'Paper-Title': '%' },
      { 'Paper-Title': 'x'.repeat(201) },
      { 'Paper-Title': 'a%0Ab' },
      { 'Paper-Title': '%20' },
      { 'Paper-Title': 'a%00' },
      { 'Paper-Signers': 'nobody' },
      { 'Paper-Signers': '' },
    ])
      expect([headers, (await refused(() => sendPaper(api, customer, task, bytes, { headers }))).code]).toEqual([headers, 'invalid-input']);
  });

  it('is a bomb, in bounded time and without holding up the others', async () => {
    const bomb = craftedPdf({ more: [streamOf(5, '/Filter /FlateDecode', deflateSync(Buffer.alloc(70 * 2 ** 20), { level: 9 }))] });
    // A few megabytes that become a few million arrays.
    const crowd = craftedPdf({ more: [`5 0 obj\n[${'[]'.repeat(4_000_000)}]\nendobj\n`] });
    const delays = monitorEventLoopDelay();
    delays.enable();
    const before = performance.now();
    expect((await refused(() => sendPaper(api, customer, task, bomb))).fault).toBe('too-complex');
    expect((await refused(() => sendPaper(api, customer, task, crowd))).fault).toBe('too-complex');
    delays.disable();
    const whole = performance.now() - before;
    expect(whole).toBeLessThan(120_000);
    // Whoever reads the files in the event loop holds it up for most of this time.
    expect(delays.max / 1e6).toBeLessThan(whole / 3);
    expect((await sent(customer)).paper.state).toBe('awaited');
  });

  it('is more than the deal or the account may send, and each file that is checked counts', async () => {
    const own = await acceptedTask(api, customer, contractor);
    await set('ownPapersMostOfTask', 1);
    await sent(customer, { of: own });
    expect(await refused(async () => sendPaper(api, contractor, own, await pdfOf('More')))).toMatchObject({ rule: 'ownPapersAreLeft' });
    await set('ownPapersMostOfTask', 30);

    const used =
      (await api.owner.query(`select from quota_use where subject = $1 and quota = 'quotaOwnPapers'`, [contractor.id])).rowCount ?? 0;
    await set('quotaOwnPapers', used + 2);
    for (const code of ['paper-refused', 'paper-refused', 'quota-used'])
      expect((await refused(() => sendPaper(api, contractor, own, Buffer.from('nonsense')))).code).toBe(code);
    await set('quotaOwnPapers', 1_000);
  });

  it('is the second of two files that one person sends at once', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(8 * 2 ** 20)]);
    const codes = await Promise.all([1, 2, 3].map(async () => (await sendPaper(api, customer, task, bytes)).problem?.code));
    expect(new Set(codes)).toEqual(new Set(['paper-refused', 'too-many-requests']));
  });

  it('is a file whose bytes were erased before', async () => {
    const { paper, bytes } = await sent(customer);
    await api.as(customer).post(`${paper.signing}/withdraw`, {});
    await api.owner.query(`update document set bytes = null, erased_at = clock_timestamp(), erased_for = $2 where sha256 = $1`, [
      paper.sha256,
      customer.id,
    ]);
    expect(await refused(() => sendPaper(api, customer, task, bytes))).toMatchObject({ fault: 'erased' });
    expect((await api.as(customer).get(paper.links.copy)).problem?.code).toBe('erased');
  });
});
