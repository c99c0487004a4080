/** The search of tasks. What is searched for stands in the address, so it can be kept and sent. */
import { useState } from 'preact/hooks';
import type { SearchQuery, TaskSummary } from '../../../shared/client.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { TreeOptions } from '../../../shared/tree-choice.tsx';
import { ADDRESSES } from '../address.ts';
import { TaskCards } from './task-cards.tsx';

const NAMES = ['search', 'category', 'place', 'priceFrom', 'priceTo'] as const;
type Typed = Record<(typeof NAMES)[number], string>;

const typedInAddress = (): Typed => {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ''])) as Typed;
};

/** As the API takes it: without what is empty, sums in tiyn. */
function queryOf(typed: Typed): SearchQuery {
  const given = NAMES.filter((name) => typed[name].trim() !== '');
  return Object.fromEntries(
    given.map((name) => [name, name.startsWith('price') ? Math.round(Number(typed[name].replace(',', '.')) * 100) : typed[name]]),
  );
}

export function TaskSearch() {
  const { api, speech } = useSetting();
  const [typed, setTyped] = useState(typedInAddress);
  const [asked, setAsked] = useState(typed);
  const [more, setMore] = useState<{ items: TaskSummary[]; next: string | null }>();
  const categories = useLoaded('categories', api.categories);
  const places = useLoaded('places', api.places);
  const found = useLoaded(JSON.stringify(asked), () => api.search(queryOf(asked)));
  const next = more === undefined ? found.data?.next : more.next;
  const set = (name: keyof Typed) => (event: { currentTarget: { value: string } }) =>
    setTyped({ ...typed, [name]: event.currentTarget.value });
  const showMore = async (): Promise<void> => {
    const page = await api.search({ ...queryOf(asked), after: next as string });
    setMore((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next }));
  };
  return (
    <div class="stack">
      <Heading word="search" />
      <search>
        <form
          class="grid"
          onSubmit={(event) => {
            event.preventDefault();
            history.replaceState(null, '', `${ADDRESSES.search}?${new URLSearchParams(typed)}`);
            setMore(undefined);
            setAsked(typed);
          }}
        >
          <label class="wide">
            <span>{speech.say('words')}</span>
            <input type="search" name="search" maxLength={200} value={typed.search} onInput={set('search')} />
          </label>
          <label>
            <span>{speech.fieldName('category')}</span>
            <select name="category" value={typed.category} onChange={set('category')}>
              <option value="">{speech.say('anyCategory')}</option>
              <TreeOptions nodes={categories.data?.items ?? []} />
            </select>
          </label>
          <label>
            <span>{speech.say('district')}</span>
            <select name="place" value={typed.place} onChange={set('place')}>
              <option value="">{speech.say('anywhere')}</option>
              <TreeOptions nodes={places.data?.items ?? []} />
            </select>
          </label>
          <label>
            <span>{speech.say('priceFrom')}</span>
            <input name="priceFrom" inputMode="decimal" value={typed.priceFrom} onInput={set('priceFrom')} />
          </label>
          <label>
            <span>{speech.say('priceTo')}</span>
            <input name="priceTo" inputMode="decimal" value={typed.priceTo} onInput={set('priceTo')} />
          </label>
          <button type="submit" class="first wide">
            {speech.say('find')}
          </button>
        </form>
      </search>
      {found.error !== undefined && <Problem error={found.error} speech={speech} />}
      <div role="status" class="soft">
        {found.data === undefined && found.error === undefined && speech.say('loading')}
        {found.data?.items.length === 0 && speech.say('nothingFound')}
        {found.data?.spelling === 'similar' && found.data.items.length > 0 && speech.say('similarWords')}
        {found.data && found.data.items.length > 0 && found.data.sortedBy.words}
      </div>
      {found.data && <TaskCards tasks={[...found.data.items, ...(more?.items ?? [])]} />}
      {next && (
        <button type="button" onClick={() => void showMore()}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}
