/** What a command brings that moves money, ends something or binds: said in the menu before it is given. */
import { formatTenge } from '../rules/money.ts';
import type { Party } from './law.ts';
import type { Language, Localized } from './messages.ts';
import { said } from './messages.ts';

/** Words, with the sums that they name: tiyn as decimal strings. */
export interface Consequence {
  words: Localized;
  sums?: Record<string, string>;
}

/** Who asks what a command brings. */
export interface Asker {
  by: Party;
  account: string | undefined;
  /** What the command says, in its preview. */
  input?: object;
}

export interface Consequences<Context> {
  /** The parts of the context that are money, a bond or an end. A command that changes one of them has a consequence. */
  stakes(context: Context): unknown;
  /** By the command's name, or by what its law says that it brings. */
  of: Record<string, (context: Context, asker: Asker) => Consequence>;
}

/** Of a life whose commands all bring the same sum: the words of each, in which it stands as `{sum}`. */
export const bringing =
  <Context>(sumOf: (context: Context) => string) =>
  (...words: Parameters<typeof said>) =>
  (context: Context): Consequence => ({ words: said(...words), sums: { sum: sumOf(context) } });

/** A consequence as people read it. */
export const consequenceInWords = ({ words, sums = {} }: Consequence, language: Language): string =>
  words[language].replace(/\{(\w+)\}/g, (_, name: string) => formatTenge(BigInt(sums[name] ?? '0'), language));
