/** Receipts for payouts (3.4): the contractor records them, the customer and the operator read them. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { paysDebt } from '../../charts/payment/types.ts';
import type { ReceiptContext } from '../../charts/receipt/types.ts';
import type { Platform } from '../../platform.ts';
import { freeText } from '../free-text.ts';
import { instant, money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import type { Commands, Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { members } from '../roles.ts';
import type { Route } from '../route.ts';

const roles = members('manager', 'accountant');

/** By the command's name in the chart. */
export const COMMANDS = {
  give: {
    body: z.strictObject({ number: freeText(100).optional(), qr: freeText(2_000).optional(), note: freeText(2_000).optional() }),
    roles,
    finishes: true,
  },
  annul: { body: z.strictObject({ reasons: freeText(2_000).optional() }), roles, finishes: true },
} satisfies Commands;

const RESOURCE: Resource<ReceiptContext> = {
  kind: 'receipt',
  path: 'receipts',
  listed: true,
  type: lifeTypes.receipt,
  commands: COMMANDS,
  facts: z.object({
    payout: z.string(),
    debt: z.string().nullable().meta({ description: 'The debt that was paid, if it was not a task' }),
    amount: Money.meta({ description: 'What pays for work, before anything is withheld: the sum of the receipt' }),
    paidOn: z.string(),
    status: z.string().meta({ description: 'How the contractor was taxed on that day' }),
    giveBy: z.string(),
    givenAt: instant.nullable().meta({ description: 'When it was recorded. Its number and the rest stand in `statements`' }),
    annulledAt: instant.nullable().meta({ description: 'When one was last annulled' }),
  }),
  present: ({ payout, parent, amount, paidOn, status, giveBy, givenAt, annulledAt }) => ({
    payout: publicId(payout),
    debt: paysDebt({ parent }) ? publicId(parent) : null,
    ...{ amount: money(amount), paidOn, status, giveBy, givenAt: givenAt ?? null, annulledAt: annulledAt ?? null },
  }),
};

export const receiptRoutes = (platform: Platform): Route[] => lifeRoutes(platform, RESOURCE);
