import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

/** A duty keeps the moment from which it waits; one that is done or gone is no longer there. */
const project = statement(
  'work-project',
  `with gone as (delete from work where life = $1 and duty <> all ($2::text[]))
   insert into work (life, duty, since) select $1, unnest($2::text[]), $3 on conflict (life, duty) do nothing`,
);

/** Keeps the list of what waits for the operator's staff. */
export const projectWork: Projection = async (transaction, { id, duties, at }) => {
  await project(transaction, [id, duties(), at]);
};
