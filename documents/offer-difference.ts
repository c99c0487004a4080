/** A readable diff of two consecutive revisions of the offer (10.2), by clause and by word. */
import { diffArrays } from 'diff';
import { PREAMBLE, partsOf } from '../rules/clauses.ts';

/** A run of kept, added or removed words. Kept plus added is the new text; kept plus removed is the old text. */
export interface Words {
  mark: 'kept' | 'added' | 'removed';
  text: string;
}

/** One changed part. The id of a heading is its section's number; the preamble has `0`. */
export interface ClauseChange {
  clause: string;
  change: 'changed' | 'added' | 'removed' | 'renumbered';
  /** Its previous number, if that differs. */
  before: string | null;
  words: Words[];
}

/**
 * The changed parts, in the order of the new text; removed parts come last. A clause whose only change is its
 * number is `renumbered`. Empty lines and line ends do not count. @throws Error for a duplicate clause number.
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
  // If an unchanged clause moved to this number, the old clause with this number is a different one.
  const gone = [...old].filter(([clause]) => !taken.has(clause) && (!young.has(clause) || moved.has(clause)));
  const removed = gone.map(
    ([clause, text]): ClauseChange => ({ clause, change: 'removed', before: null, words: [{ mark: 'removed', text }] }),
  );
  return [...changes, ...removed];
}

/** Maps new numbers to old numbers of unchanged clauses whose number changed. */
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

/** Splits into words, spaces and punctuation. The library's own tokenizer supports only Latin words. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** The maximum number of word changes. A longer diff is unreadable, and the search time grows with each change. */
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

/** The diff as plain text in Russian, the language of the offer: `[-исключено-]` and `[+добавлено+]`. */
export function differenceText(changes: readonly ClauseChange[]): string {
  if (changes.length === 0) return 'Текст не изменён.\n';
  return `${changes.map((each) => `${titleOf(each)}\n${each.words.map(marked).join('')}`).join('\n\n')}\n`;
}

function titleOf({ clause, change, before }: ClauseChange): string {
  const place = clause === PREAMBLE ? 'Вводная часть' : clause.includes('.') ? `Пункт ${clause}` : `Раздел ${clause}`;
  return `${place}: ${HEADINGS[change]}${before === null ? '' : ` (был ${before})`}`;
}

const marked = ({ mark, text }: Words): string => ({ kept: text, added: `[+${text}+]`, removed: `[-${text}-]` })[mark];
