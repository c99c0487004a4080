import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { openKeys } from '../models/keys.ts';
import { cursorOf, readCursor } from './search/cursor.ts';
import { openPlace, sealPlace } from './stream/cursor.ts';

const [OLD, NEW, OTHER] = Array.from({ length: 3 }, () => randomBytes(32).toString('hex')) as [string, string, string];
const keys = openKeys([OLD]);
const rotated = openKeys([NEW, OLD]);
const search = { account: 'one', path: '/v1/tasks/search', query: { search: 'рояль' } };
const Place = z.tuple([z.string(), z.number()]);
const place = { era: 1, xid: '77', pos: '5' };

it('a place counts after a rotation of the secret: of a search and of a stream', () => {
  expect(readCursor(rotated, search, cursorOf(keys, search, ['рояль', 5]), Place)).toEqual(['рояль', 5]);
  expect(openPlace(rotated, 'one', sealPlace(keys, 'one', place))).toEqual(place);
});

it('a place counts for nothing else: another account, another search, another secret, a changed letter', () => {
  const cursor = cursorOf(keys, search, ['рояль', 5]);
  for (const other of [{ account: 'two' }, { path: '/v1/other' }, { query: { search: 'труба' } }])
    expect(() => readCursor(keys, { ...search, ...other }, cursor, Place)).toThrow('invalid-input');
  expect(() => readCursor(openKeys([OTHER]), search, cursor, Place)).toThrow('invalid-input');
  expect(() => readCursor(keys, search, `A${cursor.slice(1)}`, Place)).toThrow('invalid-input');
  expect(() => readCursor(keys, search, 'none', Place)).toThrow('invalid-input');

  const ofStream = sealPlace(keys, 'one', place);
  expect(openPlace(keys, 'two', ofStream)).toBeUndefined();
  expect(openPlace(openKeys([OTHER]), 'one', ofStream)).toBeUndefined();
  expect(openPlace(keys, 'one', ofStream.replace('77', '78'))).toBeUndefined();
});
