import fc from 'fast-check';
import { findContractor } from '../../models/stores/contractor-profile.ts';
import { searchTerms } from '../../rules/search-words.ts';
import { does, settle } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

const LOCALES: [string, string | undefined][] = [
  ['the one of the stack', undefined],
  ['C', `locale_provider libc locale 'C'`],
  ['Turkish', `locale_provider icu icu_locale 'tr-TR' locale 'C'`],
];

/** Every character of these kinds in the first plane, and some beyond it. */
const signs = (kind: RegExp): string[] =>
  Array.from({ length: 0xffff }, (_, code) => String.fromCodePoint(code + 1))
    .concat('🎹', '👩‍🔧', '\u{1d6db}')
    .filter((sign) => kind.test(sign));

describe.each(LOCALES)('the search for contractors, in a database with locale %s', (_, locale) => {
  let api: Api;
  let customer: Person;
  beforeAll(async () => {
    api = await openApi({ limits: { requests: 1_000_000 }, ...(locale && { locale }) });
    customer = await api.join(['customer']);
  });
  afterAll(() => api.close());

  const contractor = async (profile: object): Promise<string> => {
    const { person, account } = await settle(api);
    await does(api, person, account, 'describe', { profile });
    return account.id;
  };
  const ask = (words: string) =>
    api
      .as(customer)
      .get<{ items?: { headline: string }[] }>(`/v1/contractors?limit=100&search=${encodeURIComponent(words.toWellFormed())}`);
  const found = async (words: string): Promise<string[]> =>
    ((await ask(words)).body.items ?? []).map(({ headline }) => headline).toSorted();

  it('finds a word beside any sign, with any sign in the query', async () => {
    const headline = '«Хозяин» ТОО “Рога”';
    await contractor({ headline, about: 'Ремонт:квартир/домов,№5—«под_ключ»', services: [{ title: '(Покраска)…', unit: '„м²‟' }] });
    for (const word of [
      'Хозяин',
      'хозяин',
      '«хозяин»',
      'ХОЗЯИНА',
      'рога',
      'квартира',
      'домов',
      '5',
      '№5',
      'ключ',
      'под_ключ',
      'покраска',
      'м2',
    ])
      expect([word, await found(word)]).toEqual([word, [headline]]);
    for (const word of ['хозяин -рога', 'хозяйка', '-хозяин', '"хозяин рога"', '№6']) expect([word, await found(word)]).toEqual([word, []]);
  });

  it('finds letters of any case in each of the three languages', async () => {
    await contractor({ headline: 'Жүк ТАСЫМАЛДАУ ҒӘҢҰҚӨІ', about: 'Ещё ПОЧИНКА', services: [{ title: 'Installation of KITCHENS' }] });
    for (const word of ['тасымалдау', 'ТАСЫМАЛДАУ', 'ғәңұқөі', 'ҒӘҢҰҚӨІ', 'починки', 'Починка', 'kitchen', 'INSTALLATION'])
      expect([word, await found(word)]).toEqual([word, ['Жүк ТАСЫМАЛДАУ ҒӘҢҰҚӨІ']]);
  });

  it.each([
    ['punctuation', /\p{P}/u],
    ['spaces and controls but NUL', /\p{Z}|[\t\n\r]/u],
  ])('finds a word between any two signs of %s', async (kind, pattern) => {
    const all = signs(pattern);
    const about = all.map((sign, index) => `${sign}слово${index}${sign}`).join('');
    for (let from = 0; from < about.length; from += 4_000) {
      // A word that the slice cuts is not searched for.
      await contractor({ headline: `${kind} ${from}`, about: about.slice(from, from + 5_000) });
    }
    const missed: string[] = [];
    for (const [index, sign] of all.entries()) {
      for (const words of [`слово${index}${sign}`, `"${sign}слово${index}"`])
        if ((await found(words)).length === 0) missed.push(`${sign} ${index} ${words}`);
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['33 hyphens and a letter', `${'-'.repeat(33)}a`],
    ['200 hyphens', '-'.repeat(200)],
    ['hyphens and words by turns', '- a '.repeat(50)],
    ['a hundred letters', 'a '.repeat(100)],
    ['a hundred words that are left out', '-a '.repeat(66)],
    ['many alternatives', 'a or '.repeat(39)],
    ['alternatives alone', 'or '.repeat(66)],
    ['quotation marks', '"'.repeat(200)],
    ['quotation marks with letters', '"a'.repeat(100)],
    ['parentheses', `${'('.repeat(99)}a${')'.repeat(99)}`],
    ['operators', '!a & (b | c) <-> d:* <2> e'],
    ['backslashes and apostrophes', `\\'`.repeat(100)],
    ['200 letters of four bytes', '𐐨'.repeat(100)],
    ['one long word', 'ж'.repeat(200)],
    ['a word of 3 600 letters in its compatibility form', 'ﷺ'.repeat(200)],
    ['NUL', 'a\u0000b'],
    ['no letter at all', '«»…!?*'],
    ['halves of pairs', '\ud800'],
  ])('responds to %s', async (_what, words) => {
    const { status, problem } = await ask(words);
    // A search without a letter or a digit is refused.
    if (searchTerms(words.toWellFormed()).length > 0) expect(status).toBe(200);
    else expect(problem?.code).toBe('invalid-input');
  });

  it('responds to any text', async () => {
    const part = fc.oneof(
      fc.constantFrom('-', '--', '"', ' ', 'or', 'OR', ' or ', '!', '&', '|', '(', ')', '<->', ':*', "'", '\\', '\u0000', 'и', 'рояль'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join('').slice(0, 200));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect([200, 400]).toContain((await ask(words)).status);
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });

  it('accepts any profile, also a long one of different words', async () => {
    const profile = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 150 }).map((text) => `Мастер ${text}`.slice(0, 200));
    const taken: string[] = [];
    await fc.assert(
      fc.asyncProperty(profile, async (headline) => {
        const { person, account } = await settle(api);
        const { status } = await api.as(person).post(`/v1/accounts/${account.id}/describe`, { profile: { headline } });
        expect([200, 400]).toContain(status);
        if (status === 200) taken.push(account.id);
      }),
      { seed: 20261128, numRuns: 12 },
    );
    expect(taken.length).toBeGreaterThan(0);
    const services = Array.from({ length: 12 }, (_each, index) => ({
      title: `Услуга ${index}`,
      about: Array.from({ length: 200 }, (_word, n) => `ﷺ ж${index}x${n}`).join(' '),
    }));
    const id = await contractor({ headline: 'Длинный', services });
    expect((await findContractor(api.lives.database, id))?.headline).toBe('Длинный');
    expect(await found('ж11x199')).toEqual(['Длинный']);
  });
});
