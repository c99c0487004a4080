/**
 * Whoever's number, key, password or e-mail address changes is told at the number and the address from before, and nobody else is told who they are.
 * Held for every life type: a template about a credential that is new has to be named here.
 */
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import type { NoticeMessage } from '../charts/messages.ts';
import type { ReidentificationContext } from '../charts/reidentification/types.ts';
import { examples } from '../testing/charts/examples/index.ts';
import type { Edge, Examples } from '../testing/charts/state-space.ts';
import { stateSpaceOf } from '../testing/charts/state-space.ts';
import type { EffectOrder } from './effect-orders.ts';
import { effectOrdersOf } from './effect-orders.ts';

/** The templates that tell of a credential, and who may read each. `companies` learn that it happened, and not to whom. */
const READERS: Record<string, string[]> = {
  'account device-authorised': ['account'],
  'account device-revoked': ['account'],
  'account act-signing-changed': ['account'],
  'account password-set': ['account'],
  'account details-changed': ['account'],
  'account email-changed': ['formerEmail'],
  'account email-to-confirm': ['newEmail'],
  'account email-refused': ['account'],
  'account second-factor-guessed': ['account'],
  'account locked-out': ['account'],
  'account logged-in': ['account'],
  'account logged-in-anew': ['account'],
  'account access-restored': ['account'],
  'alert logged-in-anew': ['person'],
  'alert device-authorised': ['person'],
  'alert device-revoked': ['person'],
  'alert password-set': ['person'],
  'alert locked-out': ['person'],
  'reidentification number-change-checked': ['person', 'own'],
  'reidentification number-change-asked': ['person', 'own'],
  'reidentification number-change-begins': ['person', 'own'],
  'reidentification number-changed': ['person', 'own'],
  'reidentification number-change-refused': ['person', 'own'],
  'reidentification number-change-lapsed': ['person', 'own'],
  'reidentification member-number-changes': ['companies', 'joined'],
  'reidentification member-number-change-over': ['companies'],
};
const OF_A_CREDENTIAL =
  /парол|устройств|электронн\S+ почт|смен[аеыу] номера|номер\S* (?:\S+ )*(?:измен|меня|будет измен|решён)|по вашему номеру/i;

const templates = Object.entries(lifeTypes).flatMap(([life, { messages }]) =>
  Object.entries<NoticeMessage>(messages.notices).map(([template, notice]) => ({ name: `${life} ${template}`, notice })),
);

test('every template about a number, a key, a password or an address is known here', () => {
  const about = templates
    // That a device should be checked for malware is about no credential.
    .filter(({ name, notice: { subject, body } }) => name !== 'file file-infected' && OF_A_CREDENTIAL.test(`${subject.ru} ${body.ru}`))
    .map(({ name }) => name);
  expect(about.toSorted()).toEqual(Object.keys(READERS).toSorted());
});

test('what a company reads of a member’s credential has no placeholder but the number of the request', () => {
  const ofCompanies = templates.filter(({ name }) => READERS[name]?.includes('companies'));
  expect(ofCompanies).toHaveLength(2);
  for (const { notice } of ofCompanies)
    for (const text of [...Object.values(notice.subject), ...Object.values(notice.body)])
      expect((text.match(/\{\w+\}/g) ?? []).filter((each) => each !== '{number}')).toEqual([]);
});

type Order = EffectOrder & { params: { person?: string; details?: string } };

const edges = new Map(
  ['account', 'alert', 'reidentification'].map((life) => {
    const { chart } = lifeTypes[life as keyof typeof lifeTypes];
    return [life, stateSpaceOf(chart, examples[life] as Examples).edges];
  }),
);

/** What is wrong with the receivers of an edge's notices. */
function faultsOf(life: string, type: LifeType, { from, event, to, actions }: Edge): string[] {
  const context = to.snapshot.context as { id: string; person?: string; formerDetails?: string; confirmedEmail?: string };
  const { confirmedEmail: former } = from.snapshot.context as { confirmedEmail?: string };
  const orders = effectOrdersOf(type, context, actions) as Order[];
  const texts = orders.filter(({ kind }) => kind === 'sendSms');
  const input = event.input as { person?: string; isNew?: boolean };
  // Its own owner, who refuses letters, needs none about it.
  const changesAddress = former !== undefined && former !== context.confirmedEmail && event.type !== 'emailRefused';
  const to_ = (actions as { type: string; params?: { to: string; template: string } }[]).flatMap(({ type: kind, params }) =>
    kind === 'notify' && params ? [params] : [],
  );
  const strangers = to_.flatMap(({ to: reader, template }) => {
    const readers = READERS[`${life} ${template}`];
    return readers === undefined || readers.includes(reader) ? [] : [`${template} goes to ${reader}`];
  });
  const isOf = (order: Order): boolean => {
    if (life === 'account') return order.params.person !== undefined || order.notice?.account === context.id;
    return order.params.person === context.person;
  };
  const changesAccess =
    ['passwordSet', 'deviceAuthorised', 'deviceRevoked'].includes(event.type) || (event.type === 'loggedIn' && input.isNew);
  const changesNumber = orders.findIndex(({ kind }) => kind === 'changeNumber');
  const missing = [
    ...(changesAccess && !texts.some(isOf) ? [`${event.type} is not told at the number`] : []),
    ...(changesAddress && !orders.some(({ kind, params }) => kind === 'sendEmail' && params.details === former)
      ? ['a new address is not told at the old one']
      : []),
    ...(changesNumber >= 0 && !orders.slice(0, changesNumber).some((each) => each.kind === 'sendSms' && isOf(each))
      ? ['the number changes before it is told']
      : []),
    ...(life === 'reidentification' && from.snapshot.value === 'new' && !texts.some(isOf)
      ? ['the number is not told at the beginning']
      : []),
  ];
  const astray = texts.filter((order) => !isOf(order)).map(({ notice }) => `the text ${notice?.template} goes to another number`);
  const { own = [], companies = [] } = context as Partial<ReidentificationContext>;
  const letters = orders
    .filter(
      ({ kind, notice }) => kind === 'sendEmail' && life === 'reidentification' && ![...own, ...companies].includes(notice?.account ?? ''),
    )
    .map(({ notice }) => `the letter ${notice?.template} goes to an account of others`);
  return [...strangers, ...missing, ...astray, ...letters];
}

const faultsIn = (life: string, type: LifeType = lifeTypes[life as keyof typeof lifeTypes]): string[] => [
  ...new Set((edges.get(life) as Edge[]).flatMap((edge) => faultsOf(life, type, edge))),
];

test.each(['account', 'alert', 'reidentification'])(
  'the credentials of an %s are told where they were before, and to nobody else',
  (life) => {
    expect(faultsIn(life)).toEqual([]);
  },
);

test('a life that tells an account instead of the number, or nobody, is found', () => {
  const { reidentification, account, alert } = lifeTypes;
  const toAccount = { ...reidentification, elsewhere: () => undefined, recipients: () => ['account-of-the-asker'] };
  expect(faultsIn('reidentification', toAccount)).toEqual(
    expect.arrayContaining([
      'the number changes before it is told',
      'the number is not told at the beginning',
      'the text number-change-asked goes to another number',
      'the letter number-change-asked goes to an account of others',
    ]),
  );
  expect(faultsIn('alert', { ...alert, recipients: () => [] })).toContain('passwordSet is not told at the number');
  expect(faultsIn('account', { ...account, recipients: () => [] })).toEqual(
    expect.arrayContaining(['passwordSet is not told at the number', 'a new address is not told at the old one']),
  );
});
