/** What a command brings that moves money, ends something or binds: said in the menu before it is given. */
import { formatTenge } from '../rules/money.ts';
import type { Party } from './law.ts';
import type { Language, Localized } from './messages.ts';

/** Words, with the sums that they name: tiyn as decimal strings. */
export interface Consequence {
  words: Localized;
  sums?: Record<string, string>;
}

/** Of whom and of which state a consequence is asked. `state` is the path of the first region. */
export interface AskedOf {
  by: Party;
  account: string | undefined;
  state: string;
}

export interface Consequences<Context> {
  /** What of the context is money, a bond or an end: where a command changes it, the command has a consequence. */
  stakes(context: Context): unknown;
  /** By the command's name. */
  of: Record<string, (context: Context, asked: AskedOf) => Consequence>;
}

/** A consequence as people read it. */
export const consequenceInWords = ({ words, sums = {} }: Consequence, language: Language): string =>
  words[language].replace(/\{(\w+)\}/g, (_, name: string) => formatTenge(BigInt(sums[name] ?? '0'), language));
