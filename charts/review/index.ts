import { accountsOf } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { reviewChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { reviewMessages as messages } from './messages.ts';
import { showsFile } from './readable.ts';
import type { ReviewContext } from './types.ts';

export const review = defineLifeType<ReviewContext, Reader>({
  chart,
  messages,
  awaited: { open: ['write'] },
  consequences,
  recipients: ({ customer, contractor, written }, to) => {
    const authors = { customer, contractor };
    const asked = (['customer', 'contractor'] as const).filter((author) =>
      to === 'silent' ? written[author] === undefined : author === to,
    );
    return asked.flatMap((author) => authors[author] ?? []);
  },
  // Before the publication neither party may learn that the other has written.
  concerns: (context) => (context.publishedAt === undefined ? [] : accountsOf(context)),
  showsFile,
  summary: ({ parent }) => `of ${parent}`,
});
