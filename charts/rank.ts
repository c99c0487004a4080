/** How a menu shows a command: as the next step, among the others, or apart with a warning. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Choice } from './judge.ts';
import type { LifeType } from './life-type.ts';
import { innermostStates } from './state.ts';

/**
 * `main`: the state waits for it. It may bind or move money too, as the acceptance of work does.
 * `dangerous`: it moves money, ends something or binds, and nobody waits for it.
 * `other`: everything else.
 */
export const RANKS = ['main', 'other', 'dangerous'] as const;
export type Rank = (typeof RANKS)[number];

/** The steps that the active states wait for, whoever may take them. */
const awaitedIn = ({ chart, awaited = {} }: Pick<LifeType, 'chart' | 'awaited'>, snapshot: AnyMachineSnapshot): readonly string[] =>
  innermostStates(snapshot).flatMap((id) => awaited[id.slice(chart.id.length + 1)] ?? []);

/** The rank of a command that the menu has. */
export function rankOf(
  type: Pick<LifeType, 'chart' | 'awaited' | 'consequences'>,
  snapshot: AnyMachineSnapshot,
  { name, brings }: Pick<Choice, 'name' | 'brings'>,
): Rank {
  if (awaitedIn(type, snapshot).includes(name)) return 'main';
  return type.consequences?.of[brings] === undefined ? 'other' : 'dangerous';
}
