/** The package of a signed paper, checked by its own script: with OpenSSL alone, outside of the platform. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { SignedPaper, Signers } from '../../../testing/lives/signed.ts';
import { fileOf, joinSigners, signedPaper } from '../../../testing/lives/signed.ts';
import { drawn } from '../../../testing/lives/signings.ts';
import { closedTask } from '../../../testing/lives/tasks.ts';
import { askedAbout, inThread, writeTo } from '../../../testing/lives/threads.ts';
import type { Registered } from '../../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../../testing/people/accounts.ts';
import { done } from '../../../testing/people/registration.ts';
import type { SigningKeys } from '../../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../../testing/stand-ins/signing-keys.ts';
import type { Api } from '../../../testing/worlds/api.ts';
import { openApi } from '../../../testing/worlds/api.ts';
import { until } from '../../../testing/worlds/world.ts';

let keys: SigningKeys;
let api: Api;
let signers: Signers;
let paper: SignedPaper;
const folders: string[] = [];
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  await api.owner.query(
    `update parameter set value = '1000' where code in ('quotaMessages', 'quotaMessagesPerMinute', 'unprovedTasksMost')`,
  );
  signers = await joinSigners(api);
  paper = await signedPaper(api, keys, signers, ['rsa', 'ecdsa']);
});
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  await api.close();
  keys.authority.close();
});

const packageOf = async ({ reference }: SignedPaper, token = signers.customer.token) =>
  fileOf(api, token, `/v1/documents/${reference}/package`);

/** Unpacks a package into a new folder. */
async function unpacked(of: SignedPaper): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-package-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(unzipSync((await packageOf(of)).bytes))) writeFileSync(join(folder, name), bytes);
  chmodSync(join(folder, 'check.sh'), 0o755);
  return folder;
}

const run = (folder: string): { status: number | null; told: string } => {
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'check.sh')], { encoding: 'utf8' });
  return { status, told: stdout + stderr };
};

describe('the package of a paper', () => {
  it('is for those who have the paper, and has a name in Russian', async () => {
    const { status, headers } = await packageOf(paper);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; /);
    const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '');
    expect(name).toMatch(/^Акт выполненных работ АВР-\d{4}-1 от \d\d\.\d\d\.\d{4}\.zip$/);
    const stranger = await joinSigners(api);
    expect((await packageOf(paper, stranger.customer.token)).status).toBe(404);
  });

  it('is the same each time, with the bytes that were signed', async () => {
    const [one, other] = [await packageOf(paper), await packageOf(paper)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const files = unzipSync(one.bytes);
    expect(Buffer.from(files['document.pdf'] as Uint8Array).equals(paper.bytes)).toBe(true);
    expect(Object.keys(files).toSorted()).toEqual(
      [
        ...['README.txt', 'check.sh', 'document.pdf', 'record.json'],
        ...['signature-1-contractor', 'signature-2-customer'].flatMap((name) =>
          ['p7s', 'pem', 'chain.pem', 'signer.pem', 'issuer.pem', '1.ocsp', '1.crl', 'tst', 'value', 'report.json'].map(
            (part) => `${name}.${part}`,
          ),
        ),
      ].toSorted(),
    );
  });

  /** Has the contractor who asked about a task accept it, and returns a paper of it. */
  async function agreedPaper(task: string): Promise<SignedPaper> {
    const { customer, contractor } = signers;
    const { responses } = done(await api.as(customer).get<{ responses: { contractor: string; number: number }[] }>(`/v1/tasks/${task}`));
    const response = responses.find((each) => each.contractor === contractor.id)?.number;
    await api.as(customer).command(task, 'choose', { version: 1, contractor: contractor.id, response });
    await api.as(contractor).command(task, 'accept', { version: 1 });
    await drawn(api, task);
    return done(await api.as(contractor).get<{ items: [SignedPaper] }>(`/v1/documents?of=task/${task}`)).items[0];
  }

  /** The messages in the package that somebody gets. Undefined if there are none. */
  async function messagesIn({ reference }: SignedPaper, { token }: Pick<Registered, 'token'>): Promise<string | undefined> {
    const headers = { Authorization: `Bearer ${token}`, 'Staff-Reason': 'check' };
    const response = await fetch(`${api.url}/v1/documents/${reference}/package`, { headers });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const messages = files['messages.txt'] && Buffer.from(files['messages.txt']).toString();
    expect(
      Buffer.from(files['README.txt'] as Uint8Array)
        .toString()
        .includes('messages.txt'),
    ).toBe(messages !== undefined);
    return messages;
  }

  const inTheirs = async (person: Registered, thread: string, name: string, body: object) =>
    done(await inThread(api, person, thread, name, body));

  it('has what the parties wrote to each other, as its reader may read it, with the hash of each event', async () => {
    const { customer, contractor } = signers;
    const { task, thread } = await askedAbout(api, customer, contractor, 'Call me: +7 701 123 45 67');
    done(await writeTo(api, customer, task, 'The wall is wet', { to: contractor.id, quote: 1 }));
    done(await writeTo(api, customer, task, 'I was wrong', { to: contractor.id }));
    await inTheirs(customer, thread, 'edit', { message: 2, text: 'The wall is dry' });
    await inTheirs(customer, thread, 'withdraw', { message: 3 });
    await inTheirs(contractor, thread, 'mark-read', { upTo: 2 });
    const of = await agreedPaper(task);
    const [own, others] = [await messagesIn(of, contractor), await messagesIn(of, customer)];
    expect(own).toContain('> Call me: +7 701 123 45 67');
    expect(others).toContain('> Call me: +•••');
    const events = await api.rows<{ seq: number; hash: string }>(
      `select seq, hash from event where life = $1 and type in ('say', 'edit', 'withdraw')`,
      `thread/${thread}`,
    );
    expect(events).toHaveLength(5);
    for (const told of [own, others]) {
      expect(told).toContain('> The wall is dry');
      expect(told).not.toMatch(/The wall is wet|I was wrong/);
      for (const { seq, hash } of events) expect(told).toContain(`Event ${seq}: ${hash}]`);
      for (const words of ['In answer to the message 1', 'Edited: ', 'Withdrawn: ', 'Marked as read']) expect(told).toContain(words);
    }
  });

  it('has nothing of another candidate, and gives a candidate and the staff no messages', async () => {
    const { customer, contractor } = signers;
    const [rival, staff] = await Promise.all([registerUnderOffer(api, ['contractor']), api.join(['operator'])]);
    const { task } = await askedAbout(api, customer, contractor, 'Is there a lift?');
    await api.as(rival).command(task, 'respond', { version: 1 });
    done(await writeTo(api, rival, task, 'I would do it for less'));
    const of = await agreedPaper(task);
    for (const person of [customer, contractor]) {
      const told = await messagesIn(of, person);
      expect(told).toContain('> Is there a lift?');
      expect(told).not.toContain('for less');
    }
    expect((await packageOf(of, rival.token)).status).toBe(404);
    expect(await messagesIn(of, staff)).toBeUndefined();
  });

  it('shows no text as something that the platform says', async () => {
    const { customer, contractor } = signers;
    const forged = `Agreed\n\n2. 30.11.2026 16:02, Айгүл\r\nI owe you a million\u2028[Event 3: ${'0'.repeat(64)}]`;
    const { task } = await askedAbout(api, customer, contractor, forged);
    const told = await messagesIn(await agreedPaper(task), customer);
    const lines = (told as string).split(/[\n\r\u2028\u2029]/);
    expect(lines.filter((line) => /^2\. |^I owe|^\[Event 3/.test(line))).toEqual([]);
    for (const line of ['> Agreed', '> 2. 30.11.2026 16:02, Айгүл', '> I owe you a million']) expect(lines).toContain(line);
  });

  it('says of an erased text that it was erased, and has all messages, however many', async () => {
    const { customer, contractor } = signers;
    const { task, thread } = await askedAbout(api, customer, contractor, 'My address is a secret');
    const of = await agreedPaper(task);
    for (let number = 2; number <= 202; number++) await inTheirs(contractor, thread, 'say', { text: `Message of number ${number}.` });
    await api.owner.query(
      `set session_replication_role = replica;
       update erasable_text set sealed = null, erased_at = now() where id = (select text from message where thread = 'thread/${thread}' and number = 1);
       set session_replication_role = origin`,
    );
    const told = (await messagesIn(of, customer)) as string;
    expect(told).toContain('[The text was erased with its account.]');
    expect(told).not.toContain('secret');
    const numbers = [...told.matchAll(/^> Message of number (\d+)\.$/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 201 }, (_, index) => index + 2));
  });

  it('of a dispute has what was written about the dispute', async () => {
    const { customer, contractor } = signers;
    const task = await closedTask(api, customer, contractor);
    done(await writeTo(api, contractor, task, 'About the task'));
    const claim = { task, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
    const { id } = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));
    const papers = async (): Promise<SignedPaper[]> =>
      done(await api.as(contractor).get<{ items: SignedPaper[] }>(`/v1/documents?of=dispute/${id}`)).items;
    await api.withWorker(() => until(async () => (await papers()).length > 0, 'the claim'));
    done(await api.as(customer).post(`/v1/disputes/${id}/messages`, { text: 'About the dispute' }));
    for (const person of [customer, contractor]) {
      const told = await messagesIn((await papers())[0] as SignedPaper, person);
      expect(told).toContain('> About the dispute');
      expect(told).not.toContain('About the task');
    }
  });

  it('passes its own script, and says in three languages what the script runs', async () => {
    const folder = await unpacked(paper);
    const { status, told } = run(folder);
    expect([status, told]).toEqual([0, expect.not.stringContaining('FAIL')]);
    expect(told.match(/^ok/gm)).toHaveLength(1 + 2 * 4);
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
    for (const words of ['ҚАЗАҚША', 'РУССКИЙ', 'ENGLISH', paper.sha256, 'pki.gov.kz', `${api.url}/verify/${paper.reference}`])
      expect(readme).toContain(words);
    expect(readme).not.toContain('ezsigner');
    const commands = [...readFileSync(join(folder, 'check.sh'), 'utf8').matchAll(/'(openssl [^']+)'$/gm)].map(
      ([, command]) => command as string,
    );
    for (const command of commands) expect(readme.split(command)).toHaveLength(4);
    const [root = ''] = /[0-9a-f]{64}/.exec(readme.split('pki.gov.kz')[1] ?? '') ?? [];
    const printed = execFileSync('openssl', ['storeutl', '-noout', '-certs', '-text', join(folder, 'signature-1-contractor.chain.pem')], {
      encoding: 'utf8',
    });
    expect(printed).toContain('AkJet DEVELOPMENT root');
    expect(root).toHaveLength(64);
  });

  it.each([
    ['document.pdf', 'sha256'],
    ['signature-1-contractor.p7s', 'cms'],
    ['signature-2-customer.1.ocsp', 'ocsp'],
    ['signature-1-contractor.1.crl', 'crl'],
    ['signature-2-customer.tst', 'ts'],
  ])('fails its script if %s was changed', async (file, tool) => {
    const folder = await unpacked(paper);
    const bytes = readFileSync(join(folder, file));
    // The last byte of the text or of a signature. In a CMS the time stamp follows it.
    const value = readFileSync(join(folder, 'signature-1-contractor.value'));
    const last = file.endsWith('.p7s') ? bytes.indexOf(value) + value.length - 1 : bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    writeFileSync(join(folder, file), bytes);
    const { status, told } = run(folder);
    expect(status).toBe(1);
    expect(told).toMatch(new RegExp(`^FAIL .*\\n.*openssl .*${tool}`, 'm'));
  });

  it('says truthfully that OpenSSL cannot check a signature by ГОСТ', async () => {
    const folder = await unpacked(await signedPaper(api, keys, signers, ['gost', 'account']));
    const { status, told } = run(folder);
    expect([status, told]).toEqual([3, expect.stringContaining('open  signature-1-contractor.p7s')]);
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
    expect(readme).toContain('ezsigner.kz');
    const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as { items: { type: string; hash: string }[] };
    expect(record.items.map(({ type }) => type)).toEqual(['ask', 'sign', 'sign']);
  });
});
