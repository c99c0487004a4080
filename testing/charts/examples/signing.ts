/** Commands of a signing with valid input, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { AskInput, Side, SigningContext } from '../../../charts/signing/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const HOUR = 3_600_000;
const SIGNATURE = '0b9d4b63-1f7e-4a55-9d0e-6f2f6a4d1c7e';
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();
const { customer, first: contractor } = accounts;

/** A completion act that the contractor confirms before the customer, within two days. */
export const asking = (at: string, given: Partial<AskInput> = {}): AskInput => ({
  id: 'signing/5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11/1',
  parent: 'task/5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11',
  customer,
  contractor,
  document: { kind: 'completion-act', sha256: 'a'.repeat(64) },
  paper: { reference: '0e6e7d0c-3f5e-4a35-8b7c-5c1c8e1b9a01', number: 'AVR-2026-1', date: '2026-04-20' },
  order: ['contractor', 'customer'],
  signBy: later(at, 48),
  reminders: [later(at, 24), later(at, 36)],
  ...given,
});

export const signingExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(given, at) {
    const { document } = given as SigningContext;
    const by = (party: Side, type: string, input: object): ChartEvent => ({
      type,
      by: party,
      at,
      actor: { customer, contractor }[party],
      input,
    });
    const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      told('ask', asking(at)),
      told('ask', asking(at, { confirmed: { contractor: at } })),
      told('ask', asking(at, { confirmed: { contractor: at, customer: at } })),
      told(
        'ask',
        asking(at, { sideBySide: true, issuer: 'customer', ways: { customer: ['account', 'code', 'cms'], contractor: ['cms'] } }),
      ),
      ...(['contractor', 'customer'] as const).flatMap((party) => [
        by(party, 'sign', { sha256: document?.sha256, way: 'account' }),
        by(party, 'sign', { sha256: document?.sha256, way: 'cms', signature: { id: SIGNATURE, cms: 'b'.repeat(64) } }),
        by(party, 'withdraw', {}),
        by(party, 'refuse', { reasons: text('reasons') }),
        told('confirm', { party, account: { customer, contractor }[party], at }),
      ]),
      told('confirm', { party: 'contractor', account: accounts.second, at }),
      told('replace', {}),
      told('checked', { faults: [] }),
      told('checked', { faults: [{ party: 'contractor', fault: 'missing' }] }),
      { type: 'checkAgain', by: 'operator', at, actor: accounts.second, input: {} },
      { type: 'refuseSignatures', by: 'operator', at, actor: accounts.second, input: { reasons: text('reasons') } },
    ];
  },

  abstraction(given) {
    const { confirmations, ways, replaced } = given as SigningContext;
    return [ways === undefined, replaced === true, ...confirmations.map(({ party, way }) => `${party} ${way}`)];
  },
};
