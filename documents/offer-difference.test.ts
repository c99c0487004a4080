import fc from 'fast-check';
import { partsOf } from '../rules/clauses.ts';
import { offerRevisions } from './offer.ts';
import type { ClauseChange } from './offer-difference.ts';
import { differenceText, offerDifference } from './offer-difference.ts';

const offer = offerRevisions[0]?.text as string;
const brief = (changes: ClauseChange[]): string[] =>
  changes.map(({ clause, change, before }) => `${change} ${clause}${before === null ? '' : ` from ${before}`}`);

const text = (...clauses: [string, string][]): string => clauses.map(([number, words]) => `${number}. ${words}`).join('\n\n');

describe('the difference of two revisions (10.2)', () => {
  it('of a text to itself is empty, and empty lines make no difference', () => {
    expect(offerDifference(offer, offer)).toEqual([]);
    expect(offerDifference(offer, offer.replaceAll('\n\n', '\n\n\n'))).toEqual([]);
    expect(differenceText([])).toBe('Текст не изменён.\n');
  });

  it('marks only the changed words of a clause', () => {
    const after = offer.replace('пеня 0,1 % в день', 'пеня 0,05 % в день').replace('но не более 10 %', 'но не более 5 %');
    const [change, ...others] = offerDifference(offer, after);
    expect(others).toEqual([]);
    expect(change).toEqual({
      clause: '6.3',
      change: 'changed',
      before: null,
      words: [
        { mark: 'kept', text: 'За просрочку оплаты вознаграждения Оператору – пеня 0,' },
        { mark: 'removed', text: '1' },
        { mark: 'added', text: '05' },
        { mark: 'kept', text: ' % в день, но не более ' },
        { mark: 'removed', text: '10' },
        { mark: 'added', text: '5' },
        { mark: 'kept', text: ' % от суммы.' },
      ],
    });
    expect(differenceText(offerDifference(offer, after))).toBe(
      'Пункт 6.3: изменено\nЗа просрочку оплаты вознаграждения Оператору – пеня 0,[-1-][+05+] % в день, но не более [-10-][+5+] % от суммы.\n',
    );
  });

  it.each<[string, [string, string][], [string, string][], string[]]>([
    [
      'a clause added',
      [['1.1', 'Раз.']],
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Два.'],
      ],
      ['added 1.2'],
    ],
    [
      'a clause removed',
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Два.'],
      ],
      [['1.1', 'Раз.']],
      ['removed 1.2'],
    ],
    [
      'a clause put between others',
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Два.'],
        ['1.3', 'Три.'],
      ],
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Новый.'],
        ['1.3', 'Два.'],
        ['1.4', 'Три.'],
      ],
      ['added 1.2', 'renumbered 1.3 from 1.2', 'renumbered 1.4 from 1.3'],
    ],
    [
      'a clause taken from between others',
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Два.'],
        ['1.3', 'Три.'],
      ],
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Три.'],
      ],
      ['renumbered 1.2 from 1.3', 'removed 1.2'],
    ],
    [
      'two that changed places',
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Два.'],
      ],
      [
        ['1.1', 'Два.'],
        ['1.2', 'Раз.'],
      ],
      ['renumbered 1.1 from 1.2', 'renumbered 1.2 from 1.1'],
    ],
    [
      'a clause said twice',
      [['1.1', 'Раз.']],
      [
        ['1.1', 'Раз.'],
        ['1.2', 'Раз.'],
      ],
      ['added 1.2'],
    ],
    [
      'another heading',
      [
        ['1', 'Термины'],
        ['1.1', 'Раз.'],
      ],
      [
        ['1', 'Слова'],
        ['1.1', 'Раз.'],
      ],
      ['changed 1'],
    ],
  ])('names %s', (_, before, after, expected) => {
    expect(brief(offerDifference(text(...before), text(...after)))).toEqual(expected);
  });

  it('includes the text before and between the clauses', () => {
    const after = offer.replace('ТОО «GIGPLATFORMWORK»', 'ТОО «Другое»').replace('Стороны договорились', 'Стороны условились');
    expect(brief(offerDifference(offer, after))).toEqual(['changed 0', 'changed 1']);
    expect(differenceText(offerDifference(offer, after))).toMatch(/^Вводная часть: изменено\n.*\n\nРаздел 1: изменено\n/s);
  });

  it('of a rewritten clause shows the whole old and new text, quickly', () => {
    const words = (start: number): string => Array.from({ length: 3_000 }, (_, index) => `слово${start + index}`).join(' ');
    const [change] = offerDifference(text(['1.1', words(0)]), text(['1.1', words(10_000)]));
    expect(change?.words).toEqual([
      { mark: 'removed', text: words(0) },
      { mark: 'added', text: words(10_000) },
    ]);
  });

  it('is sufficient to compute either text from the other', () => {
    const clauses = fc.uniqueArray(
      fc.tuple(fc.constantFrom('1', '1.1', '1.2', '1.3', '2', '2.1', '2.2'), fc.constantFrom('а б', 'а', 'б в а', 'в. г, д', 'е')),
      {
        selector: ([number]) => number,
      },
    );
    fc.assert(
      fc.property(clauses, clauses, (before, after) => {
        const [old, young] = [text(...before), text(...after)];
        const changes = offerDifference(old, young);
        const read = (change: ClauseChange, other: 'added' | 'removed'): string =>
          change.words
            .filter(({ mark }) => mark !== other)
            .map((each) => each.text)
            .join('');
        const made = new Map(changes.filter(({ change }) => change !== 'removed').map((each) => [each.clause, read(each, 'removed')]));
        for (const [clause, words] of partsOf(young)) expect(made.get(clause) ?? partsOf(old).get(clause)).toBe(words);
        const undone = new Map(
          changes.filter(({ change }) => change !== 'added').map((each) => [each.before ?? each.clause, read(each, 'added')]),
        );
        for (const [clause, words] of partsOf(old)) expect(undone.get(clause) ?? partsOf(young).get(clause)).toBe(words);
        expect(differenceText(changes)).not.toMatch(/undefined|null/);
      }),
    );
  });
});
