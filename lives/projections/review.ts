import type { ReviewContext } from '../../charts/review/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

/** Counts each published review once, however many events come after. Rows are locked in the order of accounts, as a closed task locks them. */
const project = statement(
  'review-project',
  `with published as (
     insert into published_review (life, account, party, author, stars)
     select $1, account, party, author, stars from jsonb_to_recordset($2::jsonb) as review (account uuid, party text, author uuid, stars int)
     on conflict do nothing returning account, party, stars)
   insert into reputation (account, party, reviews, stars) select account, party, 1, stars from published order by account
   on conflict (account, party) do update set reviews = reputation.reviews + 1, stars = reputation.stars + excluded.stars`,
);

/** Keeps what a published review adds to the reputation of the one whom it is about. */
export const projectReview: Projection = async (transaction, { id, context }) => {
  const { publishedAt, customer, contractor, written } = context as ReviewContext;
  if (publishedAt === undefined) return;
  const reviews = [
    { account: customer, party: 'customer', author: contractor, stars: written.contractor?.stars },
    { account: contractor, party: 'contractor', author: customer, stars: written.customer?.stars },
  ].filter(({ stars }) => stars !== undefined);
  await project(transaction, [id, JSON.stringify(reviews)]);
};
