import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { codesOn, linesDue, registerAsCsv, registerOf, transferDueOn } from './social-transfer.ts';
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
    codesOn(parameters, '2026-06-15'),
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
  const [line] = registerOf([{ iin: '900101300007', name: '=1+1', components: each(1) }], codesOn(parameters, '2026-06-15'));
  expect(registerAsCsv(line ? [line] : [], '2026-05')).toContain(";'=1+1;");
});

describe('the lines of the next register', () => {
  const of = (account: string, sum: number) => ({ account, components: each(sum) });
  const shown = (lines: ReturnType<typeof linesDue>['lines']) =>
    lines.filter(({ component }) => component === 'so').map(({ account, amount }) => [account, amount / 100n]);

  test('are what was withheld so far, less what earlier registers have', () => {
    const { lines, overpaid } = linesDue([of('a', 1_000), of('b', 2_500)], [of('a', 400)]);
    expect(shown(lines)).toEqual([
      ['a', 600n],
      ['b', 2_500n],
    ]);
    expect([lines.length, overpaid]).toEqual([8, []]);
  });

  test('are never negative: what came back is carried to the registers after it', () => {
    // 1 000 were transferred and came back; the next month has 300 of the person, and the one after it 900.
    expect(linesDue([], [of('a', 1_000)]).lines).toEqual([]);
    const next = linesDue([of('a', 300)], [of('a', 1_000)]);
    expect([shown(next.lines), shown(next.overpaid)]).toEqual([[], [['a', 700n]]]);
    const after = linesDue([of('a', 1_200)], [of('a', 1_000)]);
    expect([shown(after.lines), after.overpaid]).toEqual([[['a', 200n]], []]);
  });
});
