/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Reputation } from '../../models/stores/reputation.ts';

/** What the platform knows, besides the name and the kind. */
export const reputation = {
  verified: z.boolean().meta({ description: 'The operator has approved documents that show who it is (4.4.1)' }),
  rating: z
    .number()
    .nullable()
    .meta({ description: 'The mean of published reviews, one to five, to one decimal; null where there are none' }),
  reviews: z.int(),
  tasksDone: z.int().meta({ description: 'Closed tasks' }),
};

export const presentReputation = ({ verified, rating, reviews, tasks_done: tasksDone }: Reputation) => ({
  verified,
  rating,
  reviews,
  tasksDone,
});
