/** Payouts: their status, and the operator's command to try one again. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { paysDebt } from '../../charts/payment/types.ts';
import { providerName } from '../../charts/payout/providers.ts';
import type { PayoutContext } from '../../charts/payout/types.ts';
import { PAYOUT_WAITS } from '../../charts/payout/types.ts';
import { readDetails } from '../../models/stores/payout-details.ts';
import type { Platform } from '../../platform.ts';
import { maskedDetails, PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { freeText } from '../free-text.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import { amongStaff } from '../resource/redaction.ts';
import type { Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { FAULT_WORDS, WAIT_WORDS } from './words.ts';

export function payoutRoutes(platform: Platform): Route[] {
  const resource: Resource<PayoutContext> = {
    kind: 'payout',
    path: 'payouts',
    listed: true,
    type: lifeTypes.payout,
    // What the provider said of a fault.
    ...amongStaff(['failed']),
    commands: {
      tryAgain: { body: z.strictObject({}), roles: staff('money', 'finance') },
      allow: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
    },
    facts: z.object({
      amount: Money,
      debt: z
        .string()
        .nullable()
        .meta({ description: 'The debt that is paid, if the payout is not for a task. `contractor` is then the payee' }),
      heldBy: z.string().nullable().meta({ description: 'The payment provider that holds the money, or has sent it' }),
      to: z.string().nullable().meta({ description: 'Where it was sent, masked' }),
      waits: z
        .object({ reason: z.enum(PAYOUT_WAITS), words: z.string(), until: z.string().nullable() })
        .nullable()
        .meta({ description: 'Why it is not sent yet' }),
      fault: z
        .object({ reason: z.enum(PAYOUT_FAULTS), words: z.string() })
        .nullable()
        .meta({ description: 'Why the bank did not take it, or sent it back. All but `bank` need other details' }),
    }),
    async present({ parent, amount, provider, details, wait, fault }, { language }) {
      const to = details === undefined ? undefined : await readDetails(platform.lives.database, details);
      return {
        amount: money(amount),
        debt: paysDebt({ parent }) ? publicId(parent) : null,
        heldBy: provider === undefined ? null : providerName(provider, language),
        to: to === undefined ? null : maskedDetails(to),
        waits: wait ? { reason: wait.reason, words: WAIT_WORDS[wait.reason][language], until: wait.until ?? null } : null,
        fault: fault ? { reason: fault, words: FAULT_WORDS[fault][language] } : null,
      };
    },
  };
  return lifeRoutes(platform, resource);
}
