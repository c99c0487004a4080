import type { AnyMachineSnapshot } from 'xstate';

/** The state's path, such as `executing.overdue`. For a parallel chart it is the path in the first region. */
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
