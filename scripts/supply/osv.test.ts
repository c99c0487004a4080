import type { OsvRecord } from './osv.ts';
import { affects } from './osv.ts';

type Event = Record<string, string>;
const record = (events: Event[], changes: Partial<OsvRecord> = {}, affected: object = {}) =>
  ({
    id: 'GHSA-1',
    modified: '2026-11-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'tap' }, ranges: [{ type: 'SEMVER', events }], ...affected }],
    ...changes,
  }) as OsvRecord;
const affected = (of: OsvRecord, versions: string[]) => versions.filter((version) => affects(of, 'tap', version));

test.each<[string, Event[], string[], string[]]>([
  ['a fixed one', [{ introduced: '0' }, { fixed: '1.2.0' }], ['0.0.1', '1.1.9', '1.2.0-rc.1'], ['1.2.0', '1.10.0', '2.0.0']],
  ['one that was never fixed', [{ introduced: '1.0.0' }], ['1.0.0', '9.0.0'], ['0.9.9', '1.0.0-rc.1']],
  ['one with a last version', [{ introduced: '0' }, { last_affected: '1.2.0' }], ['1.2.0'], ['1.2.1']],
  [
    'one that came back, its events in no order',
    [{ fixed: '2.1.0' }, { introduced: '2.0.0' }, { fixed: '1.2.0' }, { introduced: '1.0.0' }],
    ['1.1.0', '2.0.5'],
    ['0.9.0', '1.2.0', '1.9.0', '2.1.0', '10.0.0'],
  ],
  ['one with a limit', [{ introduced: '0' }, { limit: '2.0.0' }], ['1.9.9'], ['2.0.0', '2.1.0']],
])('%s', (_name, events, within, outside) => {
  expect(affected(record(events), [...within, ...outside])).toEqual(within);
});

test('versions that are named one by one, as of malicious packages', () => {
  expect(affected(record([], {}, { ranges: undefined, versions: ['1.0.0', '1.0.2'] }), ['1.0.0', '1.0.1', '1.0.2'])).toEqual([
    '1.0.0',
    '1.0.2',
  ]);
});

test.each([
  ['was withdrawn', record([{ introduced: '0' }], { withdrawn: '2026-11-02T00:00:00Z' })],
  ['is about another package', record([{ introduced: '0' }], {}, { package: { ecosystem: 'npm', name: 'taps' } })],
  ['is about a package of another registry', record([{ introduced: '0' }], {}, { package: { ecosystem: 'PyPI', name: 'tap' } })],
  ['is about commits', record([], {}, { ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] })],
  ['names nothing', record([], { affected: [] })],
])('no version is affected where a record %s', (_name, of) => {
  expect(affected(of, ['1.0.0'])).toEqual([]);
});
