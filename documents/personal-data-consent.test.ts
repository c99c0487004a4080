import { createHash } from 'node:crypto';
import { clausesOf } from '../rules/clauses.ts';
import { forbiddenWords } from '../rules/words.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import { offerRevisions } from './offer.ts';

import { personalDataConsent } from './personal-data-consent.ts';

const TERMS = { traceDays: 2, evidenceYears: 3, paperYears: 5, banYears: 4 };
const facts = { operator: OPERATOR, policy: 'cd'.repeat(32), retention: TERMS };
const consent = (given: Partial<typeof facts> = {}) => personalDataConsent({ ...facts, ...given });
const textIn = (language: 'kk' | 'ru'): string => consent().find((each) => each.language === language)?.text ?? '';

describe('the consent to personal data (7.2)', () => {
  it('exists in Russian and Kazakh, each with the hash of its text', () => {
    expect(consent().map(({ language }) => language)).toEqual(['ru', 'kk']);
    for (const { text, sha256 } of consent()) expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each([
    [
      'ru',
      [
        'Оператор: ТОО «GIGPLATFORMWORK», БИН: 240140000011',
        'Субъект:',
        'Данные:',
        'Цели:',
        'Срок:',
        'Третьи лица:',
        'Другие государства:',
        'Общедоступные источники:',
        'отозвать',
      ],
    ],
    [
      'kk',
      [
        'Оператор: ТОО «GIGPLATFORMWORK», БСН: 240140000011',
        'Субъект:',
        'Деректер:',
        'Мақсаттар:',
        'Мерзімі:',
        'Үшінші тұлғалар:',
        'Басқа мемлекеттер:',
        'Жалпыға қолжетімді көздер:',
        'қайтарып алу',
      ],
    ],
  ] as const)('contains in %s everything that a consent requires', (language, parts) => {
    for (const part of parts) expect(textIn(language)).toContain(part);
  });

  it('names the policy that the offer names, by its hash', () => {
    const policy = /https:\/\/\S+\.pdf/.exec(clausesOf(offerRevisions[0]?.text ?? '').get('7.2') ?? '')?.[0];
    for (const { text } of consent()) expect(text).toContain(`${policy}, SHA-256 ${'cd'.repeat(32)}.`);
  });

  it('has the same points in both languages', () => {
    const points = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
    expect(points(textIn('ru'))).toEqual(points(textIn('kk')));
    expect(points(textIn('ru'))).toHaveLength(11);
  });

  it('has another version for any change of its content', () => {
    const hashes = (given = {}) => consent(given).map(({ sha256 }) => sha256);
    expect(hashes()).toEqual(hashes());
    for (const other of [
      { policy: 'ef'.repeat(32) },
      ...Object.keys(TERMS).map((term) => ({ retention: { ...TERMS, [term]: 6 } })),
      { operator: { ...OPERATOR, bin: '990340000019' } },
    ])
      expect(hashes(other).filter((each) => hashes().includes(each))).toEqual([]);
  });

  it('names the operator by its BIN, and has no forbidden word', () => {
    for (const { text } of consent()) {
      expect(text).toMatch(/(БИН|БСН): 240140000011/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(forbiddenWords(text)).toEqual([]);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});
