/** Prepares a paper of a task and begins the life in which its parties confirm it (1.8, 1.10, 5.3). */
import type { Sequelize } from 'sequelize';
import { v5 as uuid } from 'uuid';
import type { IssueDocument } from '../charts/effects.ts';
import { actXml } from '../documents/act-xml.ts';
import type { ActFacts, ActParticulars } from '../documents/completion-act.ts';
import { completionAct, yearOf } from '../documents/completion-act.ts';
import { contract } from '../documents/contract.ts';
import type { DealFacts } from '../documents/facts.ts';
import { order } from '../documents/order.ts';
import type { Paper } from '../documents/paper.ts';
import { renderPaper } from '../documents/pdf/render.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, Performer } from '../lives/effects.ts';
import { sha256 } from '../lives/hashing.ts';
import { createKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { findAccount, identifierOf } from '../models/stores/account.ts';
import { basisOf, keepPaper, numberAct } from '../models/stores/document.ts';
import { readTexts } from '../models/stores/erasable-text.ts';
import { findLife } from '../models/stores/life.ts';
import { deliveryOf } from '../models/stores/notice.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { authorisedNumber } from '../models/stores/person.ts';
import type { DocumentedTask } from '../models/stores/task.ts';
import { taskToDocument } from '../models/stores/task.ts';
import type { PaperParty } from '../rules/paper-party.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

const PAPERS = '0d9a5c1e-7f3b-4a58-9c62-3e1b8f4d2a70';

/**
 * Draws the paper, stores its bytes, and then creates the signing. A repeat after that changes nothing.
 * @param publicUrl where people reach the platform, for the QR code.
 */
export function issueDocument(lives: Lives, dispatch: Dispatch, publicUrl: string): Performer<IssueDocument> {
  const { database } = lives;
  return {
    // Without its document the task could wait for ever.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform(effect) {
      const { child, kind, lines: _, amount: __, particulars: ___, ...asked } = effect.params;
      // What the parties' accounts say may have changed since: the paper of the signing stays what it was.
      if (await findLife(database, child)) return undefined;
      const task = await taskToDocument(database, effect.life, effect.seq);
      if (task === undefined) throw new Error(`there is no task ${effect.life}`);
      const { paper, awp } = await draw(database, effect, task);
      const bytes = await renderPaper(paper, publicUrl);
      const hash = sha256(bytes);
      await keepPaper(database, { sha256: hash, kind, bytes, reference: paper.reference, number: paper.number, dated: paper.date, awp });
      const { customer, contractor } = task;
      const input = { ...asked, id: child, parent: effect.life, customer, contractor, document: { kind, sha256: hash } };
      const idempotencyKey = createKey(effect.id);
      const created = await commit(lives, { life: child, idempotencyKey, type: 'ask', by: 'platform', input, create: true });
      if (created.outcome !== 'done' && created.outcome !== 'replayed')
        throw new Error(`${child} could not be created: ${created.outcome}`);
      dispatch(created.updates);
      return undefined;
    },
  };
}

/** The paper, and of an act between known parties the file for the system of electronic invoices. */
async function draw(
  database: Sequelize,
  effect: Effect<IssueDocument>,
  task: DocumentedTask,
): Promise<{ paper: Paper; awp: Buffer | null }> {
  const { child, kind } = effect.params;
  const facts = await factsOf(database, effect, task);
  if (kind === 'contract') return { paper: contract(facts), awp: null };
  if (kind === 'order') return { paper: order(facts), awp: null };
  const ofAct = await factsOfAct(database, effect, task);
  const act: ActFacts = { ...facts, ...ofAct, seq: await numberAct(database, child, task.contractor, yearOf(facts.at)) };
  const { customer, contractor } = act;
  return {
    paper: completionAct(act),
    awp: customer === null || contractor === null ? null : Buffer.from(actXml({ ...act, customer, contractor })),
  };
}

/** A party as its account knows it: null once that is erased. */
async function partyOf(database: Sequelize, account: string): Promise<PaperParty | null> {
  const row = await findAccount(database, account);
  if (!row?.name) return null;
  return {
    kind: row.kind as PaperParty['kind'],
    name: row.name,
    identifier: identifierOf(database, row) ?? '',
    proved: row.proof !== null,
    phone: (await authorisedNumber(database, account)) ?? '',
    email: row.email,
    ...{ address: null, bank: null, vat: null, representative: null, version: null },
  };
}

async function factsOf(database: Sequelize, { life, seq, params }: Effect<IssueDocument>, task: DocumentedTask): Promise<DealFacts> {
  const { child, amount, lines, order: signers, confirmed = {} } = params;
  const { erased, version, number, payment, terms, offer_sha256, offer_from } = task;
  const at = task.at.toISOString();
  const unlessErased = (value: string | null): string | null => (erased ? null : value);
  const covered = lines ?? task.lines.map(({ id, quantity, amount: cost }) => ({ line: id, quantity, amount: cost }));
  const [customer, contractor, parameters] = await Promise.all([
    partyOf(database, task.customer),
    partyOf(database, task.contractor),
    readParameters(database),
  ]);
  return {
    reference: uuid(`${child}/${task.hash}`, PAPERS),
    ...{ customer, contractor },
    task: {
      ...{ number, version, payment, terms },
      nature: task.nature ?? 'services',
      title: unlessErased(task.title) ?? '',
      description: unlessErased(task.description),
      place: unlessErased(task.place),
      hazards: unlessErased(task.hazards),
      measures: unlessErased(task.measures),
      requirements: unlessErased(task.requirements),
      startAt: task.start_at.toISOString(),
      dueAt: task.due_at.toISOString(),
    },
    erased,
    lines: covered.map(({ line, ...part }) => {
      const postedLine = task.lines.find(({ id }) => id === line);
      if (postedLine === undefined) throw new Error(`${life} has no line ${line}`);
      return { ...postedLine, name: unlessErased(postedLine.name) ?? '', ...part };
    }),
    amount,
    vatRate: numberAt(parameters, 'vatRateBasisPoints', civilDate(at)),
    at,
    origin: {
      offer: offer_sha256 === null || offer_from === null ? null : { inForceFrom: offer_from, sha256: offer_sha256 },
      chart: task.chart_hash,
      record: { event: `${life}/${seq}`, hash: task.hash },
    },
    order: signers,
    confirmed,
  };
}

/** What only an act says. Its number comes last, so that none is lost where something before it fails. */
async function factsOfAct(
  database: Sequelize,
  { life, params: { particulars, order: signers } }: Effect<IssueDocument>,
  { at, id }: DocumentedTask,
): Promise<Pick<ActFacts, 'basis' | 'particulars' | 'sending'>> {
  const uuidOfTask = id.slice('task/'.length);
  const [basis, texts, delivery] = await Promise.all([
    basisOf(database, uuidOfTask),
    readTexts(database, particulars === undefined ? [] : [particulars.text]),
    signers.includes('customer') ? undefined : deliveryOf(database, life, 'work-submitted', at),
  ]);
  return {
    basis: basis === undefined ? null : { kind: basis.kind, number: basis.number, date: basis.dated },
    particulars: (texts.get(particulars?.text ?? '')?.act ?? {}) as ActParticulars,
    sending:
      delivery === undefined ? null : { submittedAt: delivery.at.toISOString(), deliveredAt: delivery.delivered?.toISOString() ?? null },
  };
}
