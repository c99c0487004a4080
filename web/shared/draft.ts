/** What is typed stays in this tab, over a reload and over the end of the session, until it is sent or given up. */
import { useState } from 'preact/hooks';

interface Kept<Draft> {
  draft: Draft;
  /** Kept with the draft: sent again after a lost answer, it is done once. */
  key: string;
}

interface Typed<Draft> extends Kept<Draft> {
  set(draft: Draft): void;
  /** Once it is sent, or not wanted any more. */
  drop(): void;
}

/** A draft by what it is of. Nothing that proves who somebody is belongs into one. */
export function useDraft<Draft>(of: string, empty: Draft): Typed<Draft> {
  const place = `draft ${of}`;
  const fresh = (): Kept<Draft> => ({ draft: empty, key: crypto.randomUUID() });
  const [kept, keep] = useState<Kept<Draft>>(() => JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? fresh());
  return {
    ...kept,
    set: (draft) => {
      sessionStorage.setItem(place, JSON.stringify({ draft, key: kept.key }));
      keep({ draft, key: kept.key });
    },
    drop: () => {
      sessionStorage.removeItem(place);
      keep(fresh());
    },
  };
}

/** Whoever logs out leaves nothing typed behind. */
export const forgetDrafts = (): void => sessionStorage.clear();
