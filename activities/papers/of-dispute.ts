/** The papers of a dispute, drawn from its record and that of its deal. */
import type { Sequelize } from 'sequelize';
import type { DisputeTemplate } from '../../charts/dispute/messages.ts';
import { disputeMessages } from '../../charts/dispute/messages.ts';
import type { DisputeContext, Said, Side } from '../../charts/dispute/types.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { happenedOf } from '../../documents/dispute/course.ts';
import type { DealFacts, DisputeFacts, Worded } from '../../documents/dispute/facts.ts';
import type { Delivery } from '../../documents/dispute/pretrial-statement.ts';
import { operatorNamed } from '../../documents/operator.ts';
import { localIdOf } from '../../lives/ids.ts';
import { readTexts, textReader } from '../../models/stores/erasable-text.ts';
import { readLawReferences } from '../../models/stores/law-reference.ts';
import { findLife } from '../../models/stores/life.ts';
import { readNotices } from '../../models/stores/notice.ts';
import { confirmedDocuments, eventsUntil, offerOf } from '../../models/stores/paper-source.ts';
import { taskToDocument } from '../../models/stores/task.ts';
import type { Source } from './sources.ts';
import { documentNamed, partyNamed } from './sources.ts';

/** The facts of a dispute as its record has them. What papers say of it is written once and never changed. */
export async function disputeFactsOf(source: Source): Promise<DisputeFacts> {
  const { database, operator, row, drawing } = source;
  const context = row.context as DisputeContext;
  const { claimant, against, about, amount, admitted, sentAt, deadlines, answer, offers, instruction, agreed, certificate } = context;
  // What both agreed to and have yet to sign.
  const outcome = context.outcome ?? agreed;
  const { parent, task = parent } = context;
  const { at } = drawing.record;
  const other = claimant === 'customer' ? 'contractor' : 'customer';
  const [deal, laws, own, others, read, calculation] = await Promise.all([
    task === undefined ? null : dealFactsOf(database, task, sentAt),
    readLawReferences(database),
    partyNamed(source, { account: context[claimant], side: claimant, at }),
    against === 'operator' ? operatorNamed(operator) : partyNamed(source, { account: context[other], side: other, at }),
    textReader(database, [context.demand, ...[answer, ...offers, instruction].map((each) => each?.words)]),
    linesOf(database, context.calculation),
  ]);
  const acceptance = deal?.acceptances?.[claimant];
  const offer = await offerOf(database, context[claimant] ?? '', { acceptance, at: sentAt });
  const worded = ({ words, amount: share, until, at: when }: Said & { at: string }): Worded => ({
    at: when,
    ...(share !== undefined && { amount: share }),
    ...(until !== undefined && { until }),
    words: read(words),
  });
  return {
    number: row.number,
    about,
    claimant,
    respondent: against ?? other,
    parties: { claimant: own, respondent: others },
    offer,
    deal: deal?.facts ?? null,
    laws,
    ...(context.happenedOn !== undefined && { happenedOn: context.happenedOn }),
    ...(amount !== undefined && { amount }),
    ...(admitted !== undefined && { admitted }),
    demand: read(context.demand),
    calculation,
    sentAt,
    answerBy: deadlines.answerBy,
    ...(answer && { answer: { answer: answer.answer, ...worded(answer) } }),
    offers: offers.map(({ version, side, declined = false, ...offered }) => ({ version, side, declined, ...worded(offered) })),
    ...(instruction && { instruction: { version: instruction.version, side: instruction.side, ...worded(instruction) } }),
    ...(outcome && { outcome }),
    ...(agreed && { toSign: sidesToSign(context) }),
    ...(certificate && { certificate }),
  };
}

/** The sides whose account does not count for the settlement. */
function sidesToSign({ claimant, terms: { settlement } }: DisputeContext): Side[] {
  const needsMore = (party: 'customer' | 'contractor') => settlement?.ways[party].includes('account') === false;
  const other = claimant === 'customer' ? 'contractor' : 'customer';
  return [...(needsMore(claimant) ? (['claimant'] as const) : []), ...(needsMore(other) ? (['respondent'] as const) : [])];
}

/** The lines of a claim's calculation. None once they were erased. */
async function linesOf(database: Sequelize, calculation: ErasableRef | undefined): Promise<DisputeFacts['calculation']> {
  if (calculation === undefined) return [];
  const [lines] = Object.values((await readTexts(database, [calculation.text])).get(calculation.text) ?? {});
  return ((lines ?? []) as { what: string; amount: number }[]).map(({ what, amount }) => ({ what, amount: String(amount) }));
}

interface KnownDeal {
  facts: DealFacts;
  acceptances: TaskContext['acceptances'];
}

/** The deal as it stood when the claim was made. `null` if what the claim is about is no task. */
async function dealFactsOf(database: Sequelize, task: string, sentAt: string): Promise<KnownDeal | null> {
  const life = await findLife(database, task);
  const row = life && (await taskToDocument(database, task, life.seq));
  if (life === undefined || row === undefined) return null;
  const { context } = life.snapshot as { context: TaskContext };
  const [events, papers] = await Promise.all([eventsUntil(database, task, sentAt), confirmedDocuments(database, localIdOf(task), sentAt)]);
  const reasonsIn = (input: object): ErasableRef | undefined => (input as { reasons?: ErasableRef }).reasons;
  const read = await textReader(
    database,
    events.map(({ input }) => reasonsIn(input)),
  );
  const facts: DealFacts = {
    number: row.number,
    version: row.version,
    nature: row.nature ?? 'services',
    title: row.erased ? null : row.title,
    startAt: row.start_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    price: row.price,
    approved: context.approved,
    paid: context.paid,
    lines: row.lines.map(({ id, name, unit, quantity, amount }) => {
      const { accepted = '0', amount: acceptedAmount = '0' } = context.progress[id] ?? {};
      return { name, unit, quantity, amount, accepted, acceptedAmount };
    }),
    documents: papers.map(documentNamed),
    course: events.flatMap((event) => {
      const what = happenedOf(event);
      return what === undefined ? [] : [{ at: event.at.toISOString(), what, words: read(reasonsIn(event.input)) }];
    }),
  };
  return { facts, acceptances: context.acceptances };
}

/** The notices of a dispute and what became of them so far. */
export async function deliveriesOf({ database, life, row }: Source): Promise<Delivery[]> {
  const { customer } = row.context as DisputeContext;
  const notices = await readNotices(database, life, undefined);
  return notices.map(({ template, account, channel, created_at, settled_at, status, proof }) => {
    const { kk, ru } = disputeMessages.notices[template as DisputeTemplate]?.subject ?? { kk: template, ru: template };
    const named = (text: string): string => text.replaceAll('{number}', row.number);
    return {
      subject: { kk: named(kk), ru: named(ru) },
      to: account === null ? 'operator' : account === customer ? 'customer' : 'contractor',
      channel: channel as Delivery['channel'],
      at: created_at.toISOString(),
      settledAt: settled_at?.toISOString() ?? null,
      status: status as Delivery['status'],
      proof,
    };
  });
}
