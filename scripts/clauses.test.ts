import { readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import type { Row } from './clause-rows.ts';
import type { Given } from './clause-table.ts';
import { clauseTable, currentGiven, currentTable, faultsOf } from './clause-table.ts';

test('every clause has one row, which names existing tests or says what is missing', () => {
  expect(faultsOf(currentGiven)).toEqual([]);
});

test('docs/clauses.md is current (npm run clauses)', () => {
  const kept = readFileSync(new URL('../docs/clauses.md', import.meta.url), 'utf8');
  expect(kept.split('\n')).toEqual(currentTable().split('\n'));
});

describe('the table', () => {
  const whole: Row = {
    clause: '3.4',
    gist: 'Accepting binds both.',
    status: 'whole',
    by: 'The acceptance.',
    tests: [{ file: 'deal.test.ts', name: 'binds both' }],
  };
  const part: Row = { clause: '3.9', gist: 'A settlement.', status: 'part', by: 'Claims.', missing: 'The court.', tests: [] };
  const paid: Row = { ...part, clause: '5.2', gist: 'Payouts.' };
  const not: Row = { clause: '7.1', gist: 'Secrets are kept.', status: 'not', missing: 'All of it.' };
  const payout = lifeTypes.payout as LifeType;
  const given = {
    parts: new Map([
      ['0', 'Оферта'],
      ['3', 'Предмет'],
      ['3.4', 'При принятии Задания возникает отдельное обязательство по выполнению работ. И далее'],
      ['3.9', 'Досудебное\nурегулирование'],
      ['5', 'Расчеты'],
      ['5.2', 'Расчеты проводятся через Платформу'],
      ['7', 'Тайна'],
      ['7.1', 'Не разглашают'],
    ]),
    lifeTypes: { payout },
    rows: [whole, part, paid, not],
    read: (path: string) => (path === 'deal.test.ts' ? "test('binds both', () => {});\ntest.skip('rests', () => {});\n" : undefined),
  } satisfies Given;
  const faults = (changed: Partial<Given>) => faultsOf({ ...given, ...changed });
  const named = (file: string, name: string): Row[] => [{ ...whole, tests: [{ file, name }] }, part, paid, not];

  test('counts the rows by status, and shows each row under its section', () => {
    const lines = clauseTable(given).split('\n');
    expect(lines).toContain('Of the 4 clauses **1 are carried out whole, 2 in part and 1 not at all**. 0 more numbers are headings.');
    expect(lines).toContain('## 3. Предмет');
    expect(lines).toContain(
      '| 3.4 | Accepting binds both. *При принятии Задания возникает отдельное обязательство по выполнению …* | **whole** | The acceptance. Charts: payout: `payInFull`, `waitReminder` (timer), `waitBy` (timer), `monthBegins` (timer). |  | `deal.test.ts`: binds both |',
    );
    expect(lines).toContain('| 3.9 | A settlement. *Досудебное* | **part** | Claims. | The court. |  |');
    expect(lines).toContain('| 7.1 | Secrets are kept. *Не разглашают* | **not** |  | All of it. |  |');
  });

  test('says of a whole clause what only somebody outside can confirm', () => {
    const rows: Row[] = [{ ...whole, unconfirmed: 'no accountant has read it.' } as Row, part, paid, not];
    expect(clauseTable({ ...given, rows })).toContain('| Unconfirmed: no accountant has read it. | `deal.test.ts`: binds both |');
  });

  test('adds the transitions of the charts under their clauses', () => {
    const line = clauseTable(currentGiven)
      .split('\n')
      .find((each) => each.startsWith('| 10.2 |'));
    expect(line).toContain('Charts: account: `showOffer`, `declineOffer`');
  });

  test.each<[what: string, changed: Partial<Given>, fault: string]>([
    ['a clause without a row', { rows: [whole, part] }, '7.1 has no row'],
    ['a row of no clause', { rows: [whole, part, not, { ...not, clause: '7.9' }] }, '7.9 is no clause of the offer'],
    ['a clause with two rows', { rows: [whole, part, not, not] }, '7.1 has more than one row'],
    ['a part that does not say what is missing', { rows: [whole, { ...part, missing: ' ' }, not] }, '3.9 does not say what is missing'],
    ['a whole without a test', { rows: [{ ...whole, tests: [] }, part, not] }, '3.4 is called whole and names no test'],
    ['a test that is not there', { rows: named('deal.test.ts', 'binds') }, '3.4 names the test "binds", which is not in deal.test.ts'],
    ['a test that is skipped', { rows: named('deal.test.ts', 'rests') }, '3.4 names the test "rests", which is not in deal.test.ts'],
    [
      'a file that is not there',
      { rows: named('no.test.ts', 'binds both') },
      '3.4 names the test "binds both", which is not in no.test.ts',
    ],
    [
      'a chart that cites what has no row',
      { lifeTypes: { invoice: lifeTypes.invoice as LifeType } },
      'invoice dueBy cites 6.3, which has no row',
    ],
  ])('%s is found', (_, changed, fault) => {
    expect(faults({})).toEqual([]);
    expect(faults(changed)).toContain(fault);
    expect(() => clauseTable({ ...given, ...changed })).toThrow(fault);
  });
});
