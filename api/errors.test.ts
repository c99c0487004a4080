import { wrongWords } from '../testing/texts/wrong-words.ts';
import { isAway, PROBLEMS, Problem, problemDocument, RULES } from './errors.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

describe('a problem', () => {
  it.each(Object.entries(PROBLEMS))('%s says in each language what to do', (_, { status, title }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(new Set(Object.values(title)).size).toBe(3);
    expect(title.kk).toMatch(/[а-яәғқңөұүһі]/i);
    expect(title.ru).toMatch(/[а-я]/i);
    expect(title.en).not.toMatch(/[а-я]/i);
    expect(LANGUAGES.flatMap((language) => wrongWords(title[language], language))).toEqual([]);
  });

  it('becomes a document of RFC 9457, with its additional members', () => {
    const problem = new Problem('rule-refused', { rule: 'datesAreInOrder', clause: '1.10' });
    expect(problemDocument(problem, 'en')).toEqual({
      type: 'urn:akjet:problem:rule-refused',
      title: PROBLEMS['rule-refused'].title.en,
      status: 422,
      code: 'rule-refused',
      rule: 'datesAreInOrder',
      clause: '1.10',
    });
  });
});

test.each(Object.entries(RULES))('the rule %s has words in each language', (_, words) => {
  expect(new Set(Object.values(words)).size).toBe(3);
  expect(LANGUAGES.flatMap((language) => wrongWords(words[language], language))).toEqual([]);
});

describe('the database', () => {
  const failure = (code: string, message = 'made by a test', name = 'error') => Object.assign(new Error(message), { code, name });
  const wrapped = (cause: Error) => Object.assign(new Error(cause.message), { name: 'SequelizeDatabaseError', parent: cause });

  it.each([
    ['cannot be reached', failure('ECONNREFUSED')],
    ['hangs up', failure('ECONNRESET')],
    ['is not found', failure('ENOTFOUND')],
    ['breaks the connection', failure('08006')],
    ['shuts down', failure('57P01')],
    ['starts up', failure('57P03')],
    ['takes too long', failure('57014')],
    ['has no connection left', failure('53300')],
    ['has no room left', failure('53100')],
    ['waits too long for a lock', failure('55P03')],
    ['ended an idle transaction', failure('25P03')],
    ['takes no writes', failure('25006')],
    ['has no connection free in the pool', failure('', 'Operation timeout', 'SequelizeConnectionAcquireTimeoutError')],
    ['does not answer', failure('', 'Query read timeout')],
    ['is gone in the middle', failure('', 'Connection terminated unexpectedly')],
  ])('counts as away when it %s', (_, error) => {
    expect([isAway(error), isAway(wrapped(error)), isAway(new Error('x', { cause: error }))]).toEqual([true, true, true]);
  });

  it.each([
    ['a statement is wrong', failure('42601')],
    ['a parameter is too many', failure('08P01', 'bind message supplies 2 parameters')],
    ['a row breaks a rule', failure('23514')],
    ['a value does not fit', failure('22008')],
    ['the code is wrong', new TypeError('x is not a function')],
    ['something else is thrown', 'text'],
    ['nothing is thrown', undefined],
    ['null is thrown', null],
  ])('does not count as away when %s', (_, error) => {
    expect(isAway(error)).toBe(false);
    if (error instanceof Error) expect(isAway(wrapped(error))).toBe(false);
  });
});
