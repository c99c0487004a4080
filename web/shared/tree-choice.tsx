import { useMemo } from 'preact/hooks';
import type { Localized } from './language.ts';
import { useSetting } from './setting.ts';

interface Node {
  code: string;
  parent: string | null;
  name: Localized;
}

/** The options of a tree, whose items stand before those below them: what is deeper is indented. */
export function TreeOptions({ nodes }: { nodes: readonly Node[] }) {
  const { language } = useSetting().speech;
  const depths = useMemo(() => {
    const known = new Map<string | null, number>([[null, -1]]);
    for (const { code, parent } of nodes) known.set(code, (known.get(parent) ?? -1) + 1);
    return known;
  }, [nodes]);
  return nodes.map(({ code, name }) => (
    <option key={code} value={code}>
      {'\u2003'.repeat(depths.get(code) ?? 0) + name[language]}
    </option>
  ));
}
