import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { qualificationChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { qualificationMessages as messages } from './messages.ts';
import type { QualificationContext } from './types.ts';

export const qualification = defineLifeType<QualificationContext, Reader>({
  chart,
  messages,
  awaited: { declared: ['approve'] },
  consequences,
  recipients: ({ contractor }, to) => (to === 'staff' ? [STAFF] : [contractor]).filter((reader) => reader !== undefined),
  facts: ({ validUntil }) => ({ day: validUntil }),
  summary: ({ kind, categories }) => `${kind}, ${categories.join(' ')}`,
});
