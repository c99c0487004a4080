import { forbiddenWords } from '../../rules/words.ts';
import { COMPANY, deal, drawing, LAWS, PERSON } from '../../testing/texts/papers.ts';
import { wrongWords } from '../../testing/texts/wrong-words.ts';
import type { Paper } from '../paper.ts';
import { paperText } from '../paper-text.ts';
import type { PaperLanguage } from '../phrases.ts';
import { both } from '../phrases.ts';
import { setOffStatement } from '../set-off.ts';
import type { AmendmentFacts, Terms } from './amendment.ts';
import { amendment } from './amendment.ts';
import { briefingSheet } from './briefing.ts';
import { endingAgreement } from './ending.ts';
import type { RefusalFacts } from './refusal.ts';
import { defectList, refusal } from './refusal.ts';

const read = (paper: Paper, language: PaperLanguage = 'ru'): string => paperText(paper, language).replaceAll('\u00a0', ' ');

const at = drawing({ event: 'task/7d0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11/9', at: '2026-11-10T05:40:00.000Z', seq: 9 });
const confirmed = { customer: '2026-11-09T05:00:00.000Z', contractor: '2026-11-10T05:40:00.000Z' };

const terms: Terms = {
  words: {
    title: 'Покраска стен офиса',
    description: null,
    place: 'Астана, Тұран, 55',
    hazards: null,
    measures: null,
    requirements: 'Свои кисти',
  },
  requires: null,
  startAt: '2026-11-02T04:00:00.000Z',
  dueAt: '2026-11-06T19:00:00.000Z',
  price: '30000000',
  lines: [
    { id: 1, name: 'Грунтовка', unit: 'м²', quantity: '120.5', amount: '12000000' },
    { id: 2, name: 'Покраска', unit: 'м²', quantity: '120.5', amount: '18000000' },
  ],
};
const changed = (after: Partial<Terms>): AmendmentFacts => ({
  deal,
  laws: LAWS,
  before: terms,
  after: { ...terms, ...after },
  version: 3,
  confirmed,
});

const refused: RefusalFacts = {
  deal,
  submittedAt: '2026-11-06T10:15:00.000Z',
  submission: 2,
  lines: [{ name: 'Покраска', unit: 'м²', quantity: '100.5', amount: '15000000' }],
  amount: '15000000',
  reasons: 'Потёки на стене у окна',
  reworkBy: '2026-11-16',
  refusedAt: '2026-11-10T05:40:00.000Z',
};

const briefed = {
  deal,
  place: 'Астана, Тұран, 55',
  hazards: 'Работа на высоте 3 м',
  measures: 'Леса и каска',
  note: 'Леса проверять перед подъёмом',
  briefedAt: '2026-11-01T05:00:00.000Z',
  acknowledgedAt: '2026-11-02T03:30:00.000Z',
};

const ended = {
  deal,
  laws: LAWS,
  approved: '15000000',
  cost: '1000000',
  paid: '10000000',
  proposer: 'customer' as const,
  reasons: 'Ремонт отложен',
  confirmed,
};

const setOff = {
  debts: [
    { number: '41', ground: both('реттеу келісімі', 'соглашение об урегулировании'), arisenOn: '2026-10-01', owed: '5000000' },
    { number: '52', ground: both('артық төлем', 'переплата'), arisenOn: '2026-10-20', owed: '3000000' },
  ] as [never, never],
  first: { role: both('41-борыштың борышкері', 'Должник по долгу № 41'), party: COMPANY, confirmedAt: confirmed.customer },
  second: { role: both('41-борыштың кредиторы', 'Кредитор по долгу № 41'), party: PERSON, confirmedAt: confirmed.contractor },
  laws: LAWS,
  amount: '3000000',
};

describe('an amendment (3.4)', () => {
  it('shows only what changes, as it was and as it becomes', () => {
    const lines = [terms.lines[0] as Terms['lines'][number], { id: 3, name: 'Плинтус', unit: 'м', quantity: '40', amount: '4000000' }];
    const text = read(amendment(changed({ dueAt: '2026-11-09T19:00:00.000Z', price: '16000000', lines }), at));
    for (const said of [
      'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ\n№ 106-9, 10 ноября 2026 г.',
      'Договор № 106-1 от 28 октября 2026 г.',
      'Окончание, не позднее | 6 ноября 2026 г. (включительно) | 9 ноября 2026 г. (включительно)',
      'Цена | 300 000,00 ₸ (триста тысяч тенге 00 тиынов) | 160 000,00 ₸ (сто шестьдесят тысяч тенге 00 тиынов)',
      '2 | Покраска: 120,5 м², 180 000,00 ₸ | нет',
      '3 | нет | Плинтус: 40 м, 40 000,00 ₸',
      'версии 3 задания',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Начало|Свои кисти|Грунтовка/);
  });

  it('names a qualification that comes to be required (4.2.2)', () => {
    expect(read(amendment(changed({ requires: 'Кровельные работы' }), at))).toContain(
      'Подтверждённая квалификация | — | Кровельные работы',
    );
  });

  it('of lines alone says where they are, and erased words are said to be erased', () => {
    expect(read(amendment(changed({ lines: [] }), at))).toContain('Строки работ | в таблице ниже');
    expect(read(amendment(changed({ words: null }), at))).toContain('Название | Покраска стен офиса | [удалено по требованию автора]');
  });
});

describe('a refusal of work (4.3.3)', () => {
  it('names the lines with their sum, the reasons and the day to put them right', () => {
    const text = read(refusal(refused, at));
    for (const said of [
      'МОТИВИРОВАННЫЙ ОТКАЗ',
      'Сдача № 2: 6 ноября 2026 г., 15:15',
      '1 | Покраска | м² | 100,5 | 150 000,00',
      'Потёки на стене у окна',
      'сдаётся повторно не позднее 16 ноября 2026 г.',
    ])
      expect(text).toContain(said);
  });

  it('of a part that is given up is a list of defects that says so', () => {
    const text = read(defectList({ ...refused, reworkBy: null }, at));
    expect(text).toContain('ДЕФЕКТНЫЙ АКТ');
    expect(text).toContain('От непринятой работы Заказчик отказывается, повторно она не сдаётся; её цена: 150 000,00 ₸');
  });
});

it('a briefing sheet names hazards, measures and both moments (4.3.2)', () => {
  const paper = briefingSheet(briefed, at);
  const text = read(paper);
  for (const said of ['Работа на высоте 3 м', 'Леса и каска', 'Леса проверять', '1 ноября 2026 г., 10:00', '2 ноября 2026 г., 08:30'])
    expect(text).toContain(said);
  expect(paper.blocks.at(-1)).toMatchObject({ of: [{ confirmedAt: briefed.briefedAt }, { confirmedAt: briefed.acknowledgedAt }] });
});

it('an agreement to end adds up what is paid', () => {
  const text = read(endingAgreement(ended, at));
  expect(text).toContain('Принятые работы (услуги) | 150 000,00\nСогласованная сумма за прекращение | 10 000,00\nВсего | 160 000,00');
  expect(text).toContain('Всего уплачивается 160 000,00 ₸ (сто шестьдесят тысяч тенге 00 тиынов)');
  expect(text).toContain('Уплаченное ранее засчитывается: 100 000,00 ₸');
});

it('a set-off statement says what each debt was and what remains of it', () => {
  const text = read(setOffStatement(setOff, at));
  expect(text).toContain('№ 41 | 50 000,00 | 30 000,00 | 20 000,00\n№ 52 | 30 000,00 | 30 000,00 | 0,00');
  expect(text).toContain('статья 370');
  expect(text).toContain('долг № 41 (соглашение об урегулировании; возник 1 октября 2026 г.)');
});

it.each([
  ['amendment', amendment(changed({ price: '1' }), at)],
  ['refusal', refusal(refused, at)],
  ['defects', defectList(refused, at)],
  ['briefing', briefingSheet(briefed, at)],
  ['ending', endingAgreement(ended, at)],
  ['set-off', setOffStatement(setOff, at)],
])('the %s says every clause in both languages, and never a word that reviewers refused', (_, paper) => {
  for (const block of paper.blocks)
    if (block.kind === 'section')
      for (const { kk, ru } of block.clauses) {
        expect(kk).not.toBe(ru);
        expect(kk).toMatch(/[әғқңөұүһі]/iu);
      }
  for (const language of ['kk', 'ru'] as const) {
    const text = read(paper, language);
    expect(wrongWords(text, language)).toEqual([]);
    expect(forbiddenWords(text)).toEqual([]);
    expect(text).not.toMatch(/undefined|null/);
  }
});
