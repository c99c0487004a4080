/** One workflow type for each kind of life, named as people name it. */

/** Of no life: they run by the clock. */
export { balances } from './balances.ts';
export {
  life as account,
  life as alert,
  life as payment,
  life as payout,
  life as debt,
  life as dispute,
  life as fee,
  life as receipt,
  life as review,
  life as 'social-transfer',
  life as task,
  life as signing,
  life as verification,
  life as reidentification,
} from './life.ts';
/** Of no life: they run by the clock. */
export { reconciliation } from './reconciliation.ts';
export { socialTransfers } from './social-transfers.ts';
