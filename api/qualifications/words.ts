import type { Language } from '../../charts/messages.ts';
import { CATEGORIES } from '../../models/reference-trees.ts';

/** The name of a category of work. */
export const categoryName = (code: string, language: Language): string => CATEGORIES.nodeOf(code).name[language];

/** Categories by code and name. */
export const namedCategories = (codes: readonly string[], language: Language): { code: string; name: string }[] =>
  codes.map((code) => ({ code, name: categoryName(code, language) }));
