/** The papers of a deal, drawn from its record and from what their event changed in it. */
import type { Papers } from '../../charts/effects.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { TaskContext, WorkTerms } from '../../charts/task/types.ts';
import type { AmendmentFacts, Terms } from '../../documents/deal/amendment.ts';
import type { BriefingFacts } from '../../documents/deal/briefing.ts';
import type { EndingFacts } from '../../documents/deal/ending.ts';
import type { Deal, Side } from '../../documents/deal/facts.ts';
import type { RefusalFacts } from '../../documents/deal/refusal.ts';
import { localIdOf } from '../../lives/ids.ts';
import { readTexts, textReader } from '../../models/stores/erasable-text.ts';
import { readLawReferences } from '../../models/stores/law-reference.ts';
import { confirmedDocuments, eventsUntil, offerOf } from '../../models/stores/paper-source.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import { requiredInWords } from './required.ts';
import type { Source } from './sources.ts';
import { documentNamed, partyNamed } from './sources.ts';

/** The words of a version of the work, as the customer or an amendment wrote them. */
interface Wording {
  title: string;
  description?: string | null;
  place?: string | null;
  hazards?: string | null;
  measures?: string | null;
  requirements?: string | null;
  lines: { name: string }[];
}

/** The words behind a reference. Undefined once they were erased. */
const wordingOf = async (source: Source, { text }: ErasableRef): Promise<Wording | undefined> =>
  (await readTexts(source.database, [text])).get(text) as unknown as Wording | undefined;

/** The deal that a paper is about, in the words and the version that the paper names. */
async function dealOf(source: Source, words: Wording | undefined, version?: number): Promise<Deal> {
  const { database, life, row, drawing } = source;
  const context = row.context as TaskContext;
  const { at } = drawing.record;
  const { customer, contractor, acceptances } = context;
  const [own, other, papers] = await Promise.all([
    partyNamed(source, { account: customer, side: 'customer', at }),
    partyNamed(source, { account: contractor, side: 'contractor', at }),
    confirmedDocuments(database, localIdOf(life), at),
  ]);
  const base = papers.findLast(({ kind }) => kind === 'contract' || kind === 'order');
  return {
    number: row.number,
    version: version ?? context.version,
    title: words?.title ?? null,
    parties: { customer: own, contractor: other },
    offer: await offerOf(database, customer ?? '', { acceptance: acceptances?.customer, at }),
    base: base === undefined ? null : documentNamed(base),
  };
}

/** What is not accepted, for a refusal or a list of defects. */
export async function notAccepted(
  source: Source,
  { submission, parts, amount, reasons, reworkBy }: Papers['refusal'] | Papers['defect-list'],
): Promise<RefusalFacts> {
  const { database, life, row, drawing } = source;
  const { work } = row.context as TaskContext;
  const { at } = drawing.record;
  const words = await wordingOf(source, work.wording);
  const [deal, read, events] = await Promise.all([dealOf(source, words), textReader(database, [reasons]), eventsUntil(database, life, at)]);
  const lines = parts.map(({ line, quantity, amount: price }) => {
    const index = work.lines.findIndex(({ id }) => id === line);
    return { name: words?.lines[index]?.name ?? null, unit: work.lines[index]?.unit ?? '', quantity, amount: price };
  });
  return {
    deal,
    submittedAt: events.findLast(({ type }) => type === 'submit')?.at.toISOString() ?? at,
    ...{ submission, lines, amount },
    reasons: read(reasons),
    reworkBy: reworkBy === undefined ? null : lastDayOf(reworkBy),
    refusedAt: at,
  };
}

export async function briefed(source: Source, { wording, note }: Papers['briefing-sheet']): Promise<BriefingFacts> {
  const { database, life, drawing } = source;
  const { at } = drawing.record;
  const words = await wordingOf(source, wording);
  const [deal, read, events] = await Promise.all([dealOf(source, words), textReader(database, [note]), eventsUntil(database, life, at)]);
  return {
    deal,
    place: words?.place ?? null,
    hazards: words?.hazards ?? null,
    measures: words?.measures ?? null,
    note: read(note),
    briefedAt: events.findLast(({ type }) => type === 'brief' || type === 'reportRisk')?.at.toISOString() ?? at,
    acknowledgedAt: at,
  };
}

function termsOf(words: Wording | undefined, { requires = [], startAt, dueAt, price, lines }: WorkTerms): Terms {
  const { title = '', description = null, place = null, hazards = null, measures = null, requirements = null } = words ?? {};
  return {
    words: words === undefined ? null : { title, description, place, hazards, measures, requirements },
    requires: requiredInWords(requires),
    ...{ startAt, dueAt, price },
    lines: lines.map(({ id, unit, quantity, amount }, index) => ({ id, name: words?.lines[index]?.name ?? '—', unit, quantity, amount })),
  };
}

type Confirmed = Partial<Record<Side, string>>;

export async function amended(
  source: Source,
  { before, after, version, confirmed }: Papers['amendment'] & { confirmed: Confirmed },
): Promise<AmendmentFacts> {
  const [was, is, laws] = await Promise.all([
    wordingOf(source, before.wording),
    wordingOf(source, after.wording),
    readLawReferences(source.database),
  ]);
  const deal = await dealOf(source, was, version - 1);
  return { deal, laws, before: termsOf(was, before), after: termsOf(is, after), version, confirmed };
}

export async function endedByAgreement(
  source: Source,
  { proposer, approved, cost, paid, reasons, confirmed }: Papers['ending-agreement'] & { confirmed: Confirmed },
): Promise<EndingFacts> {
  const words = await wordingOf(source, (source.row.context as TaskContext).work.wording);
  const [deal, laws, read] = await Promise.all([
    dealOf(source, words),
    readLawReferences(source.database),
    textReader(source.database, [reasons]),
  ]);
  return { deal, laws, proposer, approved, cost, paid, reasons: read(reasons), confirmed };
}
