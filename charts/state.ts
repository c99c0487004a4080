import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';

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

/** Every path that `stateOf` may answer, in the chart's order. */
export function stagesOf({ root }: AnyStateMachine): [string, ...string[]] {
  const way = root.type === 'parallel' ? (Object.values(root.states)[0] as AnyStateNode) : root;
  const within = (node: AnyStateNode): string[] => {
    const inner = Object.values(node.states);
    return inner.length > 0 ? inner.flatMap(within) : [node.path.slice(way.path.length).join('.')];
  };
  return within(way) as [string, ...string[]];
}

/** The paths of the states in which the chart says this of a life, also of the states in them: for questions to the database. */
export function statesTagged({ root }: AnyStateMachine, tag: string): string[] {
  const within = (node: AnyStateNode, isTagged: boolean): string[] => {
    const here = isTagged || node.tags.includes(tag);
    const inner = Object.values(node.states);
    return inner.length > 0 ? inner.flatMap((each) => within(each, here)) : here ? [node.path.join('.')] : [];
  };
  return within(root, false);
}

/** The ids of the innermost active states, one for each region, in the chart's order. A state around one of them is active too. */
export function innermostStates({ machine, value }: AnyMachineSnapshot): string[] {
  const within = (node: AnyStateNode, inner: StateValue): string[] => {
    const entered = Object.entries(typeof inner === 'string' ? { [inner]: {} } : inner);
    return entered.length === 0 ? [node.id] : entered.flatMap(([key, each]) => within(node.states[key] as AnyStateNode, each ?? {}));
  };
  return within(machine.root, value);
}
