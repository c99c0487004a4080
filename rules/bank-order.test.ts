import { lineNumber, orderAsCsv, orderAsRegister } from './bank-order.ts';
import { ordersIn } from './outflow-matching.ts';

const ORDER = {
  number: '2026-17',
  on: '2026-11-29',
  payer: { name: 'ТОО «Оператор»', bin: '240140000011', iban: 'KZ41722C000000000001', bik: 'CASPKZKA', beneficiaryCode: '17' },
  purposeCode: '859',
  lines: [
    {
      ...{ nth: 1, iban: 'KZ86125KZT5004100100', bic: 'KSNVKZKA', identifier: '900101300017', name: '=Айгүл' },
      ...{ amount: 960_000n, beneficiaryCode: '19' },
    },
    {
      ...{ nth: 2, iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA', identifier: '240140000029', name: ':59:KZ00\r\n{ТОО}' },
      ...{ amount: 1_234_505n, beneficiaryCode: '17' },
    },
  ],
};

test('the table has each line with its purpose, and the control totals at its end', () => {
  const [head, first, second, last] = orderAsCsv(ORDER).split('\r\n');
  expect(head).toBe('№;ИИК (IBAN);БИК;ИИН/БИН;Получатель;Сумма, тенге;КНП;КБе;Назначение платежа');
  expect(first).toMatch(/^1;KZ86125KZT5004100100;KSNVKZKA;900101300017;'=Айгүл;9600\.00;859;19;Выплата по PP-2026-17\/1 /);
  expect(second).toMatch(/^2;KZ35000EXAMPLE000000;EXAMKZKA;240140000029;/);
  expect(last ?? '').not.toBe('');
  expect(orderAsCsv(ORDER).trimEnd().split('\r\n').at(-1)).toBe('Итого;;;;2;21945.05;;;');
});

test('the register has the same, and no name can add a field to it', () => {
  const lines = orderAsRegister(ORDER).split('\r\n');
  expect(lines.filter((line) => line.startsWith(':59:'))).toEqual([':59:KZ86125KZT5004100100', ':59:KZ35000EXAMPLE000000']);
  expect(lines.filter((line) => line.startsWith(':32B:'))).toEqual([':32B:KZT9600,00', ':32B:KZT12345,05']);
  expect(lines).toContain(':32A:261129KZT21945,05');
  expect(lines).toContain('/COUNT/2');
  expect(lines).toContain('/NAME/59:KZ00 ТОО');
  expect(lines.filter((line) => line.startsWith('{'))).toEqual(['{4:']);
});

test('the number of a line is read back from a statement', () => {
  expect(ordersIn(lineNumber('2026-17', 3))).toEqual([{ order: 'PP-2026-17', nth: 3 }]);
});
