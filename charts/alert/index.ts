import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { alertChart as chart } from './chart.ts';
import { alertMessages as messages } from './messages.ts';
import type { AlertContext } from './types.ts';

export const alert = defineLifeType<AlertContext, 'person'>({
  chart,
  messages,
  // The text goes to a person and to no account.
  recipients: () => [STAFF],
  elsewhere: ({ person }) => ({ person }),
  summary: () => '',
});
