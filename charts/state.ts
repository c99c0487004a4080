import type { AnyMachineSnapshot } from 'xstate';

/** `posted`, `executing.overdue`: where the first region of a chart stands. A chart without regions stands at its value. */
export function stateOf(snapshot: AnyMachineSnapshot): string {
  const path = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const [[name, inner] = ['', '']] = Object.entries(value as object);
    return inner === '' ? name : `${name}.${path(inner)}`;
  };
  const { root } = snapshot.machine;
  const value = snapshot.value as Record<string, unknown>;
  return path(root.type === 'parallel' ? value[Object.keys(root.states)[0] as string] : value);
}
