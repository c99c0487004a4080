import { wrongWords } from '../testing/texts/wrong-words.ts';
import { lifeTypes } from './index.ts';
import type { Language } from './messages.ts';

const LANGUAGES: Language[] = ['kk', 'ru', 'en'];

/** Every text of a life's messages with its path: `notices.claim-sent.body`. */
function textsOf(value: object, place: string): { place: string; language: Language; text: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return LANGUAGES.flatMap((language) => (language === key ? [{ place, language, text: inner }] : []));
    return typeof inner === 'object' && inner !== null ? textsOf(inner, `${place}.${key}`) : [];
  });
}

const lives = Object.entries(lifeTypes).map(([life, { messages }]) => ({ life, texts: textsOf(messages, life) }));

test.each(lives)('the texts of a $life hold no word that readers found wrong', ({ texts }) => {
  expect(texts.length).toBeGreaterThan(30);
  expect(
    texts.flatMap(({ place, language, text }) => wrongWords(text, language).map((wrong) => `${place}.${language} says ${wrong}`)),
  ).toEqual([]);
});

/** The words allowed before a deadline, so that a day reads as that day and has the right case in each language. */
const BEFORE: Record<Language, RegExp> = {
  kk: /: $/,
  ru: /(?:не позднее|до|: ) ?$/i,
  en: /(?:no later than|:) $/i,
};

test.each(lives)('the notices of a $life read right with a day and with a moment', ({ texts }) => {
  const wrong = texts.filter(({ language, text }) =>
    [...text.matchAll(/\{deadline\}/g)].some(({ index }) => !BEFORE[language].test(text.slice(0, index))),
  );
  expect(wrong).toEqual([]);
});
