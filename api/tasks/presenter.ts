/** A task as its reader may see it, with what the reader may do next. */
import type { Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { taskMessages } from '../../charts/task/messages/index.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Receipt } from '../../lives/command.ts';
import type { StandingTask, TaskRow } from '../../models/stores/task.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { money } from '../resource/fields.ts';
import type { Reading } from '../resource/presenter.ts';
import { presentMenu, presentReceipt, presentSilence } from '../resource/presenter.ts';
import { publicId } from '../resource/public-id.ts';
import type { Session } from '../session.ts';
import { isBound } from './access.ts';

const uuidOf = (life: string): string => life.slice('task/'.length);

const stateName = (stage: string, language: Language): string => taskMessages.states[stage]?.name[language] ?? stage;

/** The columns of a task. `bound`: the reader is a party; a mere candidate sees the work and not the customer. */
export const presentSummary = (row: TaskRow, language: Language, bound: boolean) => ({
  id: uuidOf(row.id),
  number: Number(row.number),
  seq: row.seq,
  state: row.state,
  stage: row.stage,
  stateName: stateName(row.stage, language),
  version: row.version,
  title: row.title,
  description: row.description,
  category: row.category,
  lines: row.lines.map(({ name, unit, quantity, unitPrice }) => ({ name, unit, quantity: Number(quantity), unitPrice: Number(unitPrice) })),
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
  /** The text of the latest briefing, unless it was erased. */
  briefing: string | null;
}

/** What only the parties see. */
const presentProgress = (
  {
    id,
    acceptances,
    approved,
    due,
    paid,
    reported,
    overpaid,
    signing,
    funds,
    claims,
    children,
    holds,
    amendment,
    cancellation,
  }: TaskContext,
  briefing: string | null,
) => ({
  acceptances: { customer: acceptances?.customer ?? null, contractor: acceptances?.contractor ?? null },
  briefing,
  approved: money(approved),
  due: money(due),
  paid: money(paid),
  reported: reported === undefined ? null : money(reported),
  overpaid: overpaid === undefined ? null : money(overpaid),
  signing: signing === undefined ? null : publicId(signing),
  payment: funds === undefined ? null : publicId(funds.payment),
  claims: Object.keys(claims).map(publicId),
  children: Object.entries(children).flatMap(([kind, count]) => Array.from({ length: count }, (_, index) => `${kind}/${id}.${index + 1}`)),
  holds: holds.map(({ kind, party, from, until, admitted }) => ({
    kind,
    party,
    from,
    until: until ?? null,
    admitted: admitted ?? kind !== 'force-majeure',
  })),
  amendment: amendment
    ? { by: amendment.by, price: money(amendment.work.price), startAt: amendment.work.startAt, dueAt: amendment.work.dueAt }
    : null,
  cancellation: cancellation ? { by: cancellation.by, amount: money(cancellation.amount) } : null,
});

/** A task for one reader. */
export function presentTask(task: StandingTask, reading: Reading, reader: Reader, receipt?: Receipt) {
  const { session, party, language, calendarAt, briefing } = reader;
  const { responses, terms } = reading.snapshot.context as TaskContext;
  const seesAll = party !== 'contractor';
  return {
    ...presentSummary(task, language, isBound(task, party, session)),
    waits: taskMessages.states[task.stage]?.waits[language] ?? '',
    terms,
    responses: Object.entries(responses)
      .filter(([contractor]) => seesAll || contractor === session.account)
      .map(([contractor, { version, price }]) => ({ contractor, version, price: price === undefined ? null : money(price) })),
    progress: isBound(task, party, session) ? presentProgress(reading.snapshot.context as TaskContext, briefing) : null,
    commands: presentMenu(reading),
    ...presentSilence(reading, task.at.toISOString(), calendarAt),
    ...(receipt && { receipt: presentReceipt(receipt) }),
  };
}
