import { defineLifeType } from '../life-type.ts';
import { fileChart as chart } from './chart.ts';
import { fileMessages as messages } from './messages.ts';
import type { FileContext } from './types.ts';

export const file = defineLifeType<FileContext, 'owner'>({
  chart,
  messages,
  recipients: ({ owner }) => [owner],
  facts: ({ fault }) => (fault === undefined || fault === 'infected' ? {} : { fault }),
  summary: ({ mediaType, size }) => `${mediaType}, ${size} bytes`,
});
