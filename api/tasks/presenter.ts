/** A task as its reader may see it, with what the reader may do next. */
import { z } from 'zod';
import { ifNobodyActs, menu, restore } from '../../charts/judge.ts';
import type { Party } from '../../charts/law.ts';
import { stateOf } from '../../charts/state.ts';
import { taskChart } from '../../charts/task/chart.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { taskWords } from '../../charts/task/words.ts';
import type { Language } from '../../charts/words.ts';
import type { Receipt } from '../../lives/commit.ts';
import type { Calendar } from '../../rules/working-days.ts';
import type { Session } from '../session.ts';
import { isBound } from './policy.ts';
import { COMMANDS } from './schema.ts';
import type { StandingTask, TaskRow } from './store.ts';

const money = (tiyn: string) => ({ amount: Number(tiyn), currency: 'KZT' as const });
const uuidOf = (life: string): string => life.slice('task/'.length);

/** `giveUp` is `/give-up` on the way. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const inputs = Object.fromEntries(Object.entries(COMMANDS).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]));

const stateName = (stage: string, language: Language): string => taskWords.states[stage]?.name[language] ?? stage;

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
  calendar: Calendar;
}

/** What this reader may do with a task now, each with where and what to send. */
export function presentMenu(task: StandingTask, { session, party, language }: Omit<Reader, 'calendar'>) {
  const snapshot = restore(taskChart, task.snapshot);
  return menu(taskChart, snapshot, party, session.account).map(({ name, clause }) => ({
    name: kebab(name),
    title: taskWords.commands[name]?.[language] ?? name,
    href: `/v1/tasks/${uuidOf(task.id)}/${kebab(name)}`,
    method: 'POST' as const,
    clause,
    input: inputs[name] ?? {},
  }));
}

/** A task for one reader. */
export function presentTask(task: StandingTask, reader: Reader, receipt?: Receipt) {
  const { session, party, language, calendar } = reader;
  const snapshot = restore(taskChart, task.snapshot);
  const { responses, terms } = snapshot.context as TaskContext;
  const silence = ifNobodyActs(taskChart, snapshot, task.at.toISOString(), { calendar });
  const seesAll = party !== 'contractor';
  return {
    ...presentSummary(task, language, isBound(task, party, session)),
    waits: taskWords.states[task.stage]?.waits[language] ?? '',
    terms,
    responses: Object.entries(responses)
      .filter(([contractor]) => seesAll || contractor === session.account)
      .map(([contractor, { version, price }]) => ({ contractor, version, price: price === undefined ? null : money(price) })),
    commands: presentMenu(task, reader),
    ifNobodyActs: silence
      ? {
          at: silence.at,
          becomes: stateOf(silence.becomes),
          title: taskWords.timers[silence.timer]?.[language] ?? silence.timer,
          clause: silence.clause,
        }
      : null,
    ...(receipt && { receipt: presentReceipt(receipt) }),
  };
}

export const presentReceipt = ({ seq, type, at, hash }: Receipt) => ({ seq, type, at, hash });
