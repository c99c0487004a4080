import { createHash, randomUUID, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { verify } from '../lives/verify.ts';
import { acceptedTask } from '../testing/lives/tasks.ts';
import { registerUnderOffer } from '../testing/people/accounts.ts';
import type { Key } from '../testing/people/logins.ts';
import { newKey } from '../testing/people/logins.ts';
import type { Api, Person, Reply } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';

let api: Api;
let customer: Person;
let contractor: Person;
const key: Key = newKey();
beforeAll(async () => {
  api = await openApi();
  [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
  await giveKey(contractor, key);
});
afterAll(() => api.close());

/** Gives the device of a person's session its key. */
const giveKey = (person: Person, { publicKey }: Pick<Key, 'publicKey'>): Promise<unknown> =>
  api.owner.query(`update device set public_key = $2 where id = (select device from session where account = $1)`, [person.id, publicKey]);
const demand = (person: Person, required = true): Promise<unknown> =>
  api.owner.query('update account set signs_acts = $2 where id = $1', [person.id, required]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As docs/chain.md tells a stranger. */
function signatureOf(given: Key, account: string, act: string, idempotencyKey: string, body: object): string {
  const text = ['akjet/act', act, sha256(`account/${account}/${idempotencyKey}`), sha256(canonicalize(body) as string)].join('\n');
  const algorithm = given.privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return sign(algorithm, Buffer.from(text), given.privateKey).toString('base64');
}

interface Signing {
  person?: Person;
  by?: Key;
  account?: string;
  act?: string;
  signed?: object;
  idempotencyKey?: string;
}

/** Accepts a task with a signature, right but for what is given. */
async function accept(task: string, { person = contractor, by = key, ...given }: Signing = {}, as = randomUUID()): Promise<Reply<object>> {
  const path = `/v1/tasks/${task}/accept`;
  const { account = person.id, act = `POST ${path}`, signed = { version: 1 }, idempotencyKey = as } = given;
  const headers = { 'Device-Signature': signatureOf(by, account, act, idempotencyKey, signed) };
  return api.as(person).post<object>(path, { version: 1 }, { key: as, headers });
}

const posted = async (): Promise<string> => (await api.as(customer).postTask()).id;
const lastActor = async (task: string) => {
  const { body } = await api.as(customer).get<{ items: { actor: { signature?: object } | null }[] }>(`/v1/tasks/${task}/events`);
  return body.items.at(-1)?.actor;
};

describe('a signed act', () => {
  it('is kept in the event with what was signed, and holds for a stranger who knows only the chain', async () => {
    const task = await posted();
    const as = randomUUID();
    expect((await accept(task, {}, as)).status).toBe(200);
    expect(await lastActor(task)).toMatchObject({
      account: contractor.id,
      signature: { act: `POST /v1/tasks/${task}/accept`, body: sha256('{"version":1}'), publicKey: key.publicKey },
    });
    await expect(verify(api.lives, `task/${task}`)).resolves.toBeUndefined();
  });

  it.each<[string, (task: string) => Signing]>([
    ['of another key', () => ({ by: newKey() })],
    ['over another body', () => ({ signed: { version: 2 } })],
    ['over another task', () => ({ act: `POST /v1/tasks/${randomUUID()}/accept` })],
    ['over another command', (task) => ({ act: `POST /v1/tasks/${task}/decline` })],
    ['for another request', () => ({ idempotencyKey: randomUUID() })],
    ['for another account', () => ({ account: customer.id })],
  ])('%s is refused with the text to sign, and nothing happens', async (_, given) => {
    const task = await posted();
    const { status, problem } = await accept(task, given(task));
    expect([status, problem?.code]).toEqual([403, 'signature-refused']);
    expect(problem).toHaveProperty(
      'sign',
      expect.stringMatching(new RegExp(`^akjet/act\nPOST /v1/tasks/${task}/accept\n[0-9a-f]{64}\n[0-9a-f]{64}$`)),
    );
    expect((await accept(task)).status).toBe(200);
  });

  it('is refused from a device without a key', async () => {
    const other = await api.join(['contractor']);
    expect((await accept(await posted(), { person: other })).problem?.code).toBe('signature-refused');
  });

  it('may be signed by an Ed25519 key too', async () => {
    const other = await api.join(['contractor']);
    const by = newKey('Ed25519');
    await giveKey(other, by);
    expect((await accept(await posted(), { person: other, by })).status).toBe(200);
  });

  it('is found by verify where its signature was changed with all hashes of the chain', async () => {
    const task = await posted();
    await accept(task);
    await api.owner.query(`set session_replication_role = replica;
      update event set actor = jsonb_set(actor, '{signature,act}', '"POST /v1/tasks/another/accept"') where life = 'task/${task}' and seq = 2;
      set session_replication_role = origin`);
    await expect(verify(api.lives, `task/${task}`)).resolves.toMatchObject({ seq: 2 });
  });
});

describe('an account that demands signatures', () => {
  it('binds itself by no session alone: the problem says what to sign, and the same request with its signature is done', async () => {
    const signer = await api.join(['contractor']);
    await giveKey(signer, key);
    await demand(signer);
    const task = await posted();
    const as = randomUUID();
    const bare = await api.as(signer).post(`/v1/tasks/${task}/accept`, { version: 1 }, { key: as });
    expect([bare.status, bare.problem?.code]).toEqual([403, 'signature-needed']);
    const { sign: text } = bare.problem as unknown as { sign: string };
    const signature = sign('sha256', Buffer.from(text), key.privateKey).toString('base64');
    const headers = { 'Device-Signature': signature };
    expect((await api.as(signer).post(`/v1/tasks/${task}/accept`, { version: 1 }, { key: as, headers })).status).toBe(200);
    // What does not bind needs none, and neither does a preview.
    expect((await api.as(signer).post(`/v1/tasks/${task}/start`, {})).problem?.code).not.toBe('signature-needed');
    expect((await api.as(signer).post(`/v1/tasks/${task}/resign?preview=true`, { reasons: 'x' }, { key: null })).status).toBe(200);
    expect((await api.as(signer).post(`/v1/tasks/${task}/resign`, { reasons: 'x' })).problem?.code).toBe('signature-needed');
  });

  it('says so by a signed command, is told, and ends it only by a signed command', async () => {
    const signer = await registerUnderOffer(api, ['contractor']);
    await giveKey(signer, key);
    const path = `/v1/accounts/${signer.id}/sign-acts`;
    const say = (required: boolean, withSignature: boolean) => {
      const as = randomUUID();
      const headers = withSignature ? { 'Device-Signature': signatureOf(key, signer.id, `POST ${path}`, as, { required }) } : {};
      return api.as(signer).post<{ signsActs: boolean }>(path, { required }, { key: as, headers });
    };
    expect((await say(true, false)).problem?.code).toBe('signature-needed');
    expect((await say(true, true)).body.signsActs).toBe(true);
    expect((await say(true, true)).problem?.rule).toBe('signingChanges');
    expect((await say(false, false)).problem?.code).toBe('signature-needed');
    expect((await say(false, true)).body.signsActs).toBe(false);
    const notices = await api.rows(
      `select from notice where account = $1 and template = 'act-signing-changed' and channel = 'sms'`,
      signer.id,
    );
    expect(notices).toHaveLength(2);
  });
});

it('a task that nobody asked to sign works as before', async () => {
  await expect(acceptedTask(api, customer, await api.join(['contractor']))).resolves.toBeDefined();
});
