import { useState } from 'preact/hooks';
import { useLoaded } from './setting.ts';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

interface Paged<Item> {
  /** Undefined until the first page came. */
  items: Item[] | undefined;
  error: unknown;
  /** Reads the next page; undefined where there is none. */
  more: (() => void) | undefined;
  reload(): void;
}

/** A list that comes page by page. */
export function usePaged<Item>(key: string, load: (after?: string) => Promise<Page<Item>>): Paged<Item> {
  const first = useLoaded(key, () => load());
  const [older, setOlder] = useState<Page<Item>>();
  const [trouble, setTrouble] = useState<unknown>();
  const next = older === undefined ? first.data?.next : older.next;
  const readMore = (after: string): void =>
    void load(after).then(
      (page) => setOlder((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next })),
      setTrouble,
    );
  return {
    items: first.data && [...first.data.items, ...(older?.items ?? [])],
    error: first.error ?? trouble,
    more: next ? () => readMore(next) : undefined,
    reload: first.reload,
  };
}
