/** What one revision of the offer changed in the one before (10.2), clause by clause and word by word, for people to read. */
import { diffArrays } from 'diff';
import { PREAMBLE, partsOf } from '../rules/clauses.ts';

/** Words that stayed, came or went. Kept and added together are the new text, kept and removed the old one. */
export interface Words {
  mark: 'kept' | 'added' | 'removed';
  text: string;
}

/** One part that is not as it was. A heading is known by its section's number, the preamble by `0`. */
export interface ClauseChange {
  clause: string;
  change: 'changed' | 'added' | 'removed' | 'renumbered';
  /** The number it had, where that is another. */
  before: string | null;
  words: Words[];
}

/**
 * The parts of a text that are not as in the one before, in the order of the new text; those removed stand last. A clause that only has another
 * number is `renumbered`. Empty lines and line ends do not count. Throws Error where a clause's number is there twice.
 */
export function offerDifference(before: string, after: string): ClauseChange[] {
  const [old, young] = [partsOf(before), partsOf(after)];
  const moved = renumbered(old, young);
  const taken = new Set(moved.values());

  const changes = [...young].flatMap(([clause, text]): ClauseChange[] => {
    const from = moved.get(clause);
    if (from !== undefined) return [{ clause, change: 'renumbered', before: from, words: [{ mark: 'kept', text }] }];
    const was = taken.has(clause) ? undefined : old.get(clause);
    if (was === undefined) return [{ clause, change: 'added', before: null, words: [{ mark: 'added', text }] }];
    return was === text ? [] : [{ clause, change: 'changed', before: null, words: wordsOf(was, text) }];
  });
  // A number that an unchanged clause came to is not the clause that had it.
  const gone = [...old].filter(([clause]) => !taken.has(clause) && (!young.has(clause) || moved.has(clause)));
  const removed = gone.map(
    ([clause, text]): ClauseChange => ({ clause, change: 'removed', before: null, words: [{ mark: 'removed', text }] }),
  );
  return [...changes, ...removed];
}

/** Which new number an unchanged clause has, and which it had: for those whose text stands nowhere under its old number. */
function renumbered(old: Map<string, string>, young: Map<string, string>): Map<string, string> {
  const free = [...old].filter(([clause, text]) => young.get(clause) !== text);
  const moved = new Map<string, string>();
  for (const [clause, text] of young) {
    if (old.get(clause) === text) continue;
    const at = free.findIndex(([, other]) => other === text);
    if (at >= 0) moved.set(clause, (free.splice(at, 1)[0] as [string, string])[0]);
  }
  return moved;
}

/** Words, spaces and marks, each by itself. The library's own words are Latin ones. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** With more changes than these nobody reads word by word, and finding them takes the longer the more there are. */
const MOST_CHANGES = 1_000;

function wordsOf(before: string, after: string): Words[] {
  const found = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_CHANGES });
  if (found === undefined) {
    return [
      { mark: 'removed', text: before },
      { mark: 'added', text: after },
    ];
  }
  return found.map(({ added, removed, value }) => ({ mark: added ? 'added' : removed ? 'removed' : 'kept', text: value.join('') }));
}

const HEADINGS: Record<ClauseChange['change'], string> = {
  changed: 'изменено',
  added: 'добавлено',
  removed: 'исключено',
  renumbered: 'изменён только номер',
};

/** The same as plain text in Russian, the language of the offer: `[-исключено-]` and `[+добавлено+]`. */
export function differenceText(changes: readonly ClauseChange[]): string {
  if (changes.length === 0) return 'Текст не изменён.\n';
  return `${changes.map((each) => `${titleOf(each)}\n${each.words.map(marked).join('')}`).join('\n\n')}\n`;
}

function titleOf({ clause, change, before }: ClauseChange): string {
  const place = clause === PREAMBLE ? 'Вводная часть' : clause.includes('.') ? `Пункт ${clause}` : `Раздел ${clause}`;
  return `${place}: ${HEADINGS[change]}${before === null ? '' : ` (был ${before})`}`;
}

const marked = ({ mark, text }: Words): string => ({ kept: text, added: `[+${text}+]`, removed: `[-${text}-]` })[mark];
