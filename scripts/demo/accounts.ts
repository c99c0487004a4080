/** Demonstrates accounts: registration, devices, and the revision of the offer. */
import { generateKeyPairSync, randomInt, sign } from 'node:crypto';
import { CHECKBOX } from '../../api/offer/schema.ts';
import { requisitesOf, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import type { SampleUsers } from '../../local/sample-users.ts';
import { checkDigit } from '../../rules/identifiers.ts';
import type { Seen } from './stage.ts';
import { ask, letHoursPass, refused, SMS_OUTBOX_URL, say, until, work } from './stage.ts';

interface Person {
  name: string;
  number: string;
  token: string;
}

interface Account extends Seen {
  name: string;
  paused: boolean;
  reidentifications: string[];
  members: { person: string }[];
  offer: { next: string | null; accepted: { form: string; at: string; shownAt: string | null } | null };
}

/** A number and an identifier that no earlier run used. */
const anyNumber = (): string => `+7702${String(randomInt(10_000_000)).padStart(7, '0')}`;
function anyIdentifier(kind: 'natural' | 'company'): string {
  for (;;) {
    const eleven =
      kind === 'company' ? `240140${String(randomInt(100_000)).padStart(5, '0')}` : `9001013${String(randomInt(10_000)).padStart(4, '0')}`;
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}

/** The code that the person reads on the phone; here from the SMS outbox. */
async function codeFor(number: string, purpose: string): Promise<{ request: string; code: string }> {
  const { request } = await ask<{ request: string }>(undefined, 'POST', '/v1/auth/codes', { number, purpose });
  const messages = await fetch(`${SMS_OUTBOX_URL}/messages?to=${encodeURIComponent(number)}`).then((response) => response.json());
  // Notices go to the same phone, so the newest SMS with six digits is the code.
  const codes = (messages as { text: string }[]).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
  return { request, code: codes[0] ?? '' };
}

async function enter(name: string, number: string, deviceName: string): Promise<Person> {
  const { token } = await ask<{ token: string }>(undefined, 'POST', '/v1/auth/sessions', {
    ...(await codeFor(number, 'enter')),
    deviceName,
  });
  say(`  ${name}: enters the code from the SMS on ${deviceName}`);
  return { name, number, token };
}

async function register(person: Person, kind: 'natural' | 'company', role: 'customer' | 'contractor'): Promise<Account> {
  const self = { kind, name: person.name, identifier: anyIdentifier(kind) };
  const consents = await ask<{ items: { sha256: string }[] }>(person, 'POST', '/v1/personal-data/consent', self);
  const account = await ask<Account>(person, 'POST', '/v1/accounts', {
    ...{ ...self, roles: [role], language: 'ru' },
    consent: consents.items[0]?.sha256,
  });
  say(`  ${person.name}: registers as a ${role} → account ${account.number}, ${account.stateName}`);
  return account;
}

async function accept(person: Person, form: 'box' | 'statement'): Promise<void> {
  const { sha256: revision } = await ask<{ sha256: string }>(undefined, 'GET', '/v1/offer');
  const own =
    form === 'box' ? { checkbox: CHECKBOX } : { statement: (await ask<{ sha256: string }>(person, 'GET', '/v1/offer/statement')).sha256 };
  await ask(person, 'POST', '/v1/offer/acceptances', { act: 'accept', revision, ...own });
  say(
    `  ${person.name}: ${form === 'box' ? `ticks the box «${CHECKBOX}» (2.1.2)` : 'confirms the accession statement, with tariff and payment details (2.1.1)'}`,
  );
}

/** Sets the requisites that papers need: plainly made up. */
async function setRequisites(person: Person, kind: 'natural' | 'company'): Promise<void> {
  const [{ person: owner }] = (await own(person)).members as [{ person: string }];
  const requisites = kind === 'company' ? requisitesOfCompany(person.name, owner) : requisitesOf(person.name);
  await ask(person, 'PUT', '/v1/accounts/me/requisites', requisites);
  say(`  ${person.name}: sets the requisites, and papers lack nothing more`);
}

const own = (person: Person): Promise<Account> => ask<Account>(person, 'GET', '/v1/accounts/me');

export async function showAccounts([aigerim, , , , , operator, controller]: SampleUsers): Promise<void> {
  say('\n12. A contractor registers: a code to the number, the consent to personal data, the box of the offer (1.2, 1.9, 2.1.2, 7.2).');
  let nurlan = await enter('Nurlan', anyNumber(), 'a phone');
  const account = await register(nurlan, 'natural', 'contractor');
  const open = await ask(aigerim, 'POST', '/v1/tasks', { ...work('Water the garden', 700_000), terms: { earlyStart: true } });
  await refused(nurlan, 'POST', `/v1/tasks/${open.id}/accept`, { version: 1 });
  await accept(nurlan, 'box');
  await refused(nurlan, 'POST', `/v1/tasks/${open.id}/accept`, { version: 1 });
  await setRequisites(nurlan, 'natural');
  const task = await ask(nurlan, 'POST', `/v1/tasks/${open.id}/accept`, { version: 1 });
  say(`  Nurlan: accept → ${task.stateName}`);

  say('\n13. A company registers, names who acts for it, and that person confirms the accession statement (2.1.1).');
  const company = await enter('TOO Kurylys', anyNumber(), 'a laptop');
  await register(company, 'company', 'customer');
  await refused(company, 'GET', '/v1/offer/statement');
  await setRequisites(company, 'company');
  await accept(company, 'statement');
  const posted = await ask(company, 'POST', '/v1/tasks', { ...work('Sweep the roof', 900_000), terms: { earlyStart: true } });
  say(`  TOO Kurylys: post → task ${posted.number}, ${posted.stateName}`);

  say('\n14. A second device: its login ends the session on the first (1.13); authorised by its key, it needs no code (1.1, 1.3).');
  const old = nurlan;
  nurlan = await enter('Nurlan', nurlan.number, 'a second phone');
  await refused(old, 'GET', '/v1/accounts/me');
  const key = generateKeyPairSync('ed25519');
  const proof = async (purpose: 'device' | 'enter' | 'reidentify') => {
    const { challenge, nonce } = await ask<{ challenge: string; nonce: string }>(undefined, 'POST', '/v1/auth/challenges');
    return { challenge, signature: sign(null, Buffer.from(`akjet/${purpose}/${nonce}`), key.privateKey).toString('base64') };
  };
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const device = await ask<{ id: string }>(nurlan, 'POST', '/v1/auth/devices', {
    publicKey,
    name: 'A second phone',
    ...(await proof('device')),
    proof: await codeFor(nurlan.number, 'device'),
  });
  nurlan = {
    ...nurlan,
    ...(await ask<{ token: string }>(undefined, 'POST', '/v1/auth/sessions', { device: device.id, ...(await proof('enter')) })),
  };
  say('  Nurlan: logs in by the signature of the device');

  say('\n15. A changed number: proved by a code to the new one and by the device; the account may object while it cools off (1.2).');
  const change = async (number: string): Promise<Seen> => {
    await ask(undefined, 'POST', '/v1/reidentifications', {
      number: nurlan.number,
      ...(await codeFor(number, 'reidentify')),
      proof: { device: device.id, ...(await proof('reidentify')) },
    });
    return until(async () => {
      const [id] = (await own(nurlan)).reidentifications;
      return id !== undefined && ask(nurlan, 'GET', `/v1/reidentifications/${id}`).catch(() => undefined);
    }, 'the re-identification');
  };
  const first = await change(anyNumber());
  await refused(nurlan, 'POST', `/v1/tasks/${task.id}/start`);
  say(`  ${first.waits}`);
  const objected = await ask(nurlan, 'POST', `/v1/reidentifications/${first.id}/object`, { reasons: 'The old number is mine still.' });
  say(`  Nurlan: object → ${objected.stateName}`);
  await until(async () => !(await own(nurlan)).paused, 'the end of the pause');
  const newNumber = anyNumber();
  const second = await change(newNumber);
  if (second.ifNobodyActs) say(`  asked again; if nobody acts: ${second.ifNobodyActs.title} (${second.ifNobodyActs.clause})`);
  await letHoursPass(`reidentification/${second.id}`, 100);
  say('  days pass, in the clock of this life alone');
  await refused(operator, 'POST', `/v1/reidentifications/${second.id}/refuse`, { reasons: 'Too late' });
  await until(async () => (await ask(operator, 'GET', `/v1/reidentifications/${second.id}`)).state === 'done', 'the change of the number');
  await refused(nurlan, 'GET', '/v1/accounts/me');
  nurlan = await enter('Nurlan', newNumber, 'the second phone, under the new number');

  say('\n16. Suspended, appealed, and decided by a second member of staff (4.4.2).');
  const suspended = await ask(operator, 'POST', `/v1/accounts/${account.id}/suspend`, {
    ground: 'complaints',
    reasons: 'Three complaints in a week',
  });
  say(`  Operator: suspend → ${suspended.stateName}`);
  const another = await ask(aigerim, 'POST', '/v1/tasks', { ...work('Cut the hedge', 800_000), terms: { earlyStart: true } });
  await refused(nurlan, 'POST', `/v1/tasks/${another.id}/accept`, { version: 1 });
  await ask(nurlan, 'POST', `/v1/accounts/${account.id}/appeal`, { reasons: 'They are all of one neighbour.' });
  await refused(operator, 'POST', `/v1/accounts/${account.id}/grant-appeal`, { reasons: 'I looked again.' });
  const granted = await ask(controller, 'POST', `/v1/accounts/${account.id}/grant-appeal`, {
    reasons: 'The complaints are of one person.',
  });
  say(`  Controller: grant-appeal → ${granted.stateName}`);

  say('\n17. A new revision of the offer: two members of staff publish it, and it comes into force after a notice (10.2).');
  const present = await ask<{ text: string; number: number }>(undefined, 'GET', '/v1/offer');
  if (present.number > 1) return say('  It was published on this stack before.');
  const inDays = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(Date.now() + days * 86_400_000);
  const from = (day: string) => ({ text: present.text.replace(/вступила в силу .*$/m, `вступает в силу с ${day}.`), inForceFrom: day });
  await refused(operator, 'POST', '/v1/offer/revisions', from(inDays(0)));
  const proposal = await ask<{ id?: string }>(operator, 'POST', '/v1/offer/revisions', from(inDays(10)));
  if (proposal.id === undefined) return say('  It was published on this stack today.');
  await refused(operator, 'POST', `/v1/operator/proposals/${proposal.id}/confirm`);
  const { offerRevision } = await ask<{ offerRevision: { sha256: string } }>(
    controller,
    'POST',
    `/v1/operator/proposals/${proposal.id}/confirm`,
  );
  const revision = await ask<{ number: number; sha256: string; differenceText: string }>(
    undefined,
    'GET',
    `/v1/offer/revisions/${offerRevision.sha256}`,
  );
  say(
    `  Operator proposes, Controller confirms revision ${revision.number}; what it changed:\n    ${revision.differenceText.trim().replaceAll('\n', '\n    ')}`,
  );
  const started = await ask(nurlan, 'POST', `/v1/tasks/${task.id}/start`);
  say(`  Nurlan: start → ${started.stateName}; the revision binds nobody before ${inDays(10)}`);
}
