import type { Transaction } from 'sequelize';
import { pointOf, wordsOfCategory, wordsOfPlace } from '../../models/reference-trees.ts';
import { statement } from '../../models/statement.ts';
import type { TaskColumns } from '../../models/stores/task.ts';
import { onPlane } from '../../rules/plane.ts';
import { indexed } from '../../rules/search-index.ts';

const keep = statement(
  'open-task-keep',
  `insert into open_task_search (task, number, version, customer, match, payment, hazards, category, place, price, start_at, spot, search, requires)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, point($12, $13), search_vector($14, $15, $16), $17)
   on conflict (task) do update set version = excluded.version, hazards = excluded.hazards, category = excluded.category, place = excluded.place,
     price = excluded.price, start_at = excluded.start_at, spot = excluded.spot, search = excluded.search, requires = excluded.requires, era = excluded.era, xid = excluded.xid`,
);

/** Keeps what an open task is found by: its texts, and what people call its category and its place. */
export async function keepOpenTask(transaction: Transaction, task: TaskColumns): Promise<void> {
  const { title, description, place, requirements, lines, category, location } = task;
  const texts = [title, description, place, requirements, ...lines.map(({ name }) => name)].filter((text) => text !== null);
  const known = [...(category === null ? [] : wordsOfCategory(category)), ...(location === null ? [] : wordsOfPlace(location.place))];
  const { words, stems, spellings } = indexed([...texts, ...known], [title]);
  const point = location === null ? undefined : pointOf(location);
  const spot = point && onPlane(point);
  await keep(transaction, [
    ...[task.id, task.number, task.version, task.customer, task.match, task.payment, task.hazards !== null, category, location?.place],
    ...[task.price, task.start_at, spot?.x, spot?.y, words, stems, spellings, task.requires],
  ]);
}
