/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import type { Reputation } from '../../models/stores/reputation.ts';
import { civilDate } from '../../rules/working-days.ts';
import { unlessErased } from './erased.ts';
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
  since: z.string().meta({ description: 'The day of the registration, in Almaty' }),
};

/** What the platform knows, as it is shown. */
export const presentReputation = (
  { proved, rating, reviews, tasks_done: tasksDone, since }: Omit<Reputation, 'account' | 'kind' | 'name'>,
  language: Language,
) => ({
  identity: presentIdentity(proved, language),
  rating,
  reviews,
  tasksDone,
  since: civilDate(since.toISOString()),
});

/** Who the other party is, before a deal and after it. */
export const OtherParty = z.object({ kind: z.string(), name: z.string(), ...reputation }).meta({ id: 'OtherParty' });

export const presentOtherParty = (known: Reputation, language: Language): z.output<typeof OtherParty> => ({
  kind: known.kind,
  name: unlessErased(known.name, language),
  ...presentReputation(known, language),
});
