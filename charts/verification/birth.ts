import type { AskInput } from './types.ts';

/** What an account orders by its `start` to ask for documents: the nth of its verifications. It reports `verificationOver` {child, became, kinds}. */
export function verificationBirth(parent: string, number: number, askedBy: string, asked: Omit<AskInput, 'id' | 'parent'>) {
  const child = `verification${parent.slice(parent.indexOf('/'))}/${number}`;
  return { child, type: 'ask' as const, by: 'operator' as const, actor: { account: askedBy }, input: { ...asked, id: child, parent } };
}
