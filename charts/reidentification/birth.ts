import type { AskInput } from './types.ts';

/** What an account orders by its `start` to have its person identified anew: the nth time. It reports `reidentificationOver` {child, became}. */
export function reidentificationBirth(parent: string, number: number, asked: Omit<AskInput, 'id' | 'parent'>) {
  const child = `reidentification${parent.slice(parent.indexOf('/'))}/${number}`;
  return { child, type: 'ask' as const, by: 'platform' as const, input: { ...asked, id: child, parent } };
}
