/** Events of a month's transfer, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { CollectMonth, SocialTransferContext } from '../../../charts/social-transfer/types.ts';
import { civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar } from './task.ts';

/** 1 000 tenge of each component but the last, of which nothing was withheld. */
export const collecting = (given: Partial<CollectMonth> = {}): CollectMonth => ({
  month: '2026-03',
  dueOn: '2026-04-24',
  reminders: ['2026-04-22T04:00:00.000Z', '2026-04-23T04:00:00.000Z'],
  register: 'a'.repeat(64),
  persons: 1,
  totals: { opv: '100000', opvr: '100000', so: '100000', vosms: '0' },
  codes: { opv: '010', opvr: '089', so: '012', vosms: '122' },
  lateReminderDays: 3,
  returnDays: 365,
  ...given,
});

export const socialTransferExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(_, at) {
    const collects = (given: Partial<CollectMonth> = {}): ChartEvent => ({ type: 'collect', by: 'platform', at, input: collecting(given) });
    const records = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', actor: accounts.operator as string, at },
      input: { order: '17', on: civilDate(at), ...input },
    });
    const hears = (type: string, input: object): ChartEvent => ({
      ...{ type, by: 'platform', at },
      input: { amount: '100000', paidOn: civilDate(at), ...input },
    });
    const [outflow, inflow] = ['2b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10', '1b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10'];
    return [
      collects(),
      collects({ dueOn: '2026-04-17' }),
      records('recordPaid', {}),
      records('recordPaid', { component: 'opv' }),
      records('recordPaid', { component: 'vosms' }),
      ...(['opv', 'opvr', 'so'] as const).map((component) =>
        records('recordReturned', { component, contractor: accounts.first, amount: '100000' }),
      ),
      hears('confirmed', { outflow, component: 'opv' }),
      hears('confirmed', { outflow, amount: '300000' }),
      hears('returned', { inflow, component: 'opv', reason: 'account-closed' }),
      hears('returned', { inflow, component: 'so', contractor: accounts.first, reason: 'bank' }),
    ];
  },
  abstraction(given) {
    const { paid, returned, sentBack } = given as SocialTransferContext;
    const back = [returned, sentBack].map((each) => [...new Set(each.map(({ component }) => component))].toSorted());
    return [Object.keys(paid).toSorted(), ...back];
  },
};
