import type { OwnRequisites } from './api.ts';

/** What papers lack and which papers these are, each once, as the API calls them. */
export const lackedBy = ({ missing }: OwnRequisites): { fields: string[]; papers: string[] } => ({
  fields: [...new Set(missing.flatMap(({ fields }) => fields.map(({ title }) => title)))],
  papers: missing.map(({ title }) => title),
});
