import { isSecondPerson } from './law.ts';

const [ONE, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];
const ID = '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11';

it.each<[string, string | undefined, string | undefined, string | undefined, boolean]>([
  ['another person with another account', 'second', OTHER, ONE, true],
  ['the same person with another account', 'second', ONE, ONE, false],
  ['the same account', 'first', OTHER, ONE, false],
  ['nobody with an account', undefined, OTHER, ONE, false],
  ['an unknown person after a known one', 'second', undefined, ONE, false],
  ['anybody after an unknown person', 'second', OTHER, undefined, false],
  ['a keyed hash after an id: the same person may be behind both', 'second', OTHER, ID, false],
  ['an id after a keyed hash', 'second', ID, ONE, false],
])('%s is a second person: %s, %s after %s: %s', (_, actor, person, first, expected) => {
  const event = { ...(actor !== undefined && { actor }), ...(person !== undefined && { person }) };
  expect(isSecondPerson(event, 'first', first)).toBe(expected);
});
