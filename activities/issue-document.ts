/** Prepares a paper of a task and begins the life in which its parties confirm it (1.8, 1.10, 5.3). */
import type { Sequelize } from 'sequelize';
import type { IssueDocument } from '../charts/effects.ts';
import type { AskInput } from '../charts/signing/types.ts';
import { actXml } from '../documents/act-xml.ts';
import type { ActFacts, ActParticulars } from '../documents/completion-act.ts';
import { completionAct, yearOf } from '../documents/completion-act.ts';
import { contract } from '../documents/contract.ts';
import type { DealFacts } from '../documents/facts.ts';
import { order } from '../documents/order.ts';
import type { Paper } from '../documents/paper.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { basisOf, numberAct } from '../models/stores/document.ts';
import { readTexts } from '../models/stores/erasable-text.ts';
import { deliveryOf } from '../models/stores/notice.ts';
import { actedIn, eventsUntil } from '../models/stores/paper-source.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { DocumentedTask } from '../models/stores/task.ts';
import { taskToDocument } from '../models/stores/task.ts';
import type { Parameter } from '../rules/parameters.ts';
import { numberAt } from '../rules/parameters.ts';
import type { PartyKind } from '../rules/signing-ways.ts';
import { waysAt } from '../rules/signing-ways.ts';
import { civilDate } from '../rules/working-days.ts';
import { paperInHand, referenceOf } from './papers/paper-in-hand.ts';
import { requiredInWords } from './papers/required.ts';
import { partyNamed } from './papers/sources.ts';

/** Of an act also the file for the system of electronic invoices. The signing is named by the task. */
export const issueDocument = (lives: Lives, dispatch: Dispatch, publicUrl: string): Performer<IssueDocument> =>
  paperInHand(lives, dispatch, publicUrl, {
    signingOf: ({ params }) => params.child,
    async draw(effect) {
      const { child: _, kind, lines: __, amount: ___, particulars: ____, ...asked } = effect.params;
      const task = await taskToDocument(lives.database, effect.life, effect.seq);
      if (task === undefined) throw new Error(`there is no task ${effect.life}`);
      const parameters = await readParameters(lives.database);
      const { customer, contractor } = task;
      const asks = { ...asked, order: [...asked.order], customer, contractor, ways: waysOf(parameters, kind, task) };
      return { ...(await draw(lives, effect, task, parameters)), asks };
    },
  });

/** The ways that count for each party on the day of the event that ordered the document. */
function waysOf(parameters: readonly Parameter[], document: IssueDocument['kind'], task: DocumentedTask): NonNullable<AskInput['ways']> {
  // The account of a party may be gone: then nobody signs for it.
  const ways = (kind: PartyKind | null) => waysAt(parameters, { document, party: kind ?? 'natural' }, civilDate(task.at.toISOString()));
  return { customer: ways(task.customer_kind), contractor: ways(task.contractor_kind) };
}

/** The paper, and of an act between known parties the file for the system of electronic invoices. */
async function draw(
  lives: Lives,
  effect: Effect<IssueDocument>,
  task: DocumentedTask,
  parameters: readonly Parameter[],
): Promise<{ paper: Paper; awp: Buffer | null }> {
  const { child, kind } = effect.params;
  const { database } = lives;
  const facts = await factsOf(lives, effect, task, parameters);
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

async function factsOf(
  lives: Lives,
  { life, seq, params }: Effect<IssueDocument>,
  task: DocumentedTask,
  parameters: readonly Parameter[],
): Promise<DealFacts> {
  const { child, amount, lines, order: signers } = params;
  const { database } = lives;
  const { erased, version, number, payment, terms, offer_sha256, offer_from } = task;
  const at = task.at.toISOString();
  const unlessErased = (value: string | null): string | null => (erased ? null : value);
  const covered = lines ?? task.lines.map(({ id, quantity, amount: cost }) => ({ line: id, quantity, amount: cost }));
  const confirmed = await confirmedBefore(database, { life, params }, at);
  const source = { database, acted: await actedIn(lives, [life], confirmed) };
  const [customer, contractor] = await Promise.all([
    partyNamed(source, { account: task.customer, side: 'customer', at }),
    partyNamed(source, { account: task.contractor, side: 'contractor', at }),
  ]);
  return {
    reference: referenceOf(`${child}/${task.hash}`),
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
      requires: requiredInWords(task.requires),
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

/** The confirmations that were given in the task. Of a one-sided act that is the submission, which the end of a term only follows (4.3.3). */
async function confirmedBefore(
  database: Sequelize,
  { life, params: { kind, order: signers, confirmed = {} } }: Pick<Effect<IssueDocument>, 'life' | 'params'>,
  at: string,
): Promise<NonNullable<IssueDocument['confirmed']>> {
  if (kind !== 'completion-act' || signers.includes('customer')) return confirmed;
  const submitted = (await eventsUntil(database, life, at)).findLast(({ type }) => type === 'submit');
  return submitted ? { contractor: submitted.at.toISOString() } : confirmed;
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
