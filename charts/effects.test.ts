/** The compiler is the test here: each expected error fails the type check if there is no error. */
import { ordersOf } from './effects.ts';
import type { TemplateOf } from './messages.ts';
import { defineMessages } from './messages.ts';

const same = (text: string) => ({ kk: text, ru: text, en: text });
const messages = defineMessages({
  life: same('Door'),
  states: {},
  commands: {},
  timers: {},
  rules: {},
  notices: { opened: { subject: same('Opened'), body: same('The door was opened.') } },
});

interface Scope {
  context: { reference: string };
  event: { type: 'open' };
}

const { effect, notify, book, ordered } = ordersOf<Scope, 'customer', TemplateOf<typeof messages>>();

test('an effect has the name of its kind and its parameters, fixed or computed from the context', () => {
  const ask = effect('askPayment', ({ context }) => ({ reference: context.reference }));
  expect(ask.type).toBe('askPayment');
  expect(ask.params).toBeInstanceOf(Function);
  expect(effect('tellTasks', { account: 'one' })).toEqual({ type: 'tellTasks', params: { account: 'one' } });
  expect(notify('customer', 'opened')).toEqual({ type: 'notify', params: { to: 'customer', template: 'opened' } });
  expect(Object.keys(ordered('notify', 'askPayment'))).toEqual(['notify', 'askPayment']);
});

test('an unknown kind, wrong parameters, an unknown reader, or a notice without a text does not compile', () => {
  const wrong = [
    // @ts-expect-error no such kind
    effect('askPayments', { reference: 'one' }),
    // @ts-expect-error ordered by a notice, never by a chart
    effect('sendEmail', {}),
    // @ts-expect-error parameters of another kind
    effect('askPayment', { account: 'one' }),
    // @ts-expect-error a sum is a decimal string
    effect('capturePayment', () => ({ reference: 'one', amount: 5 })),
    // @ts-expect-error no life receives this
    effect('sendToLife', () => ({ to: 'task/one', type: 'paymentHold', input: {} })),
    // @ts-expect-error nobody reads this
    notify('landlord', 'opened'),
    // @ts-expect-error no such template
    notify('customer', 'closed'),
    // @ts-expect-error a posting has a code
    book(() => [{ debit: 'a', credit: 'b', amount: '1' }]),
    // @ts-expect-error no such order
    ordered('paint'),
  ];
  expect(wrong).toHaveLength(9);
});

test('a test has its own catalogue, which does not change that of the product', () => {
  const own = ordersOf<Scope, 'customer', 'opened', { paint: { colour: string } }>();
  expect(own.effect('paint', { colour: 'red' })).toEqual({ type: 'paint', params: { colour: 'red' } });
  // @ts-expect-error not in this catalogue
  own.effect('askPayment', { reference: 'one' });
});
