import { wrongWords } from '../testing/texts/wrong-words.ts';
import { lifeTypes } from './index.ts';
import type { Language, NoticeMessage } from './messages.ts';
import { published } from './publish.ts';

const LANGUAGES: Language[] = ['kk', 'ru', 'en'];

/** Every text of a life's messages with its path: `notices.claim-sent.body`. */
function textsOf(value: object, place: string): { place: string; language: Language; text: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return LANGUAGES.flatMap((language) => (language === key ? [{ place, language, text: inner }] : []));
    return typeof inner === 'object' && inner !== null ? textsOf(inner, `${place}.${key}`) : [];
  });
}

const lives = Object.entries(lifeTypes).map(([life, { messages }]) => ({ life, texts: textsOf(messages, life) }));

test.each(lives)('the texts of a $life contain no word that readers found wrong', ({ texts }) => {
  expect(texts.length).toBeGreaterThan(20);
  expect(
    texts.flatMap(({ place, language, text }) => wrongWords(text, language).map((wrong) => `${place}.${language} says ${wrong}`)),
  ).toEqual([]);
});

test.each(lives)('the texts of a $life lead to no page that nobody serves: they name the site, and links are filled in', ({ texts }) => {
  const addresses = (text: string): string[] => text.match(/https?:\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|com|org|net|ru|io)\b\S*/gi) ?? [];
  expect(addresses('Open https://akjet.kz/not-mine or akjet.kz/help.')).toHaveLength(2);
  const named = texts.flatMap(({ place, text }) =>
    addresses(text).map((address) => ({ place, address: address.replace(/[.,;:)]+$/, '') })),
  );
  expect(named.filter(({ address }) => address !== 'akjet.kz')).toEqual([]);
});

/** The words allowed before a deadline, so that a day reads as that day and has the right case in each language. */
const BEFORE: Record<Language, RegExp> = {
  kk: /: $/,
  ru: /(?:не позднее|до|: ) ?$/i,
  en: /(?:no later than|:) $/i,
};

test.each(lives)('the notices of a $life read correctly with a day and with a moment', ({ texts }) => {
  const wrong = texts.filter(({ language, text }) =>
    [...text.matchAll(/\{deadline\}/g)].some(({ index }) => !BEFORE[language].test(text.slice(0, index))),
  );
  expect(wrong).toEqual([]);
});

/** Words of money, in the language of the offer. */
const OF_MONEY =
  /(?:о|у|за)?плат(?!ф)|деньг|денег|денеж|платеж|платёж|долг|сумм|вознагражд|пен[яию]|расч[её]т|задолженн|внес|внос|удержан|компенсац|убыт|возврат(?!ы на доработку)|зач[её]т|блокировк/i;
/** Letters that only mention money: what they are about is something else, and nothing is to be paid by them. */
const ONLY_MENTIONS = [
  'account.payout-details-needed',
  'account.payout-details-set',
  'account.payout-details-withdrawn',
  'account.requisites-changed',
  ...[
    'account.account-suspended',
    'task.party-suspended',
    'task.task-accepted',
    'task.contract-not-signed',
    'task.briefing-late',
    'task.no-show',
  ],
  ...['task.start-late', 'task.work-overdue', 'task.hold-too-long', 'task.hold-still-on', 'task.briefing-unconfirmed'],
];

const moneyLetters = Object.entries(lifeTypes).flatMap(([life, { messages }]) =>
  Object.entries<NoticeMessage>(messages.notices)
    .filter(([, { subject, body }]) => OF_MONEY.test(`${subject.ru} ${body.ru}`))
    .map(([template, notice]) => ({ name: `${life}.${template}`, notice })),
);
const namesSum = ({ body, sums }: NoticeMessage): boolean =>
  LANGUAGES.every((language) => /\{(?:sum|rest)\}/.test(`${body[language]} ${sums?.[language] ?? ''}`));

test('a notice about money names the sum in each language', () => {
  expect(moneyLetters.length).toBeGreaterThan(90);
  const without = moneyLetters.filter(({ notice }) => !namesSum(notice)).map(({ name }) => name);
  expect(without.toSorted()).toEqual(ONLY_MENTIONS.toSorted());
});

test.each(Object.entries(lifeTypes))(
  'a %s that waits for another life states the consequence of its term, or that it has no term',
  (_, life) => {
    const waiting = published(life).states.filter(({ waitsFor }) => waitsFor === 'otherLife');
    const words = waiting.map(({ path }) => [
      path,
      life.messages.silence?.[path]?.en ?? life.messages.silence?.[path.replace('progress.', '')]?.en,
    ]);
    expect(
      words.filter(
        ([, text]) =>
          !/by itself|by themselves|its own terms|has no term|payment expires|not signed or confirmed in time|If the bank refuses/.test(
            text ?? '',
          ),
      ),
    ).toEqual([]);
  },
);
