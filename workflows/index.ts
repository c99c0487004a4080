/** One workflow type for each kind of life, named as people name it, and those that a schedule begins. */
export { balances } from './balances.ts';
export { billing } from './billing.ts';
export {
  life as account,
  life as alert,
  life as payment,
  life as payout,
  life as debt,
  life as dispute,
  life as fee,
  life as extra,
  life as file,
  life as receipt,
  life as invoice,
  life as inflow,
  life as outflow,
  life as 'bank-order',
  life as month,
  life as review,
  life as 'social-transfer',
  life as 'tax-invoice',
  life as task,
  life as thread,
  life as signing,
  life as verification,
  life as reidentification,
  life as qualification,
  life as objection,
} from './life.ts';
export { reconciliation } from './reconciliation.ts';
export { savedSearches } from './saved-searches.ts';
export { socialTransfers } from './social-transfers.ts';
export { tariffLetters } from './tariff-letters.ts';
