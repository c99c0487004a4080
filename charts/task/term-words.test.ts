import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { forbiddenWords } from '../../rules/words.ts';
import { terms } from '../../testing/charts/examples/task.ts';
import { wrongWords } from '../../testing/texts/wrong-words.ts';
import type { Language } from '../messages.ts';
import { groupOf, TERM_GROUPS, TERM_NAMES, termOf, termWords, valueInWords } from './term-words.ts';

const LANGUAGES: Language[] = ['kk', 'ru', 'en'];
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

test('every term of a task has a text, in letters of its language and without a wrong word', () => {
  const faults = TERM_NAMES.flatMap((name) =>
    LANGUAGES.flatMap((language) => {
      const { title, ...values } = termWords[name];
      const choices = 'choices' in values ? Object.values<Record<Language, string>>(values.choices) : [];
      const texts = [title[language], valueInWords(name, termOf(terms, name), language), ...choices.map((each) => each[language])];
      return texts.flatMap((text) => [
        ...wrongWords(text, language),
        ...forbiddenWords(text),
        ...(language === 'en' && /\p{Script=Cyrillic}/u.test(text) ? [`${text} is in other letters`] : []),
        ...(language !== 'en' && /\p{Script=Latin}/u.test(text) ? [`${text} is in other letters`] : []),
      ]);
    }),
  );
  expect(faults).toEqual([]);
});

test('names every value in the examples of a task', () => {
  const { departures: _, review, fee, debt, ...own } = terms;
  const { penalty, ...tariff } = fee;
  const groups = { review, fee: tariff, 'fee.penalty': penalty, debt };
  const grouped = Object.entries(groups).flatMap(([group, inside]) => Object.keys(inside).map((name) => `${group}.${name}`));
  expect(TERM_NAMES.toSorted()).toEqual([...Object.keys(own), ...grouped].toSorted());
});

test('cites the clause of the platform parameter', () => {
  const cited = TERM_NAMES.flatMap((name) => {
    const { clause } = parameters.find(({ code }) => code === name) ?? {};
    return clause === undefined || clause === termWords[name].clause ? [] : [`${name}: ${termWords[name].clause}, not ${clause}`];
  });
  expect(cited).toEqual([]);
});

test.each([
  ['payWorkingDays', 10, '10 рабочих дней', '10 жұмыс күні', '10 working days'],
  ['cancelCost', 1_000, '10 %', '10 %', '10%'],
  ['cancelCost', 0, 'заранее назначенной доли нет', 'алдын ала белгіленген үлес жоқ', 'no share is set in advance'],
  ['reworkRounds', 3, '3 раза', '3 рет', '3 times'],
  ['reviewReminderWorkingDays', [2, 4], 'через 2 и 4 рабочих дня', '2 және 4 жұмыс күнінен кейін', 'after 2 and 4 working days'],
  ['reviewReminderWorkingDays', [], 'напоминаний нет', 'ескертулер жоқ', 'no reminders'],
  ['earlyStart', false, 'не допускается', 'болмайды', 'not allowed'],
] as const)('says %s of %j in three languages', (name, value, ru, kk, en) => {
  expect((['ru', 'kk', 'en'] as const).map((language) => spaced(valueInWords(name, value, language)))).toEqual([ru, kk, en]);
});

test('every term has a group, and every group a term and a title in letters of its language', () => {
  expect(new Set(TERM_NAMES.map(groupOf))).toEqual(new Set(Object.keys(TERM_GROUPS)));
  expect(['payWorkingDays', 'fee.penalty.capBase', 'review.replyDays'].map((name) => groupOf(name as never))).toEqual([
    'money',
    'fee',
    'reviews',
  ]);
  for (const title of Object.values<Record<Language, string>>(TERM_GROUPS))
    expect(LANGUAGES.map((language) => /\p{Script=Cyrillic}/u.test(title[language]))).toEqual([true, true, false]);
});
