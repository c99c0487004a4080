/**
 * Gathers items for some milliseconds and writes them in one statement. The returned promise settles with the write; callers that can do without the
 * write may ignore a failure.
 */
export function gather<Item>(milliseconds: number, write: (items: Item[]) => Promise<unknown>): (item: Item) => Promise<void> {
  let waiting: { items: Item[]; written: Promise<void> } | undefined;
  return (item) => {
    if (waiting) {
      waiting.items.push(item);
      return waiting.written;
    }
    const items = [item];
    const written = new Promise((resolve) => setTimeout(resolve, milliseconds)).then(async () => {
      waiting = undefined;
      await write(items);
    });
    waiting = { items, written };
    return written;
  };
}
