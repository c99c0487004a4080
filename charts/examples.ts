/** Examples of every kind of life, for the checks of its law. */

import { accountExamples } from './account/examples.ts';
import { disputeExamples } from './dispute/examples.ts';
import { feeExamples } from './fee/examples.ts';
import { paymentExamples } from './payment/examples.ts';
import { payoutExamples } from './payout/examples.ts';
import { reidentificationExamples } from './reidentification/examples.ts';
import { reviewExamples } from './review/examples.ts';
import { signingExamples } from './signing/examples.ts';
import { taskExamples } from './task/examples.ts';
import { verificationExamples } from './verification/examples.ts';
import type { Examples } from './walk.ts';

export const examples: Record<string, Examples> = {
  account: accountExamples as Examples,
  payment: paymentExamples,
  payout: payoutExamples,

  fee: feeExamples,
  dispute: disputeExamples as Examples,
  review: reviewExamples,
  task: taskExamples,
  signing: signingExamples,
  verification: verificationExamples,
  reidentification: reidentificationExamples,
};
