/** A text from one person to another in a command can be read: each text field of the API, by those for whom it is meant and by nobody else. */
import { randomUUID } from 'node:crypto';
import { commitExternalEvent } from '../lives/external-event.ts';
import { lifeOfPublicId, messageKey, publicIdOf as publicId } from '../lives/ids.ts';
import { todayInAlmaty } from '../models/today.ts';
import { shiftClock } from '../testing/engine/pass.ts';
import { createChild, seal } from '../testing/lives/creations.ts';
import { owe } from '../testing/lives/debts.ts';
import { drawInvoice, invoiceIsSent, invoicePath } from '../testing/lives/invoices.ts';
import { bookOwed } from '../testing/lives/owed.ts';
import { approved, declare } from '../testing/lives/qualifications.ts';
import type { Signing } from '../testing/lives/signings.ts';
import { addressOf, drawn } from '../testing/lives/signings.ts';
import { missedStart } from '../testing/lives/starts.ts';
import { acceptedTask, closedTask } from '../testing/lives/tasks.ts';
import type { Registered } from '../testing/people/accounts.ts';
import { openSessionFor, registerUnderOffer } from '../testing/people/accounts.ts';
import { agree, terminates } from '../testing/people/proposals.ts';
import { done } from '../testing/people/registration.ts';
import { askToChangeNumber } from '../testing/people/reidentifications.ts';
import { textFields } from '../testing/probes/texts.ts';
import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { inHours, openApi, posting } from '../testing/worlds/api.ts';
import { verificationTerms } from './verifications/terms.ts';

/** The texts that describe a work. */
const WORK = ['title', 'description', 'lines[].name', 'lines[].unit', 'place', 'hazards', 'measures', 'requirements'];
/** Their fields in a command that contains a work. */
const workOf = (command: string): string => WORK.map((text) => `${command}.${text}`).join(' ');

/**
 * The readers of a text in its life: its parties and the operator. A field that is missing here fails the test. `once`: before that only its author
 * and the operator read it.
 */
const READERS: Record<string, string> = {
  // A reader of the task reads them as the work itself.
  everyone: `${workOf('postTask')} ${workOf('changeTask')}`,
  'customer contractor operator': `giveUpTask.reasons cancelTask.reasons resignTask.reasons ${workOf('amendTask')}
    proposeCancelTask.reasons briefTask.note reportRiskTask.note stopWorkTask.reasons reportNoAccessTask.reasons submitTask.note submitTask.act sendPaperTask.title
    approvePartTask.reasons claimTask.demand reportForceMajeureTask.evidence contestForceMajeureTask.reasons refuseTask.reasons
    reportTask.proof denyTask.reasons respondTask.message
    giveReceipt.number giveReceipt.qr giveReceipt.note annulReceipt.reasons blockReview.reasons refuseSigning.reasons refuseSignaturesSigning.reasons admitInPartDispute.reasons rejectDispute.reasons offerDispute.note declineOfferDispute.reasons
    dropDispute.reasons jointInstructionDispute.note recordCourtActDispute.proof recordCourtActDispute.court
    recordCourtActDispute.caseNumber objectToCourtActDispute.reasons confirmCourtActDispute.reasons admitDispute.note
    raiseObjection.reasons answerObjection.comment excuseObjection.reasons keepObjection.reasons
    postDispute.demand postDispute.calculation claimTask.calculation reportDebt.proof denyDebt.reasons waiveDebt.reasons`,
  // Until both have written, or the time is over, each reads only its own.
  'customer contractor operator once published': 'writeReview.note replyReview.message',
  'contractor operator':
    'payInFullPayout.reasons allowPayout.reasons reportRefusedPayout.reasons declareQualification.title declareQualification.documentNumber declareQualification.issuer refuseQualification.reasons revokeQualification.reasons',
  // The contractor who declined no longer sees the task.
  'customer operator':
    'declineTask.reasons blockTask.reasons recordPaymentInvoice.proof writeOffInvoice.reasons creditInvoice.reasons disputeInvoice.reasons upholdInvoice.reasons writeOffDebt.reasons',
  'account operator': `proveIdentityAccount.what withdrawIdentityAccount.reasons registerAccount.name changeOwnAccount.name describeAccount.profile declareTaxStatusAccount.evidence refuseTaxStatusAccount.reasons
    reportAccessAccount.reasons restoreAccessAccount.reasons verifyAccount.what appealAccount.reasons
    submitVerification.evidence askAgainVerification.reasons refuseVerification.reasons withdrawVerification.reasons
    objectReidentification.reasons refuseReidentification.reasons`,
  'account operator once told': `suspendAccount.reasons terminateAccount.reasons liftAccount.reasons grantAppealAccount.reasons
    refuseAppealAccount.reasons`,
  // The holder of the account's device may be its thief.
  operator: 'askReidentification.proof.documents',
  // Messages and the exact address: api/threads and api/tasks/contacts test who reads them, and what of them.
  // Names of devices and of plans belong to no life; those of plans are public. The consent is shown to who names the name. Requisites: api/requisites tests who reads them. Texts between staff: api/accounts/suspension, api/payments/taken-back, api/operator, api/inflows, api/months, api/tax-invoices and api/disputes test who
  // reads them.
  // A saved search is its account's alone: api/searches.
  person: `saveSearch.name changeSavedSearch.name postTask.address setAddressTask.address sayAboutTask.text sayAboutDispute.text sayThread.text editThread.text closeThread.reasons readPersonalDataConsent.name logIn.deviceName authoriseDevice.name setRequisites.name setRequisites.address setRequisites.bank.name
    setRequisites.representatives[].name setRequisites.representatives[].position.kk setRequisites.representatives[].position.ru
    setRequisites.representatives[].ground.number sendBackInflow.reasons acceptDifferenceInflow.reasons rejectDifferenceInflow.reasons setAsideOutflow.reasons annulTaxInvoice.reasons reopenMonth.reasons closeLossPayment.reasons closeDifference.note refuseProposal.reasons suspendAccount.order
    publishTariffs.plans[].name.kk publishTariffs.plans[].name.ru publishTariffs.plans[].name.en offerPlan.plan.name.kk offerPlan.plan.name.ru offerPlan.plan.name.en
    terminateAccount.order dismissAccount.reasons proposeLimitDispute.reasons refuseLimitDispute.reasons`,
};
const readersOf = new Map(Object.entries(READERS).flatMap(([readers, fields]) => fields.split(/\s+/).map((field) => [field, readers])));

interface Said {
  words: Record<string, unknown>;
  erased: boolean;
}
type Statement = Said & { seq: number; by: string; account: string | null; command: string; title: string };
interface Shown {
  number: number;
  customer: string | null;
  progress?: Task['progress'];
  responses?: Task['responses'];
  statements: Statement[];
}
interface Chain {
  items: { seq: number; type: string; said: Said | null }[];
}

type Party = 'customer' | 'contractor' | 'operator' | 'account';
type Reader = Party | 'rival' | 'stranger' | 'neighbour';
/** A life with texts, and its readers. */
interface Scene {
  path: string;
  account?: Person;
}

let api: Api;
let people: Record<Exclude<Reader, 'account'> | 'colleague', Person>;
beforeAll(async () => {
  api = await openApi({ sweeping: false, limits: { requests: 1_000_000 } });
  const [customer, contractor, operator, colleague, rival, stranger, neighbour] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['operator']),
    api.join(['operator']),
    api.join(['contractor']),
    api.join(['contractor']),
    api.join(['customer']),
  ]);
  people = { customer, contractor, operator, colleague, rival, stranger, neighbour };
});
afterAll(() => api.close());

const read = (person: Person, path: string) => api.as(person).get<Shown>(path);
const chain = (person: Person, path: string) => api.as(person).get<Chain>(`${path}/events`);
const say = async <Body = Shown>(person: Person, path: string, body: object = {}): Promise<Body> =>
  done(await api.as(person).post<Body>(path, body));
const does = (who: keyof typeof people, id: string, name: string, body: object = {}) => api.as(people[who]).command(id, name, body);

/** Words that no other field has. */
const wordsFor = (field: string): string => `«${field}»`;
/** The texts of a command that have one field each. */
const texts = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field.slice(field.indexOf('.') + 1), wordsFor(field)]));

/** A hazardous work in words, each unique. */
const hazardous = (command: string) => {
  const { 'lines[].name': name, 'lines[].unit': unit, ...words } = texts(...workOf(command).split(' '));
  return { ...posting(), ...words, lines: [{ name, unit, quantity: 5, unitPrice: 300_000 }] };
};

const posted = async (given: object = {}) => (await api.as(people.customer).postTask(given)).id;
const accepted = (given: object = {}): Promise<string> => acceptedTask(api, people.customer, people.contractor, given);
const objected = async (words: object): Promise<string> => {
  const task = await missedStart(api, people.customer, people.contractor);
  return `/v1/objections/${(await say<{ id: string }>(people.contractor, '/v1/objections', { task, ...words })).id}`;
};
const started = async (given: object = {}): Promise<string> => {
  const id = await accepted(given);
  await does('contractor', id, 'start');
  return id;
};

/** Tasks with texts, by their fields: each text is the words for its field. Returns the task's id. */
const tasks: Record<string, () => Promise<string>> = {
  [workOf('postTask')]: () => posted(hazardous('postTask')),
  [workOf('changeTask')]: async () => {
    const id = await posted();
    await does('customer', id, 'change', { ...hazardous('changeTask'), version: 1 });
    return id;
  },
  'blockTask.reasons': async () => {
    const id = await posted();
    await does('operator', id, 'block', texts('blockTask.reasons'));
    return id;
  },
  'respondTask.message': async () => {
    const id = await posted({ match: 'choice' });
    await does('contractor', id, 'respond', { version: 1, ...texts('respondTask.message') });
    await does('rival', id, 'respond', { version: 1, message: 'The words of a rival' });
    return id;
  },
  'declineTask.reasons': async () => {
    const id = await posted({ match: 'invited', invited: [people.contractor.id, people.rival.id] });
    await does('contractor', id, 'decline', texts('declineTask.reasons'));
    return id;
  },
  [workOf('amendTask')]: async () => {
    const id = await accepted();
    await does('contractor', id, 'amend', { ...hazardous('amendTask'), version: 1 });
    return id;
  },
  'proposeCancelTask.reasons': async () => {
    const id = await accepted();
    await does('customer', id, 'propose-cancel', texts('proposeCancelTask.reasons'));
    await does('contractor', id, 'decline-cancel');
    return id;
  },
  'cancelTask.reasons': async () => {
    const id = await accepted();
    await does('customer', id, 'cancel', texts('cancelTask.reasons'));
    return id;
  },
  'resignTask.reasons': async () => {
    const id = await accepted();
    await does('contractor', id, 'resign', texts('resignTask.reasons'));
    return id;
  },
  'giveUpTask.reasons': async () => {
    const id = await accepted();
    await shiftClock(api, `task/${id}`, 4 * 86_400_000);
    await does('customer', id, 'give-up', texts('giveUpTask.reasons'));
    return id;
  },
  'briefTask.note': async () => {
    const id = await accepted({ hazards: 'Height' });
    await does('customer', id, 'brief', texts('briefTask.note'));
    return id;
  },
  'reportRiskTask.note stopWorkTask.reasons': async () => {
    const id = await started();
    await does('contractor', id, 'stop-work', texts('stopWorkTask.reasons'));
    await does('contractor', id, 'resume-work');
    await does('customer', id, 'report-risk', texts('reportRiskTask.note'));
    return id;
  },
  'reportNoAccessTask.reasons': async () => {
    const id = await accepted();
    await does('contractor', id, 'report-no-access', texts('reportNoAccessTask.reasons'));
    return id;
  },
  'submitTask.note submitTask.act refuseTask.reasons approvePartTask.reasons': async () => {
    const id = await started();
    const act = { attachments: [{ name: wordsFor('submitTask.act'), pages: 1 }] };
    await does('contractor', id, 'submit', { ...texts('submitTask.note'), act });
    await does('customer', id, 'refuse', texts('refuseTask.reasons'));
    await does('contractor', id, 'submit');
    const parts = [{ line: 1, quantity: 1 }];
    await does('customer', id, 'approve-part', { parts, rest: 'drop', ...texts('approvePartTask.reasons') });
    return id;
  },
  'reportTask.proof denyTask.reasons': async () => {
    const id = await accepted();
    const paidOn = new Date().toISOString().slice(0, 10);
    await does('customer', id, 'report', { amount: 100, paidOn, ...texts('reportTask.proof') });
    await does('contractor', id, 'deny', texts('denyTask.reasons'));
    return id;
  },
  'sendPaperTask.title': async () => {
    const id = await accepted();
    await does('contractor', id, 'send-paper', { signers: 'both', ...texts('sendPaperTask.title') });
    return id;
  },
  'claimTask.demand claimTask.calculation': async () => {
    const id = await accepted();
    const calculation = [{ what: wordsFor('claimTask.calculation'), amount: 100 }];
    await does('contractor', id, 'claim', { about: 'damages', amount: 100, calculation, ...texts('claimTask.demand') });
    return id;
  },
  'reportForceMajeureTask.evidence contestForceMajeureTask.reasons': async () => {
    const id = await accepted();
    await does('contractor', id, 'report-force-majeure', texts('reportForceMajeureTask.evidence'));
    await does('customer', id, 'contest-force-majeure', texts('contestForceMajeureTask.reasons'));
    return id;
  },
};

/** A dispute about a task that has ended: the contractor's claim. */
async function claimed(): Promise<string> {
  const task = await closedTask(api, people.customer, people.contractor);
  const calculation = [{ what: wordsFor('postDispute.calculation'), amount: 100_000 }];
  const claim = { task, against: 'counterparty', about: 'damages', amount: 100_000, calculation, ...texts('postDispute.demand') };
  const { id } = await say<{ id: string }>(people.contractor, '/v1/disputes', claim);
  return `/v1/disputes/${id}`;
}

/** A life that the platform begins. Returns its path. */
const FIRST = { review: 'open', fee: 'charge', payout: 'ask', receipt: 'ask' } as const;
async function begun(kind: keyof typeof FIRST, input: object): Promise<string> {
  const task = randomUUID();
  const parent = `task/${task}`;
  await createChild(api, parent, {
    ...{ child: `${kind}/${task}/1`, type: FIRST[kind], by: 'platform' },
    input: { parent, customer: people.customer.id, ...input },
  });
  return `/v1/${kind}s/${task}.1`;
}

const reviews = () =>
  begun('review', { contractor: people.contractor.id, closesAt: inHours(24), terms: { reminderHours: 1, replyDays: 14 } });

/** Documents that the operator asks of the contractor. */
async function verification(): Promise<Scene> {
  const parent = `task/${await posted()}`;
  const id = parent.replace('task/', 'verification/').concat('/1');
  const [what, terms] = [await seal(api, parent, { what: 'The licence' }), await verificationTerms(api.lives.database)];
  const input = { id, parent, contractor: people.contractor.id, what, kinds: ['taxStatus'], terms };
  await createChild(api, parent, { child: id, type: 'ask', by: 'operator', actor: { account: people.operator.id }, input });
  return { path: `/v1/verifications/${publicId(id)}`, account: people.contractor };
}

/** A change of the authorised number, asked for by documents. */
async function numberChange(): Promise<Scene> {
  const evidence = await seal(api, `task/${randomUUID()}`, { evidence: wordsFor('askReidentification.proof.documents') });
  const { life, holder } = await askToChangeNumber(api, { proof: 'documents', evidence });
  return { path: `/v1/reidentifications/${publicId(life)}`, account: holder };
}

/** A new session of the account, after its sessions were ended. */
const again = async (account: Registered): Promise<Registered> => ({
  ...account,
  token: await openSessionFor(api.owner, account.person, account.id),
});
const own = (account: Person) => `/v1/accounts/${account.id}`;
const order = (command: string, ground = 'complaints') => ({ ground, ...texts(`${command}.reasons`) });

/** The same for every other life. */
const lives: Record<string, () => Promise<Scene>> = {
  'postDispute.calculation postDispute.demand rejectDispute.reasons offerDispute.note declineOfferDispute.reasons jointInstructionDispute.note recordCourtActDispute.proof recordCourtActDispute.court recordCourtActDispute.caseNumber objectToCourtActDispute.reasons confirmCourtActDispute.reasons':
    async () => {
      const path = await claimed();
      await say(people.customer, `${path}/reject`, texts('rejectDispute.reasons'));
      await say(people.contractor, `${path}/offer`, { version: 1, amount: 50_000, ...texts('offerDispute.note') });
      await say(people.customer, `${path}/decline-offer`, { version: 1, ...texts('declineOfferDispute.reasons') });
      await say(people.contractor, `${path}/end-talks`);
      await say(people.customer, `${path}/joint-instruction`, { amount: 0, ...texts('jointInstructionDispute.note') });
      const words = texts('recordCourtActDispute.proof', 'recordCourtActDispute.court', 'recordCourtActDispute.caseNumber');
      const act = { amount: 100_000, decidedOn: todayInAlmaty(), inForceOn: todayInAlmaty(), ...words };
      await say(people.operator, `${path}/record-court-act`, act);
      await say(people.customer, `${path}/object-to-court-act`, { version: 1, ...texts('objectToCourtActDispute.reasons') });
      await shiftClock(api, lifeOfPublicId('dispute', path.slice('/v1/disputes/'.length)), 10 * 86_400_000);
      await say(people.colleague, `${path}/confirm-court-act`, { version: 1, ...texts('confirmCourtActDispute.reasons') });
      return { path };
    },
  'admitDispute.note': async () => {
    const path = await claimed();
    await say(people.customer, `${path}/admit`, texts('admitDispute.note'));
    return { path };
  },
  'reportDebt.proof denyDebt.reasons waiveDebt.reasons': async () => {
    const path = `/v1/debts/${await owe(api, { customer: people.customer.id, contractor: people.contractor.id })}`;
    await say(people.customer, `${path}/report`, { paidOn: todayInAlmaty(), ...texts('reportDebt.proof') });
    await say(people.contractor, `${path}/deny`, { report: 1, ...texts('denyDebt.reasons') });
    await say(people.contractor, `${path}/waive`, texts('waiveDebt.reasons'));
    return { path };
  },
  'payInFullPayout.reasons allowPayout.reasons reportRefusedPayout.reasons': async () => {
    await bookOwed(api, people.contractor.id);
    const path = await begun('payout', { customer: undefined, contractor: people.contractor.id, amount: '100000', income: '100000' });
    const id = lifeOfPublicId('payout', path.slice('/v1/payouts/'.length));
    const hears = (type: string, input: object) => api.say(id, type, 'platform', undefined, { id, ...input });
    const staff: [Person, Person] = [people.operator, await api.join(['operator'])];
    await hears('payoutWaits', { provider: 'sandbox', reason: 'large', details: 'version', openEnds: {} });
    await agree(api, staff, `${path}/allow`, texts('allowPayout.reasons'));
    await hears('prepared', { provider: 'sandbox', details: randomUUID() });
    await hears('taxWaits', { reason: 'unproved', waitTerms: { taxWaitDays: 30, taxWaitReminderDays: [] } });
    await agree(api, staff, `${path}/pay-in-full`, texts('payInFullPayout.reasons'));
    await hears('prepared', { provider: 'sandbox', details: randomUUID(), bank: 'The bank' });
    const order = `bank-order/${randomUUID()}`;
    await createChild(api, 'finance', {
      child: order,
      type: 'make',
      by: 'operator',
      input: { payouts: [], until: '2099-01-01T00:00:00.000Z' },
    });
    await hears('take', { order });
    const tax = { day: todayInAlmaty(), income: '0', withheld: [], net: '100000' };
    await hears('listed', { reference: `${id}/1/0`, returnDays: 3, tax });
    await hears('handOver', { order });
    await agree(api, staff, `${path}/report-refused`, { reason: 'bank', ...texts('reportRefusedPayout.reasons') });
    return { path };
  },
  'declareQualification.title declareQualification.documentNumber declareQualification.issuer refuseQualification.reasons': async () => {
    const words = texts('declareQualification.title', 'declareQualification.documentNumber', 'declareQualification.issuer');
    const path = `/v1/qualifications/${done(await declare(api, people.contractor, words)).id}`;
    await say(people.operator, `${path}/refuse`, texts('refuseQualification.reasons'));
    return { path };
  },
  'revokeQualification.reasons': async () => {
    const path = await approved(api, people.contractor, people.operator);
    await say(people.operator, `${path}/revoke`, texts('revokeQualification.reasons'));
    return { path };
  },
  'raiseObjection.reasons answerObjection.comment excuseObjection.reasons': async () => {
    const path = await objected(texts('raiseObjection.reasons'));
    await say(people.customer, `${path}/answer`, texts('answerObjection.comment'));
    await say(people.operator, `${path}/excuse`, texts('excuseObjection.reasons'));
    return { path };
  },
  'keepObjection.reasons': async () => {
    const path = await objected({ reasons: 'The gate was closed' });
    await say(people.customer, `${path}/answer`, { comment: 'It was open' });
    await say(people.operator, `${path}/keep`, texts('keepObjection.reasons'));
    return { path };
  },
  'giveReceipt.number giveReceipt.qr giveReceipt.note annulReceipt.reasons': async () => {
    const path = await begun('receipt', {
      ...{
        contractor: people.contractor.id,
        payout: `payout/${randomUUID()}/1`,
        amount: '100000',
        paidOn: todayInAlmaty(),
        status: 'selfEmployed',
      },
      ...{ reminders: [], giveBy: inHours(24), endsAt: inHours(48) },
    });
    await say(people.contractor, `${path}/give`, texts('giveReceipt.number', 'giveReceipt.qr', 'giveReceipt.note'));
    await say(people.contractor, `${path}/annul`, texts('annulReceipt.reasons'));
    return { path };
  },
  'writeOffDebt.reasons': async () => {
    const path = `/v1/debts/${await owe(api, { customer: people.customer.id, contractor: undefined, creditor: 'operator', ground: 'overpayment' })}`;
    await agree(api, [people.operator, await api.join(['operator'])], `${path}/write-off`, texts('writeOffDebt.reasons'));
    return { path };
  },
  'admitInPartDispute.reasons dropDispute.reasons': async () => {
    const path = await claimed();
    await say(people.customer, `${path}/admit-in-part`, { amount: 10_000, ...texts('admitInPartDispute.reasons') });
    await say(people.contractor, `${path}/drop`, texts('dropDispute.reasons'));
    return { path };
  },
  'writeReview.note replyReview.message': async () => {
    const path = await reviews();
    await say(people.customer, `${path}/write`, { stars: 1, ...texts('writeReview.note') });
    await say(people.contractor, `${path}/write`, { stars: 5 });
    await say(people.contractor, `${path}/reply`, texts('replyReview.message'));
    return { path };
  },
  'blockReview.reasons': async () => {
    const path = await reviews();
    await say(people.customer, `${path}/write`, { stars: 1, note: 'Words to block' });
    await say(people.contractor, `${path}/write`, { stars: 5 });
    await say(people.operator, `${path}/block`, { party: 'customer', ...texts('blockReview.reasons') });
    return { path };
  },
  'refuseSigning.reasons': async () => {
    const path = addressOf(await drawn(api, await accepted()));
    await say(people.contractor, `${path}/refuse`, texts('refuseSigning.reasons'));
    return { path };
  },
  'refuseSignaturesSigning.reasons': async () => {
    const signing = await drawn(api, await accepted(), { sideBySide: true });
    const { sha256 } = (await api.as(people.customer).get<Signing>(addressOf(signing))).body.document;
    for (const side of ['customer', 'contractor'] as const) {
      const signature = { id: randomUUID(), cms: 'a'.repeat(64) };
      await api.say(signing, 'sign', side, people[side].id, { sha256, way: 'cms', signature });
    }
    await api.say(signing, 'checked', 'platform', undefined, { faults: [{ party: 'customer', fault: 'missing' }] });
    await say(people.operator, `${addressOf(signing)}/refuse-signatures`, texts('refuseSignaturesSigning.reasons'));
    return { path: addressOf(signing) };
  },
  'recordPaymentInvoice.proof disputeInvoice.reasons upholdInvoice.reasons creditInvoice.reasons writeOffInvoice.reasons': async () => {
    const life = await drawInvoice(api, people.customer.id);
    await invoiceIsSent(api, life);
    const path = invoicePath(life);
    const both = [people.operator, await api.join(['operator'])] as const;
    await say(people.operator, `${path}/record-payment`, { amount: 100, paidOn: todayInAlmaty(), ...texts('recordPaymentInvoice.proof') });
    await say(people.customer, `${path}/dispute`, texts('disputeInvoice.reasons'));
    await say(people.operator, `${path}/uphold`, texts('upholdInvoice.reasons'));
    await agree(api, both, `${path}/credit`, { amount: 100, ...texts('creditInvoice.reasons') });
    await agree(api, both, `${path}/write-off`, texts('writeOffInvoice.reasons'));
    return { path };
  },
  'submitVerification.evidence askAgainVerification.reasons refuseVerification.reasons': async () => {
    const scene = await verification();
    await say(people.contractor, `${scene.path}/submit`, texts('submitVerification.evidence'));
    await say(people.operator, `${scene.path}/ask-again`, texts('askAgainVerification.reasons'));
    await say(people.contractor, `${scene.path}/submit`, { evidence: 'Another' });
    await say(people.operator, `${scene.path}/refuse`, { version: 2, ...texts('refuseVerification.reasons') });
    return scene;
  },
  'withdrawVerification.reasons': async () => {
    const scene = await verification();
    await say(people.operator, `${scene.path}/withdraw`, texts('withdrawVerification.reasons'));
    return scene;
  },
  'askReidentification.proof.documents refuseReidentification.reasons': async () => {
    const scene = await numberChange();
    await say(people.operator, `${scene.path}/refuse`, texts('refuseReidentification.reasons'));
    return scene;
  },
  'objectReidentification.reasons': async () => {
    const scene = await numberChange();
    await say(scene.account as Person, `${scene.path}/object`, texts('objectReidentification.reasons'));
    return scene;
  },
  'proveIdentityAccount.what withdrawIdentityAccount.reasons': async () => {
    const account = await registerUnderOffer(api, ['contractor']);
    await say(account, `${own(account)}/prove-identity`, texts('proveIdentityAccount.what'));
    const input = { child: `verification/${account.id}/1`, became: 'approved', kinds: ['identity'] };
    const key = messageKey(`${input.child}/1/0`);
    await commitExternalEvent(api.lives, api.dispatch, { life: `account/${account.id}`, key, type: 'verificationOver', input });
    const two = [people.operator, await api.join(['operator'])] as const;
    await agree(api, two, `${own(account)}/withdraw-identity`, texts('withdrawIdentityAccount.reasons'));
    return { path: own(account), account: await again(account) };
  },
  'registerAccount.name changeOwnAccount.name describeAccount.profile declareTaxStatusAccount.evidence refuseTaxStatusAccount.reasons verifyAccount.what reportAccessAccount.reasons restoreAccessAccount.reasons':
    async () => {
      const account = await registerUnderOffer(api, ['contractor'], texts('registerAccount.name'));
      done(await api.as(account).patch('/v1/accounts/me', texts('changeOwnAccount.name')));
      await say(account, `${own(account)}/describe`, { profile: { headline: wordsFor('describeAccount.profile') } });
      const status = { status: 'naturalPerson', ...texts('declareTaxStatusAccount.evidence') };
      await say(account, `${own(account)}/declare-tax-status`, status);
      await say(people.operator, `${own(account)}/refuse-tax-status`, texts('refuseTaxStatusAccount.reasons'));
      await say(people.operator, `${own(account)}/verify`, { kinds: ['taxStatus'], ...texts('verifyAccount.what') });
      await say(people.operator, `${own(account)}/report-access`, texts('reportAccessAccount.reasons'));
      await say(people.operator, `${own(account)}/restore-access`, texts('restoreAccessAccount.reasons'));
      return { path: own(account), account: await again(account) };
    },
  'suspendAccount.reasons appealAccount.reasons refuseAppealAccount.reasons liftAccount.reasons grantAppealAccount.reasons': async () => {
    const account = await registerUnderOffer(api, ['contractor']);
    await say(people.operator, `${own(account)}/suspend`, order('suspendAccount'));
    await say(account, `${own(account)}/appeal`, texts('appealAccount.reasons'));
    await say(people.colleague, `${own(account)}/refuse-appeal`, texts('refuseAppealAccount.reasons'));
    await say(people.operator, `${own(account)}/lift`, texts('liftAccount.reasons'));
    await say(people.operator, `${own(account)}/suspend`, order('suspendAccount'));
    await say(account, `${own(account)}/appeal`, { reasons: 'Once more' });
    await say(people.colleague, `${own(account)}/grant-appeal`, texts('grantAppealAccount.reasons'));
    return { path: own(account), account };
  },
  'terminateAccount.reasons': async () => {
    const account = await registerUnderOffer(api, ['contractor']);
    await terminates(api, [people.operator, people.colleague], account, order('terminateAccount'));
    return { path: own(account), account: await again(account) };
  },
};

const scenes: Record<string, () => Promise<Scene>> = {
  ...Object.fromEntries(Object.entries(tasks).map(([fields, give]) => [fields, async () => ({ path: `/v1/tasks/${await give()}` })])),
  ...lives,
};
/** These belong to no life that is read. */
const APART = (READERS.person as string).split(/\s+/);

test('every text field of the API has its readers', () => {
  expect([...readersOf.keys()].toSorted()).toEqual(textFields(api.routes).toSorted());
});

test('the scenes contain every text of every life', () => {
  const given = Object.keys(scenes).flatMap((fields) => fields.split(' '));
  expect([...given, ...APART].toSorted()).toEqual([...readersOf.keys()].toSorted());
});

/** Where a reader of the life finds the words of a field; nowhere if they are not for the reader. */
function placesOf(field: string, reader: Reader, readsChain: boolean): string[] {
  const readers = readersOf.get(field) ?? '';
  // The owner of an account is a reader of its life only under this name.
  const isOpen = readers === 'everyone' && !['neighbour', 'account'].includes(reader);
  if (!isOpen && !readers.split(' ').includes(reader)) return [];
  // The platform's record of a request is not a command, and a unit is a fact of the chain.
  if (readers === 'operator') return ['resource'];
  if (!readsChain) return isOpen ? ['resource'] : ['resource', 'statements'];
  return ['chain', 'resource', ...(field.endsWith('.unit') ? [] : ['statements'])];
}

describe.each(Object.keys(scenes))('%s', (fields) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await (scenes[fields] as () => Promise<Scene>)();
  });

  const readers = ['customer', 'contractor', 'operator', 'account', 'rival', 'stranger', 'neighbour'] as const;
  it.each(readers)('the %s finds what is meant for it', async (reader) => {
    const person = reader === 'account' ? scene.account : people[reader];
    if (person === undefined || (reader !== 'account' && person === scene.account)) return;
    const [shown, events] = await Promise.all([read(person, scene.path), chain(person, scene.path)]);
    const texts = {
      chain: JSON.stringify(events.body),
      resource: JSON.stringify(shown.body),
      statements: JSON.stringify(shown.body.statements ?? []),
    };
    for (const field of fields.split(' ')) {
      const found = Object.entries(texts).flatMap(([place, text]) => (text.includes(wordsFor(field)) ? [place] : []));
      expect({ field, found }).toEqual({ field, found: placesOf(field, reader, events.status === 200) });
    }
    // The name of a command without words begins with a small letter.
    for (const { title } of shown.body.statements ?? []) expect(title).toMatch(/^\p{Lu}/u);
    const alien = ['The words of a rival', 'Words to block'].filter((words) => Object.values(texts).some((text) => text.includes(words)));
    const hears = fields === 'respondTask.message' && ['customer', 'operator', 'rival'].includes(reader);
    expect(alien).toEqual(hears ? ['The words of a rival'] : []);
  });
});

describe('a statement', () => {
  const statementsOf = async (person: Person, path: string, language = 'en') =>
    done(await api.as(person).get<Shown>(path, { language })).statements;

  it('says who wrote it, when, and with which command, in the reader’s language', async () => {
    const id = await started();
    await does('contractor', id, 'submit', { note: 'All boards are new' });
    await does('customer', id, 'refuse', { reasons: 'Two are cracked' });
    const path = `/v1/tasks/${id}`;
    const [post, submit, refuse] = await statementsOf(people.customer, path);
    expect(post).toMatchObject({ seq: 1, command: 'post', words: { title: 'Move a piano', lines: [{ name: 'Loading' }] } });
    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    const { contractor, customer } = people;
    expect(submit).toEqual({
      ...{ seq: 4, at, by: 'contractor', account: contractor.id, command: 'submit', title: 'Submit the work' },
      ...{ words: { note: 'All boards are new' }, erased: false },
    });
    expect(refuse).toMatchObject({ by: 'customer', account: customer.id, words: { reasons: 'Two are cracked' } });
    expect((await statementsOf(people.contractor, path, 'ru')).at(-2)?.title).toBe('Сдать работу');
  });

  it('of the staff names no account', async () => {
    const { path } = await (scenes['blockTask.reasons'] as () => Promise<Scene>)();
    expect((await statementsOf(people.customer, path)).at(-1)).toMatchObject({ by: 'operator', account: null, command: 'block' });
  });

  it('with an erased text says so, also in the chain', async () => {
    const id = await accepted();
    await does('contractor', id, 'amend', { ...hazardous('amendTask'), version: 1 });
    await does('contractor', id, 'report-no-access', { reasons: 'The gate is shut' });
    await api.owner.query('update erasable_text set sealed = null, erased_at = clock_timestamp() where life = $1', [`task/${id}`]);
    const path = `/v1/tasks/${id}`;
    const erased = ['post', 'amend', 'report-no-access'].map((command) => ({ command, erased: true }));
    expect(await statementsOf(people.customer, path)).toMatchObject(erased);
    expect((await statementsOf(people.customer, path)).at(-1)?.words).toEqual({ reasons: null });
    const { items } = done(await chain(people.customer, path));
    expect(items.at(-1)?.said).toEqual({ words: { reasons: null }, erased: true });
    const { amendment } = done(await read(people.customer, path)).progress ?? {};
    expect(amendment).toMatchObject({ title: '[erased]', hazards: null, lines: [{ name: '[erased]', quantity: 5 }] });
  });

  it('is omitted from the response to a command, which would read each chain twice', async () => {
    expect(await does('customer', await accepted(), 'cancel', { reasons: 'Rain' })).not.toHaveProperty('statements');
  });
});

test('a proposed amendment is shown whole to those who may accept it', async () => {
  const id = await accepted();
  const proposed = hazardous('amendTask');
  await does('contractor', id, 'amend', { ...proposed, category: 'moving', version: 1 });
  expect(done(await read(people.customer, `/v1/tasks/${id}`)).progress?.amendment).toMatchObject({
    ...proposed,
    by: 'contractor',
    category: 'moving',
  });
});

describe('a text is hidden', () => {
  const whole = async (person: Person, path: string) => JSON.stringify([(await read(person, path)).body, (await chain(person, path)).body]);

  it('if it is in a review, until both are published', async () => {
    const path = await reviews();
    await say(people.customer, `${path}/write`, { stars: 2, note: 'Came late' });
    expect(await whole(people.contractor, path)).not.toContain('Came late');
    expect(await whole(people.customer, path)).toContain('Came late');
    await say(people.contractor, `${path}/write`, { stars: 5 });
    expect(done(await read(people.contractor, path)).statements).toMatchObject([{ words: { note: 'Came late' } }]);
  });

  it('if it is from another contractor, also from the one who was chosen', async () => {
    const id = await posted({ match: 'choice' });
    await does('rival', id, 'respond', { version: 1, message: 'The words of a rival' });
    await does('contractor', id, 'respond', { version: 1, message: 'I have a van' });
    await does('customer', id, 'choose', { version: 1, contractor: people.contractor.id });
    await does('contractor', id, 'accept', { version: 1 });
    const path = `/v1/tasks/${id}`;
    const [theirs, all] = await Promise.all([whole(people.contractor, path), whole(people.customer, path)]);
    expect(theirs).not.toContain('The words of a rival');
    expect(theirs).toContain('I have a van');
    for (const words of ['The words of a rival', 'I have a van']) expect(all).toContain(words);
  });

  it('if the operator wrote it about a sanction with an undisclosed ground, until the next sanction', async () => {
    const account = await registerUnderOffer(api, ['customer']);
    const path = own(account);
    const { operator, colleague } = people;
    await say(operator, `${path}/suspend`, { ground: 'fraud', reasons: 'Words of a secret' });
    await say(account, `${path}/appeal`, { reasons: 'I did nothing' });
    await say(colleague, `${path}/refuse-appeal`, { reasons: 'Words of a secret' });
    await say(operator, `${path}/lift`, { reasons: 'Words of a secret' });
    await say(operator, `${path}/suspend`, { ground: 'complaints', reasons: 'Three complaints' });
    expect(await whole(account, path)).not.toContain('Words of a secret');
    const commands = (statements: Statement[]) =>
      statements.map(({ command }) => command).filter((each) => !['register', 'set-requisites', 'set-payout-details'].includes(each));
    expect(commands(done(await read(account, path)).statements)).toEqual(['appeal', 'suspend']);
    expect(commands(done(await read(operator, path)).statements)).toEqual(['suspend', 'appeal', 'refuse-appeal', 'lift', 'suspend']);
  });
});
