import { defineLifeType } from '../life-type.ts';
import { accountChart as chart } from './chart.ts';
import { accountMessages as messages } from './messages.ts';
import type { AccountContext } from './types.ts';

export const account = defineLifeType<AccountContext, 'account'>({
  chart,
  messages,
  recipients: ({ id }) => [id],
  summary: ({ kind, customer, contractor, staff }) => {
    const roles = [customer && 'customer', contractor && 'contractor', ...staff].filter((role) => role !== undefined);
    return [kind, ...roles].join(', ');
  },
});
