import type { DebtInput } from './types.ts';

/**
 * What a life orders by its effect `startChild` to make a debt: the nth debt among its children. The parent may be of any kind and may itself be
 * a child: `dispute/<uuid>/2` makes `debt/<uuid>/2/1`. The debt sends nothing back.
 * @throws RangeError for a sum that is not above zero, or one party on both sides.
 */
export function debtCreation(parent: string, number: number, { customer, contractor, ...debt }: Omit<DebtInput, 'id' | 'parent'>) {
  const { debtor, creditor, amount } = debt;
  if (BigInt(amount) <= 0n || debtor === creditor) throw new RangeError(`no debt of ${amount} by the ${debtor} to the ${creditor}`);
  const sides = { customer, contractor };
  const accounts = Object.fromEntries(Object.entries(sides).filter(([party]) => party === debtor || party === creditor));
  const child = `debt${parent.slice(parent.indexOf('/'))}/${number}`;
  return {
    child,
    type: 'owe' as const,
    by: 'platform' as const,
    input: { ...debt, ...accounts, id: child, parent } satisfies DebtInput,
  };
}
