/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Reputation } from '../../models/stores/reputation.ts';

/** What the platform knows, besides the name and the kind. */
export const reputation = {
  verified: z.boolean().meta({ description: 'True if the operator has approved identity documents (4.4.1)' }),
  rating: z
    .number()
    .nullable()
    .meta({ description: 'The mean rating of the published reviews, from 1 to 5, to one decimal. Null without reviews' }),
  reviews: z.int(),
  tasksDone: z.int().meta({ description: 'The number of closed tasks' }),
};

export const presentReputation = ({ verified, rating, reviews, tasks_done: tasksDone }: Reputation) => ({
  verified,
  rating,
  reviews,
  tasksDone,
});
