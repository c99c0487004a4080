import { createHash, randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import type { Signing } from '../../testing/lives/signings.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { inHours, joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

const HOUR = 3_600_000;

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
let stranger: Person;
let task: string;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff: operator } = await joinParties(api));
  task = await acceptedTask(api, customer, contractor);
});
afterAll(() => api.close());

const read = async (person: Person, signing: string): Promise<Signing> => (await api.as(person).get<Signing>(addressOf(signing))).body;
const say = (person: Person, signing: string, name: string, body: object): Promise<Reply<Signing>> =>
  api.as(person).post<Signing>(`${addressOf(signing)}/${name}`, body);
const sign = async (person: Person, signing: string): Promise<Reply<Signing>> =>
  say(person, signing, 'sign', { sha256: (await read(person, signing)).document.sha256 });
const tell = async (signing: string, type: string, input: object): Promise<void> => {
  const { updates } = await commit(api.lives, {
    life: signing,
    idempotencyKey: randomUUID(),
    type,
    by: 'platform',
    input,
  });
  api.dispatch(updates);
};
const types = async (signing: string): Promise<string[]> =>
  (await api.rows<{ type: string }>('select type from event where life = $1 order by seq', signing)).map(({ type }) => type);
const menuOf = ({ commands }: Signing): string[] => commands.map(({ name }) => name);
const noticesOf = async (person: Person, signing: string): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`${addressOf(signing)}/notices`)).body.items.map(({ template }) => template);

/** What the task received from a signing, whether or not its chart accepted it. */
const heard = (signing: string) =>
  until(async () => {
    const [event] = await api.rows<{ type: string; input: { type: string; input: object } & Record<string, unknown> }>(
      'select type, input from event where key like $1 order by seq desc',
      `message/${signing}/%`,
    );
    if (event === undefined) return undefined;
    const { type, input } = event.type === 'unexpected' ? event.input : event;
    const { from, seq, hash, calendar: _, ...facts } = input as Record<string, unknown>;
    expect({ from, seq, hash }).toEqual({ from: signing, seq: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    return { type, ...facts };
  }, `the report of ${signing}`);

describe('a signing (5.3, 4.3.3)', () => {
  it('accepts confirmations in order, each of the document’s hash (1.4), and informs the task', async () => {
    await api.withWorker(async () => {
      const signing = await drawn(api, task);
      const asked = await read(contractor, signing);
      const { sha256 } = asked.document;
      expect(asked).toMatchObject({
        state: 'awaited',
        task,
        document: { kind: 'completion-act', href: `/v1/documents/${sha256}/content` },
        order: ['contractor', 'customer'],
        confirmations: [],
        refused: null,
      });
      expect([menuOf(asked), menuOf(await read(customer, signing))]).toEqual([['sign', 'refuse'], []]);

      for (const name of ['sign', 'refuse']) {
        const body = name === 'sign' ? { sha256 } : { reasons: 'Not yet' };
        expect((await say(customer, signing, name, body)).problem).toMatchObject({ code: 'not-in-this-state', rule: 'isTheirTurn' });
        expect((await say(operator, signing, name, body)).problem).toMatchObject({ code: 'wrong-party' });
        expect((await say(stranger, signing, name, body)).problem).toMatchObject({ code: 'not-found' });
      }
      const wrong = await say(contractor, signing, 'sign', { sha256: 'f'.repeat(64) });
      expect(wrong.problem).toMatchObject({ code: 'rule-refused', rule: 'hashIsTheDocuments', clause: '1.4' });
      expect((await say(contractor, signing, 'sign', { sha256: 'f' })).problem?.code).toBe('invalid-input');

      expect((await sign(contractor, signing)).body).toMatchObject({ state: 'awaited', confirmations: [{ party: 'contractor' }] });
      expect(await heard(signing)).toEqual({ type: 'partySigned', child: signing, party: 'contractor' });
      expect((await sign(contractor, signing)).problem?.code).toBe('not-in-this-state');
      expect(await noticesOf(customer, signing)).toEqual(['sign-asked']);

      const { body } = await sign(customer, signing);
      expect(body).toMatchObject({ state: 'signed', confirmations: [{ party: 'contractor' }, { party: 'customer' }], commands: [] });
      expect(await noticesOf(contractor, signing)).toEqual(['sign-asked', 'document-confirmed']);
      await expect(api.ended(signing)).resolves.toBe('signed');
      await until(async () => ((await heard(signing)) as { type: string }).type === 'signed', 'the end told');
      expect(await heard(signing)).toEqual({ type: 'signed', child: signing, sha256, kind: 'completion-act' });
    });
  });

  it('ends with a refusal, and both parties read its reasons', async () => {
    await api.withWorker(async () => {
      const signing = await drawn(api, task, { confirmed: { contractor: inHours(-1) } });
      expect((await say(customer, signing, 'refuse', {})).problem?.code).toBe('invalid-input');
      const { body } = await say(customer, signing, 'refuse', { reasons: 'Three hours, not five' });
      expect(body).toMatchObject({ state: 'refused', refused: { party: 'customer', reasons: 'Three hours, not five' }, commands: [] });
      expect((await read(contractor, signing)).refused?.reasons).toBe('Three hours, not five');
      expect(await noticesOf(contractor, signing)).toEqual(['sign-refused']);
      expect(await heard(signing)).toEqual({ type: 'signingRefused', child: signing, party: 'customer' });
      expect((await sign(customer, signing)).problem?.code).toBe('not-in-this-state');
    });
  });

  it('reminds the party whose turn it is, and expires after its term', async () => {
    await api.withWorker(async () => {
      const reminded = await api.join(['contractor'], 'ru');
      const own = await acceptedTask(api, customer, reminded, { title: 'Покрасить забор' });
      const signing = await drawn(api, own, { signBy: inHours(48), reminders: [inHours(20), inHours(40)] });
      expect((await read(customer, signing)).ifNobodyActs).toMatchObject({ becomes: 'expired', clause: '4.3.3' });
      await pass(api, signing, 21 * HOUR);
      expect(await noticesOf(reminded, signing)).toEqual(['sign-asked', 'sign-reminder']);
      await sign(reminded, signing);
      await pass(api, signing, 20 * HOUR);
      expect(await noticesOf(customer, signing)).toEqual(['sign-asked', 'sign-reminder']);
      await pass(api, signing, 8 * HOUR);
      expect(await read(customer, signing)).toMatchObject({ state: 'expired', commands: [], ifNobodyActs: null });
      await until(async () => ((await heard(signing)) as { type: string }).type === 'signingExpired', 'the end told');
      expect(await heard(signing)).toEqual({ type: 'signingExpired', child: signing });
      const letters = await until(async () => {
        const all = (await lettersTo(reminded.email)).filter(({ subject }) => subject.startsWith('Документ №'));
        return all.length === 3 && all;
      }, 'three letters');
      const [asked, reminder, expired] = letters.map(({ subject }) => subject.replace(/№ \d+/, '№'));
      expect([asked, reminder, expired]).toEqual([
        'Документ № ждёт вашей подписи или подтверждения',
        'Документ № ещё не подписан и не подтверждён',
        'Документ № не подписан и не подтверждён в срок',
      ]);
      for (const { text } of letters) expect(text).toContain('Покрасить забор');
      expect(letters[1]?.text).toMatch(/не позднее \d+ \S+ \d{4} г\./);
    });
  });

  it('is replaced by a new version without a notice', async () => {
    const signing = await drawn(api, task);
    const again = await drawn(api, task);
    await tell(signing, 'replace', {});
    expect(await read(contractor, signing)).toMatchObject({ state: 'replaced', commands: [] });
    expect((await sign(contractor, signing)).problem).toMatchObject({ code: 'not-in-this-state', commands: [] });
    expect(await api.rows(`select from effect where life = $1 and kind = 'sendToLife'`, signing)).toEqual([]);
    expect((await read(contractor, again)).state).toBe('awaited');
  });

  it('records thirty concurrent confirmations as one event', async () => {
    const signing = await drawn(api, task);
    const { sha256 } = (await read(contractor, signing)).document;
    const replies = await Promise.all(Array.from({ length: 30 }, () => say(contractor, signing, 'sign', { sha256 })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 29 }, () => 409)]);
    expect(await types(signing)).toEqual(['ask', 'sign']);
  });

  it('counts a party’s confirmation in the task when its turn comes, and is affected by nothing else', async () => {
    const signing = await drawn(api, task);
    const confirm = (party: 'customer' | 'contractor', account: string) => tell(signing, 'confirm', { party, account, at: inHours(-1) });
    await confirm('customer', customer.id);
    await confirm('contractor', stranger.id);
    expect(await read(contractor, signing)).toMatchObject({ state: 'awaited', confirmations: [] });
    await confirm('contractor', contractor.id);
    await confirm('contractor', contractor.id);
    expect(await read(contractor, signing)).toMatchObject({ state: 'awaited', confirmations: [{ party: 'contractor' }] });
    await confirm('customer', customer.id);
    expect(await read(contractor, signing)).toMatchObject({
      state: 'signed',
      confirmations: [{ party: 'contractor' }, { party: 'customer' }],
    });
    await confirm('customer', customer.id);
    expect(await types(signing)).toEqual(['ask', 'unexpected', 'unexpected', 'confirm', 'unexpected', 'confirm', 'unexpected']);
    await expect(verify(api.lives, signing)).resolves.toBeUndefined();
  });

  it('is complete at its creation if every party had confirmed in the task', async () => {
    await api.withWorker(async () => {
      const [posted, accepted] = [inHours(-2), inHours(-1)];
      const signing = await drawn(api, task, {
        kind: 'order',
        order: ['customer', 'contractor'],
        confirmed: { customer: posted, contractor: accepted },
      });
      const born = await read(customer, signing);
      expect(born).toMatchObject({
        state: 'signed',
        confirmations: [
          { party: 'customer', at: posted },
          { party: 'contractor', at: accepted },
        ],
      });
      expect(await types(signing)).toEqual(['ask']);
      expect(await api.rows('select from effect where life = $1', signing)).toEqual([]);
      expect(await noticesOf(operator, signing)).toEqual([]);
    });
  });

  it('has a hash in its chain that anyone can compute from the bytes', async () => {
    for (const kind of ['completion-act', 'order', 'contract'] as const) {
      const signing = await drawn(api, task, { kind });
      const { document } = await read(customer, signing);
      const { body } = await api.as(customer).get<string>(document.href);
      const sha256 = createHash('sha256').update(body, 'latin1').digest('hex');
      expect(document).toMatchObject({ kind, sha256 });
      const { items } = (
        await api.as(customer).get<{ items: { type: string; input: object; hash: string }[] }>(`${addressOf(signing)}/events`)
      ).body;
      expect(items[0]).toMatchObject({ type: 'ask', input: { document: { kind, sha256 } } });
      await expect(verify(api.lives, signing)).resolves.toBeUndefined();
    }
  });
});
