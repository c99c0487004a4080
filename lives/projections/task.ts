import { candidatesOf } from '../../charts/task/context.ts';
import { standingDeadlines } from '../../charts/task/deadlines.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { statement } from '../../models/statement.ts';
import type { TaskColumns } from '../../models/stores/task.ts';
import type { Projection } from '../projection.ts';
import { LAST_ACT } from './last-act.ts';
import { keepOpenTask } from './open-task.ts';
import { newWording } from './wording.ts';

/** One statement keeps the row and the candidates, counts the task for both parties when it closes, and notes how it began. A text that did not change stays, unless it was erased. */
const project = statement<TaskColumns>(
  'task-project',
  `with wording as (select coalesce($8::jsonb,
     (select to_jsonb(task) from task where id = $1 and exists (select from erasable_text where id = $21 and sealed is not null))) as body),
   gone as (delete from candidate where task = $1 and account <> all ($13::uuid[])),
   over as (delete from open_task_search where task = $1 and $4 <> 'posted'),
   come as (insert into candidate (account, number, task) select unnest($13::uuid[]), $2, $1 on conflict do nothing),
   closed as (
     insert into reputation (account, party, tasks_done)
     select account, party, 1 from (values ($14::uuid, 'customer'), ($15::uuid, 'contractor')) as each (account, party)
     where $4 = 'closed' and exists (select from task where id = $1 and state <> 'closed') order by account
     on conflict (account, party) do update set tasks_done = reputation.tasks_done + 1),
   waits as (delete from start_record where task = $1 and $23::text is null),
   began as (
     insert into start_record (task, number, contractor, outcome, seq, recorded_at) select $1, $2, $15, $23, $3, $20 where $23::text is not null
     on conflict (task) do update set contractor = excluded.contractor, outcome = excluded.outcome, seq = excluded.seq, recorded_at = excluded.recorded_at
       where start_record.outcome <> excluded.outcome)
   insert into task (id, number, seq, state, stage, version, title, description, place, hazards, measures, requirements, category, requires, location, lines, price,
     payment, match, customer, contractor, "group", start_at, due_at, deadlines, posted_at, changed_at)
   select $1, $2, $3, $4, $5, $6, coalesce(body ->> 'title', ''), body ->> 'description', body ->> 'place', body ->> 'hazards', body ->> 'measures',
     body ->> 'requirements', $7, $24, $22::jsonb,
     (select coalesce(jsonb_agg(line || jsonb_build_object('name', coalesce(body -> 'lines' -> (place::int - 1) ->> 'name', '')) order by place), '[]')
      from jsonb_array_elements($9::jsonb) with ordinality as each (line, place)),
     $10, $11, $12, $14, $15, $16, $17, $18, $19, $20, ${LAST_ACT}
   from wording
   on conflict (id) do update set seq = excluded.seq, state = excluded.state, stage = excluded.stage, version = excluded.version,
     title = excluded.title, description = excluded.description, place = excluded.place, hazards = excluded.hazards, measures = excluded.measures,
     requirements = excluded.requirements, category = excluded.category, requires = excluded.requires, location = excluded.location, lines = excluded.lines, price = excluded.price, payment = excluded.payment, match = excluded.match,
     customer = excluded.customer, "group" = excluded."group",
     contractor = excluded.contractor, start_at = excluded.start_at, due_at = excluded.due_at, deadlines = excluded.deadlines,
     changed_at = excluded.changed_at
   returning task.*`,
);

/** Keeps the read model of a task. */
export const projectTask: Projection = async (transaction, { id, number, seq, state, context, before, at }) => {
  const task = context as TaskContext;
  const { work, payment, match, customer, contractor, group, version, start } = task;
  const [row] = await project(transaction, [
    id,
    number,
    seq,
    state.split('.')[0],
    state,
    version,
    work.category ?? null,
    await newWording(transaction, work.wording, before && (before as TaskContext).work.wording),
    JSON.stringify(work.lines),
    work.price,
    payment,
    match,
    candidatesOf(task),
    customer,
    contractor ?? null,
    group ?? null,
    work.startAt,
    work.dueAt,
    JSON.stringify(standingDeadlines(task)),
    at,
    work.wording.text,
    work.location ? JSON.stringify(work.location) : null,
    start ?? null,
    work.requires ?? [],
  ]);
  const changed = before === undefined || (before as TaskContext).version !== version;
  if (row && state.startsWith('posted') && changed) await keepOpenTask(transaction, row);
  return row;
};
