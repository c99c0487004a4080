/** The facts of a life in words: sums, days and moments, texts, and links to what else it names. */
import type { ComponentChildren } from 'preact';
import type { Language } from '../../../shared/language.ts';
import { momentInWords, numberInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import type { ConsoleWord } from '../words.ts';
import { useWords } from '../words.ts';
import { factName, valueInWords } from './fact-words.ts';

/** What the page shows elsewhere. */
const ELSEWHERE = [
  'number',
  'commands',
  'statements',
  'silence',
  'ifNobodyActs',
  'receipt',
  'active',
  'state',
  'title',
  'warnings',
  'terms',
];

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** A code is written so, and a text of a person hardly ever: it is shown only in words. */
const CODE = /^[a-z][A-Za-z-]*$/;

interface Money {
  amount: number;
  currency: string;
}
/** Sums of lines are plain numbers of tiyn. */
const SUMS = ['amount', 'unitPrice', 'price'];
const isMoney = (value: object): value is Money => 'amount' in value && 'currency' in value;

/** `29 ноября 2026`. */
export const dayInWords = (language: Language, day: string): string =>
  `${momentInWords(language, `${day}T00:00:00+05:00`).split(',')[0]} ${day.slice(0, 4)}`;

function plainInWords(language: Language, value: string): string | undefined {
  if (UUID.test(value) || value.startsWith('/v1/')) return undefined;
  if (MOMENT.test(value)) return momentInWords(language, value);
  if (DAY.test(value)) return dayInWords(language, value);
  return valueInWords(language, value) ?? (CODE.test(value) ? undefined : value);
}

/** A fact as it is shown; undefined where there is nothing to show. */
function shownOf(language: Language, value: unknown): ComponentChildren | undefined {
  if (typeof value === 'string') return value === '' ? undefined : plainInWords(language, value);
  if (typeof value === 'number') return numberInWords(language, value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((each) => shownOf(language, each) ?? []);
    return items.length === 0 ? undefined : <ul class="plain">{...items.map((each) => <li>{each}</li>)}</ul>;
  }
  if (isMoney(value)) return sumInWords(language, value.amount);
  const inner = factsOf(language, value);
  return inner.length === 0 ? undefined : <List facts={inner} />;
}

type Fact = [name: string, shown: ComponentChildren];

const factsOf = (language: Language, given: object): Fact[] =>
  Object.entries(given).flatMap(([name, value]): Fact[] => {
    const called = factName(language, name);
    const isSum = SUMS.includes(name) && typeof value === 'number';
    const shown = called === undefined ? undefined : isSum ? sumInWords(language, value) : shownOf(language, value);
    return called === undefined || shown === undefined ? [] : [[called, shown]];
  });

const List = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(([name, shown]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{shown}</dd>
      </div>
    ))}
  </dl>
);

/** What is named by an id, and where it is shown. */
const NAMED: Record<string, { word: ConsoleWord; folder: string }> = {
  customer: { word: 'ofCustomer', folder: 'accounts' },
  contractor: { word: 'ofContractor', folder: 'accounts' },
  account: { word: 'ofAccount', folder: 'accounts' },
  task: { word: 'ofTask', folder: 'tasks' },
  verification: { word: 'ofVerification', folder: 'verifications' },
  invoice: { word: 'ofInvoice', folder: 'invoices' },
  payout: { word: 'ofPayout', folder: 'payouts' },
};
const PUBLIC_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}(\.\d+)*$/;

export function Facts({ of }: { of: Record<string, unknown> }) {
  const { language } = useSetting().speech;
  const words = useWords();
  const own = Object.fromEntries(Object.entries(of).filter(([name]) => !ELSEWHERE.includes(name) && !(name in NAMED && isId(of[name]))));
  // An account is its own party.
  const links = Object.entries(NAMED).filter(([name]) => isId(of[name]) && of[name] !== of.id);
  return (
    <section aria-labelledby="facts" class="stack">
      <h2 id="facts">{words('facts')}</h2>
      {links.length > 0 && (
        <p class="row">
          {links.map(([name, { word, folder }]) => (
            <a key={name} href={ADDRESSES.of(`/v1/${folder}/${of[name]}`)}>
              {words(word)}
            </a>
          ))}
        </p>
      )}
      <List facts={factsOf(language, own)} />
    </section>
  );
}

const isId = (value: unknown): boolean => typeof value === 'string' && PUBLIC_ID.test(value);
