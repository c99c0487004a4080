/** Walks through the lists of the API. */

interface Page<Item> {
  items: Item[];
  next: string | number | null;
}

/** Reads a list to its end in pages, and calls a function between them. `page` takes the query of one page. */
export async function walk<Item>(
  page: (query: string) => Promise<Page<Item>>,
  limit: number,
  between: () => Promise<unknown> = async () => {},
): Promise<Item[]> {
  const found: Item[] = [];
  for (let after = ''; ; ) {
    const { items, next } = await page(`limit=${limit}${after}`);
    found.push(...items);
    if (next === null) return found;
    after = `&after=${next}`;
    await between();
  }
}
