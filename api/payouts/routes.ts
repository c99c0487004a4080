/** Payouts: their status, and the operator's command to try one again. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { paysDebt } from '../../charts/payment/types.ts';
import type { PayoutContext } from '../../charts/payout/types.ts';
import type { Platform } from '../../platform.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import { amongStaff } from '../resource/redaction.ts';
import type { Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';
import type { Route } from '../route.ts';

export function payoutRoutes(platform: Platform): Route[] {
  const resource: Resource<PayoutContext> = {
    kind: 'payout',
    path: 'payouts',
    listed: true,
    type: lifeTypes.payout,
    // What the provider said of a fault.
    ...amongStaff(['failed']),
    commands: { tryAgain: { body: z.strictObject({}), roles: staff('money', 'finance') } },
    facts: z.object({
      amount: Money,
      debt: z
        .string()
        .nullable()
        .meta({ description: 'The debt that is paid, if the payout is not for a task. `contractor` is then the payee' }),
    }),
    present: ({ parent, amount }) => ({ amount: money(amount), debt: paysDebt({ parent }) ? publicId(parent) : null }),
  };
  return lifeRoutes(platform, resource);
}
