/** Every type of life. */
import { account } from './account/index.ts';
import { alert } from './alert/index.ts';
import { bankOrder } from './bank-order/index.ts';
import { debt } from './debt/index.ts';
import { dispute } from './dispute/index.ts';
import { extra } from './extra/index.ts';
import { fee } from './fee/index.ts';
import { file } from './file/index.ts';
import { inflow } from './inflow/index.ts';
import { invoice } from './invoice/index.ts';
import type { LifeType } from './life-type.ts';
import { month } from './month/index.ts';
import { objection } from './objection/index.ts';
import { outflow } from './outflow/index.ts';
import { payment } from './payment/index.ts';
import { payout } from './payout/index.ts';
import { qualification } from './qualification/index.ts';
import { receipt } from './receipt/index.ts';
import { reidentification } from './reidentification/index.ts';
import { review } from './review/index.ts';
import { signing } from './signing/index.ts';
import { socialTransfer } from './social-transfer/index.ts';
import { task } from './task/index.ts';
import { taxInvoice } from './tax-invoice/index.ts';
import { thread } from './thread/index.ts';
import { verification } from './verification/index.ts';

export const lifeTypes = {
  account,
  alert,
  verification,
  reidentification,
  qualification,
  objection,
  task,
  thread,
  signing,
  payment,
  payout,
  fee,
  invoice,
  extra,
  file,
  inflow,
  outflow,
  'bank-order': bankOrder,
  month,
  dispute,
  debt,
  review,
  receipt,
  'social-transfer': socialTransfer,
  'tax-invoice': taxInvoice,
};

/** The type of a life by the first part of its id. */
export const lifeTypeNamed = (kind: string): LifeType | undefined => (lifeTypes as Record<string, LifeType>)[kind];
