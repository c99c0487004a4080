import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { registerAsCsv, registerOf, transferDueOn } from './social-transfer.ts';
import { WEEKENDS } from './working-days.ts';

const tenge = (sum: number): bigint => BigInt(sum) * 100n;
const each = (sum: number) => ({ opv: tenge(sum), opvr: tenge(sum), so: tenge(sum), vosms: tenge(sum) });

test.each([
  ['2026-05', '2026-06-25'],
  // 25 July and 25 October 2026 are a Saturday and a Sunday: the Friday before.
  ['2026-06', '2026-07-24'],
  ['2026-09', '2026-10-23'],
  ['2026-12', '2027-01-25'],
])('what was withheld in %s is due on %s', (month, due) => {
  expect(transferDueOn(month, parameters, WEEKENDS)).toBe(due);
});

test('the register has a line for each person and component, and accounts of one person are one', () => {
  const lines = registerOf(
    [
      { iin: '900101300007', name: 'Айгерім', components: each(1_000) },
      { iin: '851231400011', name: 'Данияр; "Дан"', components: { ...each(50), so: 0n } },
      { iin: '900101300007', name: 'Айгерім', components: each(500) },
    ],
    parameters,
    '2026-06-15',
  );
  expect(lines.map(({ iin, component, code, amount }) => [iin, component, code, amount / 100n])).toEqual([
    ['851231400011', 'opv', '010', 50n],
    ['851231400011', 'opvr', '089', 50n],
    ['851231400011', 'vosms', '122', 50n],
    ['900101300007', 'opv', '010', 1_500n],
    ['900101300007', 'opvr', '089', 1_500n],
    ['900101300007', 'so', '012', 1_500n],
    ['900101300007', 'vosms', '122', 1_500n],
  ]);
  expect(registerAsCsv(lines.slice(0, 1), '2026-05')).toBe(
    'ИИН;ФИО;Платёж;КНП;Период;Сумма, тенге\r\n851231400011;"Данияр; ""Дан""";ОПВ;010;2026-05;50\r\n',
  );
});

test('a name that a spreadsheet would reckon is text', () => {
  const [line] = registerOf([{ iin: '900101300007', name: '=1+1', components: each(1) }], parameters, '2026-06-15');
  expect(registerAsCsv(line ? [line] : [], '2026-05')).toContain(";'=1+1;");
});
