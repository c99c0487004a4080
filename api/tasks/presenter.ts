/** A task as its reader may see it, with what the reader may do next. */
import type { ErasableRef, Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { innermostStates } from '../../charts/state.ts';
import { openForceMajeure } from '../../charts/task/holds.ts';
import { taskMessages } from '../../charts/task/messages/index.ts';
import { amended } from '../../charts/task/money.ts';
import { groupOf, TERM_GROUPS, TERM_NAMES, termOf, termWords, valueInWords } from '../../charts/task/term-words.ts';
import type { Location, TaskContext, TaskTerms } from '../../charts/task/types.ts';
import type { Receipt } from '../../lives/command.ts';
import { PLACES } from '../../models/reference-trees.ts';
import type { StandingTask, TaskRow } from '../../models/stores/task.ts';
import type { Part } from '../../rules/work-lines.ts';
import { atUnitPrices, partsLess, progressOf, remainingParts, totalOf } from '../../rules/work-lines.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { namedCategories } from '../qualifications/words.ts';
import { unlessErased } from '../resource/erased.ts';
import { money } from '../resource/fields.ts';
import type { Reading } from '../resource/presenter.ts';
import { presentMenu, presentReceipt, presentSilence } from '../resource/presenter.ts';
import { publicId } from '../resource/public-id.ts';
import type { Session } from '../session.ts';
import { isBound } from './access.ts';
import { warningsOf } from './warnings.ts';

const uuidOf = (life: string): string => life.slice('task/'.length);

const stateName = (stage: string, language: Language): string => taskMessages.states[stage]?.name[language] ?? stage;

const presentLocation = (location: Location | null, language: Language) =>
  location && {
    place: location.place,
    name: PLACES.pathTo(location.place)
      .map(({ name }) => name[language])
      .join(', '),
    point: location.point ?? null,
  };

/** The columns of a task. `bound`: the reader is a party. A candidate sees the work and not the customer. */
export const presentSummary = (row: TaskRow, language: Language, bound: boolean) => ({
  id: uuidOf(row.id),
  number: Number(row.number),
  seq: row.seq,
  state: row.state,
  stage: row.stage,
  stateName: stateName(row.stage, language),
  version: row.version,
  title: unlessErased(row.title, language),
  description: row.description,
  category: row.category,
  requires: namedCategories(row.requires, language),
  location: presentLocation(row.location, language),
  lines: row.lines.map(({ id, name, unit, quantity, unitPrice, amount }) => ({
    ...{ id, name: unlessErased(name, language), unit },
    quantity: Number(quantity),
    unitPrice: Number(unitPrice),
    amount: Number(amount),
  })),
  price: money(row.price),
  place: row.place,
  startAt: row.start_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  hazards: row.hazards,
  measures: row.measures,
  requirements: row.requirements,
  payment: row.payment,
  match: row.match,
  customer: bound ? row.customer : null,
  contractor: row.contractor,
  group: row.group,
  deadlines: row.deadlines,
  postedAt: row.posted_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

interface Reader {
  session: Session;
  party: Party;
  language: Language;
  calendarAt(moment: string): Calendar;
  texts: TaskTexts;
}

/** The texts that a task's context refers to, by their ids, without erased ones. */
export type TaskTexts = ReadonlyMap<string, Record<string, unknown>>;

export function referencesOf({ briefing, amendment, responses }: TaskContext, party: Party, { account }: Session): string[] {
  const seen = party === 'contractor' ? [responses[account]] : Object.values(responses);
  return [briefing, amendment?.work.wording, ...seen.map((each) => each?.message)].flatMap((each) => each?.text ?? []);
}

/** The one field of a sealed text, or null if there is none or it was erased. */
const textOf = (texts: TaskTexts, reference: ErasableRef | undefined, field: string): string | null =>
  (texts.get(reference?.text ?? '')?.[field] as string | undefined) ?? null;

/** The whole proposed amendment: its acceptance covers its words too. */
function presentAmendment(
  context: TaskContext,
  { by, work, price }: NonNullable<TaskContext['amendment']>,
  texts: TaskTexts,
  language: Language,
) {
  // If the proposal no longer fits the accepted work, it is shown at its unit prices.
  const lines =
    amended(context, { lines: work.lines, price })?.lines ?? atUnitPrices(work.lines.map((line) => ({ ...line, id: line.id ?? 0 })));
  const names = (texts.get(work.wording.text)?.lines ?? []) as { name: string }[];
  const read = (field: string) => textOf(texts, work.wording, field);
  return {
    number: context.numbers.proposal ?? 0,
    by,
    title: unlessErased(read('title'), language),
    description: read('description'),
    category: work.category ?? null,
    requires: namedCategories(work.requires ?? [], language),
    location: presentLocation(work.location ?? null, language),
    lines: lines.map(({ id, unit, quantity, unitPrice, amount }, index) => ({
      id,
      name: unlessErased(names[index]?.name, language),
      unit,
      quantity: Number(quantity),
      unitPrice: Number(unitPrice),
      amount: Number(amount),
    })),
    price: money(totalOf(lines)),
    place: read('place'),
    startAt: work.startAt,
    dueAt: work.dueAt,
    acceptBy: work.acceptBy ?? null,
    hazards: read('hazards'),
    measures: read('measures'),
    requirements: read('requirements'),
  };
}

/** Only the parties see this. */
function presentProgress(context: TaskContext, texts: TaskTexts, language: Language) {
  const { id, acceptances, approved, compensation, due, paid, reported, overpaid, signing, funds, claims, children, holds, numbers } =
    context;
  const { owedBeside = '0', amendment, cancellation, submission } = context;
  return {
    acceptances: { customer: acceptances?.customer ?? null, contractor: acceptances?.contractor ?? null },
    briefing: textOf(texts, context.briefing, 'note'),
    briefingNumber: numbers.briefing ?? null,
    notice: openForceMajeure(context) === undefined ? null : (numbers.notice ?? null),
    lines: presentLines(context),
    submission: submission
      ? {
          number: numbers.submission ?? 0,
          amount: money(submission.amount),
          parts: submission.parts.map(({ line, quantity, amount }) => ({ line, quantity: Number(quantity), amount: money(amount) })),
        }
      : null,
    approved: money(approved),
    compensation: money(compensation),
    due: money(due),
    owedBeside: money(owedBeside),
    paid: money(paid),
    reported: reported === undefined ? null : money(reported),
    report: reported === undefined ? null : (numbers.report ?? null),
    overpaid: overpaid === undefined ? null : money(overpaid),
    signing: signing === undefined ? null : publicId(signing),
    payment: funds === undefined ? null : publicId(funds.payment),
    claims: Object.keys(claims).map(publicId),
    children: Object.entries(children).flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index) => `${kind}/${id}.${index + 1}`),
    ),
    holds: holds.map(({ kind, party, from, until, admitted }) => ({
      kind,
      party,
      from,
      until: until ?? null,
      admitted: admitted ?? kind !== 'force-majeure',
    })),
    amendment: amendment ? presentAmendment(context, amendment, texts, language) : null,
    cancellation: cancellation ? { number: numbers.proposal ?? 0, by: cancellation.by, amount: money(cancellation.amount) } : null,
  };
}

/** The progress of each line. */
const presentLines = ({ work, progress, submission }: TaskContext) => {
  const remaining = partsLess(remainingParts(work.lines, progress), submission?.parts ?? []);
  return work.lines.map(({ id, quantity }) => {
    const { accepted, amount, dropped } = progressOf(progress, id);
    const of = (parts: readonly Part[] | undefined): number => Number(parts?.find(({ line }) => line === id)?.quantity ?? 0);
    return {
      line: id,
      agreed: Number(quantity),
      accepted: Number(accepted),
      acceptedAmount: money(amount),
      dropped: Number(dropped),
      handedIn: of(submission?.parts),
      remaining: of(remaining),
    };
  });
};

/** The terms in words: each with its group, the posted value, and whether it is usual. */
export const presentTerms = (terms: TaskTerms, language: Language) =>
  TERM_NAMES.flatMap((name) => {
    const value = termOf(terms, name);
    if (value === undefined) return [];
    const { title, clause } = termWords[name];
    const text = valueInWords(name, value, language);
    const group = groupOf(name);
    const folded = { name: group, title: TERM_GROUPS[group][language] };
    return [{ name, title: title[language], value, text, clause, group: folded, usual: !terms.departures.includes(name) }];
  });

/** Claims and holds are known to the parties alone. */
const activeOf = ({ snapshot }: Reading, bound: boolean): string[] => {
  const [stage = '', ...others] = innermostStates(snapshot);
  return bound ? [stage, ...others] : [stage];
};

/** Who is expected to do what. While the task is on hold no term runs, and that comes first. */
const waitsOf = (stage: string, { snapshot }: Reading, language: Language): string =>
  [snapshot.matches({ holds: 'held' }) && taskMessages.silence?.['holds.held'], taskMessages.states[stage]?.waits]
    .flatMap((words) => (words ? [words[language]] : []))
    .join(' ');

/** A task for one reader. */
export function presentTask(task: StandingTask, reading: Reading, reader: Reader, receipt?: Receipt) {
  const { session, party, language, calendarAt, texts } = reader;
  const context = reading.snapshot.context as TaskContext;
  const { responses, terms, nature = 'services' } = context;
  const commands = presentMenu(reading);
  const bound = isBound(task, party, session);
  const seesAll = party !== 'contractor';
  return {
    ...presentSummary(task, language, bound),
    active: activeOf(reading, bound),
    nature,
    waits: waitsOf(task.stage, reading, language),
    terms: presentTerms(terms, language),
    responses: Object.entries(responses)
      .filter(([contractor]) => seesAll || contractor === session.account)
      .map(([contractor, { number, version, price, message }]) => ({
        number,
        contractor,
        version,
        price: price === undefined ? null : money(price),
        message: textOf(texts, message, 'message'),
      })),
    progress: bound ? presentProgress(context, texts, language) : null,
    commands,
    warnings: warningsOf(context, commands, language),
    ...presentSilence(reading, task.at.toISOString(), calendarAt),
    ...(receipt && { receipt: presentReceipt(receipt) }),
  };
}
