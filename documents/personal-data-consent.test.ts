import { createHash } from 'node:crypto';
import { clausesOf } from '../rules/clauses.ts';
import { forbiddenWords } from '../rules/words.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import { wrongWords } from '../testing/texts/wrong-words.ts';
import { offerRevisions } from './offer.ts';
import type { ConsentFacts } from './personal-data-consent.ts';
import { consentTexts } from './personal-data-consent.ts';

const TERMS = { traceDays: 2, evidenceYears: 3, paperYears: 5, banYears: 4 };
const facts: ConsentFacts = {
  reference: '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11',
  subject: { kind: 'natural', name: 'Серікбаев Ержан', identifier: '900101300007', number: '+77051112233' },
  operator: OPERATOR,
  policy: 'cd'.repeat(32),
  goesAbroad: false,
  usesSigex: false,
  retention: TERMS,
  date: '2027-01-01',
};
const LANGUAGES = ['kk', 'ru'] as const;
const texts = (given: Partial<ConsentFacts> = {}) => consentTexts({ ...facts, ...given });
/** With ordinary spaces. */
const textIn = (language: 'kk' | 'ru', given?: Partial<ConsentFacts>): string =>
  (texts(given).find((each) => each.language === language)?.text ?? '').replaceAll('\u00a0', ' ');

describe('the consent to personal data (7.2)', () => {
  it('exists in Russian and Kazakh, each with the hash of its text', () => {
    expect(texts().map(({ language }) => language)).toEqual(['ru', 'kk']);
    for (const { text, sha256 } of texts()) expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('names who gives it, the operator, and whom to turn to', () => {
    expect(textIn('ru')).toContain(
      'Субъект: Серікбаев Ержан, ИИН 900101300007, Авторизованный номер +77051112233. Он даёт Оператору согласие',
    );
    expect(textIn('kk')).toContain('Субъект: Серікбаев Ержан, ЖСН 900101300007, Авторландырылған нөмірі +77051112233.');
    expect(textIn('ru')).toContain('Оператор: ТОО «GIGPLATFORMWORK», БИН 240140000011, адрес: Алматы, Абая, 1.');
    for (const language of LANGUAGES) expect(textIn(language)).toContain('+7 727 000 00 00, support@operator.example.kz.');
    // Who registers a company has not told a name or an IIN yet.
    const company: ConsentFacts['subject'] = { kind: 'company', name: 'ТОО «Пример»', identifier: '240140000011', number: '+77051112233' };
    expect(textIn('ru', { subject: company })).toContain(
      'лицо, которое регистрирует Аккаунт юридического лица ТОО «Пример» (БИН 240140000011) и пользуется Авторизованным номером +77051112233',
    );
    expect(textIn('kk', { subject: company })).toContain('БСН 240140000011');
  });

  it.each([
    ['ru', ['Данные', 'Цели и действия', 'Кто получает данные', 'Другие государства', 'Срок', 'Права и отзыв', 'Как даётся согласие']],
    ['kk', ['Деректер', 'Мақсаттар', 'Деректерді алатындар', 'Басқа мемлекеттер', 'Мерзімі', 'кері қайтарып алу', 'Келісімді беру']],
  ] as const)('has in %s a chapter for all that the law wants', (language, parts) => {
    for (const part of parts) expect(textIn(language)).toMatch(new RegExp(`^\\d\\. .*${part}`, 'm'));
  });

  it('names each kind of recipient that there is, and whether data go abroad', () => {
    const russian = [
      'Другая сторона задания',
      'Платёжная организация и банки',
      'СМС',
      'Почтовый сервер',
      'хостинг',
      'Удостоверяющий центр',
      'суд',
    ];
    for (const part of russian) expect(textIn('ru')).toContain(part);
    for (const part of ['екінші тарапы', 'Төлем ұйымы', 'СМС', 'Пошта сервері', 'хостинг', 'куәландырушы орталық', 'сот'])
      expect(textIn('kk')).toContain(part);
    expect(textIn('ru')).toContain('Трансграничная передача данных не осуществляется.');
    expect(textIn('kk')).toContain('трансшекаралық беру жүзеге асырылмайды.');
    expect(textIn('ru', { goesAbroad: true })).toContain('трансграничная передача осуществляется в названном объёме');
    expect(textIn('kk', { goesAbroad: true })).toContain('трансшекаралық беру аталған көлемде жүзеге асырылады');
  });

  it('names SIGEX only where it carries documents', () => {
    for (const language of LANGUAGES) {
      expect(textIn(language)).not.toContain('SIGEX');
      expect(textIn(language, { usesSigex: true })).toMatch(/SIGEX.*(eGov Mobile).*QR/);
    }
  });

  it('says how long each is kept, by the parameters of the day', () => {
    for (const part of ['5 лет после окончания года закрытия', '3 года (срок исковой давности)', 'хранятся 2 дня', 'хранится 4 года'])
      expect(textIn('ru')).toContain(part);
    for (const part of ['5 жыл', '3 жыл', '2 күн', '4 жыл']) expect(textIn('kk')).toContain(part);
  });

  it('names the policy that the offer names, by its hash where it is published', () => {
    const policy = /https:\/\/\S+\.pdf/.exec(clausesOf(offerRevisions[0]?.text ?? '').get('7.2') ?? '')?.[0];
    for (const { text } of texts()) expect(text).toContain(`${policy}, SHA-256 ${'cd'.repeat(32)}.`);
    for (const { text } of texts({ policy: null })) expect(text).toContain(`${policy}. `);
  });

  it('has the same chapters and clauses in both languages', () => {
    const points = (text: string) => [...text.matchAll(/^(\d+(?:\.\d+)?)\. /gm)].map(([, number]) => number);
    expect(points(textIn('ru'))).toEqual(points(textIn('kk')));
    expect(points(textIn('ru'))).toHaveLength(8 + 3 + 5 + 2 + 7 + 2 + 5 + 3 + 2);
  });

  it('has another hash for any change of its content', () => {
    const hashes = (given: Partial<ConsentFacts> = {}) => texts(given).map(({ sha256 }) => sha256);
    expect(hashes()).toEqual(hashes());
    for (const other of [
      { policy: 'ef'.repeat(32) },
      ...Object.keys(TERMS).map((term) => ({ retention: { ...TERMS, [term]: 6 } })),
      { operator: { ...OPERATOR, bin: '990340000019' } },
      { goesAbroad: true },
      { subject: { ...facts.subject, name: 'Болат' } },
      { reference: '00000000-8f43-4bf5-9b0e-2f6a4d1c7e11' },
    ])
      expect(hashes(other).filter((each) => hashes().includes(each))).toEqual([]);
  });

  it('says nothing unknown, nothing in English and no forbidden word, and keeps names in their places', () => {
    for (const language of LANGUAGES) {
      const text = textIn(language);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|не указан|көрсетілмеген/);
      // Contracts and bank accounts are what is meant here.
      const wrong = wrongWords(text, language).filter((each) => !/^(шарттар|шот):/.test(each));
      expect([...forbiddenWords(text), ...wrong]).toEqual([]);
      const words = text.replace(/\S+@\S+|https:\S+|[0-9a-f-]{36,}/g, '').match(/[A-Za-z]{2,}/g) ?? [];
      expect(words.filter((word) => !['SHA', 'GIGPLATFORMWORK'].includes(word))).toEqual([]);
      expect(text.endsWith('\n')).toBe(true);
      const evil = { ...facts.subject, name: 'Айгүл\n2. Данные\u2028\u202e' };
      expect(textIn(language, { subject: evil }).split('\n')).toHaveLength(text.split('\n').length);
    }
  });
});
