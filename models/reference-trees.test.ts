import { distanceKm, isInCountry } from '../rules/plane.ts';
import { CATEGORIES, PLACES, wordsLike, wordsOfCategory, wordsOfPlace } from './reference-trees.ts';

const CODE = /^[a-z0-9-]{1,50}$/;

describe('the categories of work', () => {
  it('have codes, and names and words in three languages', () => {
    for (const { code, name, words } of CATEGORIES.all) {
      expect(code).toMatch(CODE);
      for (const language of ['kk', 'ru', 'en'] as const) {
        expect([code, name[language].trim()]).toEqual([code, name[language]]);
        expect(name[language]).not.toBe('');
        expect(new Set(words[language]).size).toBe(words[language].length);
      }
    }
    for (const language of ['kk', 'ru', 'en'] as const)
      expect(new Set(CATEGORIES.all.map(({ name }) => name[language])).size).toBe(CATEGORIES.all.length);
  });

  it('are at most three levels, with construction works marked', () => {
    const leaves = CATEGORIES.all.filter(({ code }) => CATEGORIES.codesFrom(code).length === 1);
    expect(leaves.length).toBeGreaterThan(60);
    expect(Math.max(...CATEGORIES.all.map(({ code }) => CATEGORIES.pathTo(code).length))).toBeLessThanOrEqual(3);
    const marked = CATEGORIES.all.filter(({ construction }) => construction).map(({ code }) => code);
    expect(marked).toEqual(expect.arrayContaining(['building', 'house-building', 'concrete']));
    expect(marked).not.toContain('furniture-assembly');
  });

  it('are found by their words and those above them', () => {
    expect(wordsOfCategory('plumbing')).toEqual(expect.arrayContaining(['сантехник', 'plumber', 'құбыр', 'мастер на час']));
  });
});

describe('the places of Kazakhstan', () => {
  it('have names in three languages, and points inside the country', () => {
    for (const { code, name, latitude, longitude } of PLACES.all) {
      expect(code).toMatch(CODE);
      for (const each of Object.values(name)) expect([code, each.trim().length > 1]).toEqual([code, true]);
      expect([code, isInCountry({ latitude, longitude })]).toEqual([code, true]);
    }
  });

  it('are 3 cities of republican significance and 17 regions, each with its cities', () => {
    const top = PLACES.all.filter(({ parent }) => parent === null);
    expect([top.filter(({ kind }) => kind === 'city').length, top.filter(({ kind }) => kind === 'region').length]).toEqual([3, 17]);
    for (const { code, kind } of top) expect([code, kind === 'city' || PLACES.codesFrom(code).length > 2]).toEqual([code, true]);
  });

  it('lie near what they belong to', () => {
    for (const { code, kind } of PLACES.all) {
      const [own, above] = PLACES.pathTo(code).toReversed();
      if (own && above) expect([code, distanceKm(own, above) < (kind === 'district' ? 25 : 700)]).toEqual([code, true]);
    }
  });

  it('are found by their former names', () => {
    for (const [code, word] of [
      ['esil-astana', 'Нур-Султан'],
      ['almaty', 'Алма-Ата'],
      ['oskemen', 'Усть-Каменогорск'],
      ['oskemen', 'Өскемен'],
      ['oskemen', 'Ust-Kamenogorsk'],
    ] as const)
      expect(wordsOfPlace(code)).toContain(word);
  });
});

it.each([
  ['сонтехник', 'сантехник'],
  ['элекрик', 'электрик'],
  ['чимкентт', 'чимкент'],
  ['тасималдау', 'тасымалдау'],
])('%s is spelt like %s', (word, known) => {
  expect(wordsLike(word)).toContain(known);
});
