/** What money that came and money that went out by a bank's statement have in common (5.1, 5.2). */
import { answer } from './law.ts';

/** An entry before it is entered: what is matched beyond doubt is applied by the platform, the rest waits in suspense for a person. */
export const entering = <Book, Apply>(bookEntry: Book, apply: Apply) => ({
  on: {
    enter: [
      answer({ check: 'isMatched', target: 'matching' as const, actions: ['bind' as const, bookEntry, apply] }),
      answer({ target: 'suspense' as const, actions: ['bind' as const, bookEntry] }),
    ],
  },
});
