import { CATEGORIES } from '../../models/reference-trees.ts';

/** The categories for which a task requires a proved qualification (4.2.2), as its papers name them; null if there are none. */
export function requiredInWords(codes: readonly string[]): string | null {
  const names = codes.map((code) => CATEGORIES.nodeOf(code).name);
  return names.length === 0 ? null : names.map(({ kk, ru }) => `${kk} / ${ru}`).join('; ');
}
