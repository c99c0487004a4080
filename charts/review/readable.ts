/** What a party may read of the reviews, and which files show with it. */
import type { FileRef, Party } from '../law.ts';
import type { ReviewContext } from './types.ts';

/** Before the publication a party sees only its own review. Undefined if nothing is hidden from the reader. */
export function redactedFor(context: ReviewContext, party: Party): ReviewContext | undefined {
  if (context.publishedAt !== undefined || party === 'operator') return undefined;
  return { ...context, written: Object.fromEntries(Object.entries(context.written).filter(([author]) => author === party)) };
}

const filesOf = ({ written }: ReviewContext): FileRef[] =>
  Object.values(written).flatMap(({ files = [], replyFiles = [] }) => [...files, ...replyFiles]);

/** Whether a party may see a file: with a review that it may read, in the last version, until the operator blocks it. */
export const showsFile = (context: ReviewContext, party: Party, file: string): boolean =>
  filesOf(redactedFor(context, party) ?? context).some((each) => each.file === file);
