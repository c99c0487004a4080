import { STAFF } from '../law.ts';
import type { Happened } from '../life-type.ts';
import { defineLifeType } from '../life-type.ts';
import { accountChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { accountMessages as messages } from './messages.ts';
import type { AccountContext, AccountEvent, AccountReader } from './types.ts';

export const account = defineLifeType<AccountContext, AccountReader>({
  chart,
  messages,
  awaited: { 'access.active': ['confirmEmail'], 'offer.unaccepted': ['acceptOffer'], 'tax.declared': ['confirmTaxStatus'] },
  consequences,
  recipients: ({ id, formerDetails, asksNewEmail }, to) => {
    if ((to === 'formerEmail' && formerDetails === undefined) || (to === 'newEmail' && !asksNewEmail)) return [];
    // The inviting account must not see whether the text arrived: that could say whether the number is known.
    return to === 'invited' ? [STAFF] : [id];
  },
  // Those of the operator's staff are no party of anything.
  concerns: ({ id }) => [id],
  elsewhere: ({ formerDetails, newEmail, lastMember }, to) => {
    if (to === 'newEmail' && newEmail !== undefined) return { details: newEmail, asks: true };
    if (to === 'formerEmail' && formerDetails !== undefined) return { details: formerDetails };
    return (to === 'lastMember' || to === 'invited') && lastMember !== undefined ? { person: lastMember } : undefined;
  },
  facts: (_context, _template, { event }: Happened<AccountContext, AccountEvent>) => {
    if (event.type === 'tariffsChange') return { day: event.input.from, charge: event.input.charge, nextCharge: event.input.nextCharge };
    if (event.type === 'planOffered') return { day: event.input.until, charge: event.input.charge, nextCharge: event.input.nextCharge };
    return {};
  },
  summary: ({ kind, customer, contractor, staff }) => {
    const roles = [customer && 'customer', contractor && 'contractor', ...staff].filter((role) => role !== undefined);
    return [kind, ...roles].join(', ');
  },
});
