/** Responses about proposals that one member of staff makes and another decides. */
import { z } from 'zod';
import { GROUNDS } from '../../charts/account/types.ts';
import { PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { freeText, oneLine } from '../free-text.ts';
import { civilDate, instant } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';
import { wholeNumber } from '../route.ts';
import { sha256 } from '../signings/schema.ts';
import { PublishTariffs, TariffPlan } from '../tariffs/schema.ts';

/** The authority's order that stops sums. */
export const MoneyOrder = z
  .strictObject({ authority: oneLine(300), number: oneLine(100), date: civilDate })
  .meta({ description: 'The order to stop payments: authority, number and date. Without it only the access is suspended' });

export const Proposal = z
  .object({
    id: z.uuid(),
    number: z.int().meta({ description: 'The number of the proposal, also used in the work list' }),
    kind: z.enum([
      'termination',
      'staffRoles',
      'dismissal',
      'identityWithdrawal',
      'writeOff',
      'credit',
      'inflowBack',
      'difference',
      'debtWriteOff',
      'payoutInFull',
      'largePayout',
      'unpaidPayout',
      'ownSpending',
      'monthReopening',
      'offerRevision',
      'tariffRevision',
      'individualPlan',
    ]),
    title: z.string(),
    state: z.enum(['waiting', 'confirmed', 'refused']),
    proposedBy: z.uuid(),
    proposedAt: instant,
    decidedBy: z.uuid().nullable(),
    decidedAt: instant.nullable(),
    refusal: z.string().nullable().meta({ description: 'The reason for the refusal' }),
    mayDecide: z.boolean().meta({ description: 'True if the proposal is open and the caller is a second person with the required role' }),
    termination: z
      .object({
        account: z.uuid(),
        ground: z
          .enum(GROUNDS)
          .nullable()
          .meta({ description: 'Null if the ground must not be disclosed to the user. `reasons` then begins with the ground' }),
        reasons: z.string().nullable(),
        order: z.object({ authority: z.string(), number: z.string(), date: z.string() }).nullable(),
      })
      .nullable(),
    staffRoles: z
      .object({
        account: z.uuid(),
        staff: z.array(z.string()).meta({ description: 'The roles that the account would have. Without a role it can do nothing' }),
        now: z.array(z.string()).meta({ description: 'The roles that it has now' }),
      })
      .nullable(),
    dismissal: z.object({ account: z.uuid(), reasons: z.string().nullable() }).nullable(),
    identityWithdrawal: z
      .object({
        account: z.uuid().meta({ description: 'The account whose IIN or BIN would be proved no longer' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    writeOff: z
      .object({
        invoice: z.string().meta({ description: 'The invoice that would be forgiven: /v1/invoices/{invoice}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    credit: z
      .object({
        invoice: z.string().meta({ description: 'The invoice that would be credited: /v1/invoices/{invoice}' }),
        amount: Money,
        reasons: z.string().nullable(),
      })
      .nullable(),
    inflowBack: z
      .object({
        inflow: z.string().meta({ description: 'The money that would be sent back: /v1/inflows/{inflow}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    difference: z
      .object({
        inflow: z.string().meta({ description: 'The money whose difference would be accepted: /v1/inflows/{inflow}' }),
        amount: Money.meta({ description: 'The difference, which would be an expense' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    debtWriteOff: z
      .object({
        debt: z.string().meta({ description: 'The debt that would be forgiven: /v1/debts/{debt}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    payoutInFull: z
      .object({
        payout: z.string().meta({ description: 'The payout that would be sent without a proved tax regime: /v1/payouts/{payout}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    largePayout: z
      .object({
        payout: z.string().meta({ description: 'The payout that would go out whatever its sum: /v1/payouts/{payout}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    unpaidPayout: z
      .object({
        payout: z.string().meta({ description: 'The payout that the bank did not pay: /v1/payouts/{payout}' }),
        reason: z.enum(PAYOUT_FAULTS),
        reasons: z.string().nullable(),
      })
      .nullable(),
    ownSpending: z
      .object({
        outflow: z.string().meta({ description: 'The money that would be own spending: /v1/outflows/{outflow}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    monthReopening: z
      .object({
        month: z.string().meta({ description: 'The month that would be opened again: /v1/months/{month}' }),
        reasons: z.string().nullable(),
      })
      .nullable(),
    offerRevision: z
      .object({
        sha256,
        inForceFrom: z.string(),
        namesItsDay: z.boolean().meta({ description: 'True if the text itself states the day on which it comes into force' }),
        text: z.string(),
        differenceText: z
          .string()
          .nullable()
          .meta({ description: 'The changes from the last published revision, marked [-removed-] and [+added+]' }),
      })
      .nullable(),
    tariffRevision: z.object(PublishTariffs.shape).nullable(),
    individualPlan: z.object({ account: z.uuid(), plan: TariffPlan }).nullable(),
  })
  .meta({ id: 'Proposal', description: 'A proposal by a member of staff. A second person confirms or refuses it' });

export const ProposalList = z.object({ items: z.array(Proposal), next: z.string().nullable() }).meta({ id: 'ProposalList' });

export const ProposalQuery = z.strictObject({
  open: z.enum(['true']).optional().meta({ description: 'Only open proposals' }),
  limit: wholeNumber(1, 20).default(10),
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
});

export const RefuseProposal = z.strictObject({ reasons: freeText(4_000) });
