import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { readIban } from './identifiers.ts';
import { ordersIn } from './outflow-matching.ts';
import type { SocialOrderToPrint } from './social-order.ts';
import { socialOrderAsMessage, socialOrderNumber, socialOrdersAsCsv, socialPayeeOn } from './social-order.ts';
import { codesOn } from './social-transfer.ts';
import type { Component } from './withholding.ts';
import { COMPONENTS } from './withholding.ts';

const ON = '2026-12-15';
const CODES = codesOn(parameters, ON);

/** Incomes of 12 345 and 180 000 tenge bear 123 and 1 800 of each component: 1 923 together. */
const order = (component: Component, name = 'Серікова Айгерім'): SocialOrderToPrint => ({
  ...{ component, month: '2026-11', on: ON },
  payer: { name: 'ТОО «Оператор»', bin: '240140000011', iban: 'KZ41722C000000000001', bik: 'CASPKZKA', beneficiaryCode: '17' },
  payee: socialPayeeOn(parameters, component, ON),
  purposeCode: CODES[component],
  lines: [
    { iin: '851231400011', name: 'Данияр', component, code: CODES[component], amount: 12_300n },
    { iin: '900101300007', name, component, code: CODES[component], amount: 180_000n },
  ],
});

test('the message names the payer, the State corporation, and each person with birth date, IIN, period and sum', () => {
  expect(socialOrderAsMessage(order('opv')).split('\r\n')).toEqual([
    ...['{4:', ':20:SP-2026-11/1'],
    ...[':50:/D/KZ41722C000000000001', '/NAME/ТОО «Оператор»', '/IDN/240140000011', '/IRS/1', '/SECO/7', ':52B:CASPKZKA'],
    ...[':57B:GCVPKZ2A', ':59:KZ12009NPS0413609816', '/NAME/НАО «Государственная корпорация «Правительство для граждан»'],
    ...['/IDN/160440007161', '/IRS/1', '/SECO/1'],
    ...[':70:/NUM/2026-11-1', '/DATE/261215', '/SEND/07', '/VO/01', '/KNP/010', '/PSO/01', '/PRT/05', '/COUNT/2'],
    '/ASSIGN/SP-2026-11/1 Обязательные пенсионные взносы за 11.2026',
    ...[':21:1', ':32B:KZT123,00', ':70:/OPV/C', '/NAME/Данияр', '/DT/19851231', '/IDN/851231400011', '/PERIOD/112026'],
    ...[':21:2', ':32B:KZT1800,00', ':70:/OPV/C', '/NAME/Серікова Айгерім', '/DT/19900101', '/IDN/900101300007', '/PERIOD/112026'],
    ...[':32A:261215KZT1923,00', '-}', ''],
  ]);
});

test.each([
  ['opv', 'KZ12009NPS0413609816', '010', '/OPV/C'],
  ['opvr', 'KZ12009NPS0413609816', '089', '/NAME/Данияр'],
  ['so', 'KZ67009SS00368609110', '012', '/OPV/S'],
  ['vosms', 'KZ92009MEDS368609103', '122', '/NAME/Данияр'],
] as const)('%s goes to its own account with its own code', (component, iban, code, begins) => {
  const lines = socialOrderAsMessage(order(component)).split('\r\n');
  expect(lines).toEqual(expect.arrayContaining([`:59:${iban}`, `/KNP/${code}`, `:70:${begins}`]));
});

test('a name adds no field to the message', () => {
  const lines = socialOrderAsMessage(order('so', ':59:KZ00\r\n{Айгерім}')).split('\r\n');
  expect(lines.filter((line) => line.startsWith(':59:'))).toEqual([':59:KZ67009SS00368609110']);
  expect(lines).toContain('/NAME/59:KZ00 Айгерім');
});

test('the table has one payment for each component, and the control totals', () => {
  const rows = socialOrdersAsCsv([order('opv'), order('so')])
    .trimEnd()
    .split('\r\n');
  expect(rows.slice(1)).toEqual([
    '1;KZ12009NPS0413609816;GCVPKZ2A;160440007161;НАО «Государственная корпорация «Правительство для граждан»;1923.00;010;11;SP-2026-11/1 Обязательные пенсионные взносы за 11.2026',
    '3;KZ67009SS00368609110;GCVPKZ2A;160440007161;НАО «Государственная корпорация «Правительство для граждан»;1923.00;012;11;SP-2026-11/3 Социальные отчисления за 11.2026',
    'Итого;;;;2;3846.00;;;',
  ]);
});

test('the number of an order is read back from a statement', () => {
  expect(COMPONENTS.map((component) => ordersIn(socialOrderNumber('2026-11', component)))).toEqual(
    [1, 2, 3, 4].map((nth) => [{ order: 'SP-2026-11', nth }]),
  );
});

test('the accounts of the payee are account numbers, and its name fits into a message', () => {
  for (const component of COMPONENTS) {
    const { iban, name } = socialPayeeOn(parameters, component, ON);
    expect(readIban(iban)).not.toHaveProperty('fault');
    expect(name.length).toBeLessThanOrEqual(60);
  }
});
