/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import type { Reputation } from '../../models/stores/reputation.ts';
import { Identity, presentIdentity } from './identity.ts';

/** What the platform knows, besides the name and the kind. */
export const reputation = {
  identity: Identity,
  rating: z
    .number()
    .nullable()
    .meta({ description: 'The mean rating of the published reviews, from 1 to 5, to one decimal. Null without reviews' }),
  reviews: z.int(),
  tasksDone: z.int().meta({ description: 'The number of closed tasks' }),
};

export const presentReputation = ({ proved, rating, reviews, tasks_done: tasksDone }: Reputation, language: Language) => ({
  identity: presentIdentity(proved, language),
  rating,
  reviews,
  tasksDone,
});
