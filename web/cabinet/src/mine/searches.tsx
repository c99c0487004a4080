/** The saved searches, and whether letters tell of what is new for them. */
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import type { SavedSearch } from './api.ts';
import { changeSearch, dropSearch, searches } from './api.ts';

const ALERTS: SavedSearch['alerts'][] = ['at-once', 'daily', 'none'];

/** The search of tasks as its page has it in the address, with sums in tenge. */
const addressOf = ({ query }: SavedSearch): string => {
  const typed = Object.entries(query).map(([name, value]) => [
    name,
    name.startsWith('price') ? String(Number(value) / 100) : String(value),
  ]);
  return `${ADDRESSES.search}?${new URLSearchParams(typed)}`;
};

export function SearchesPage() {
  const { api, speech } = useSetting();
  const { data, error, reload } = useLoaded('searches', () => searches(api));
  return (
    <div class="stack">
      <Heading word="savedSearches" />
      <Problem error={error} speech={speech} />
      {data?.length === 0 && <p>{speech.say('noSavedSearches')}</p>}
      <ul class="cards">
        {data?.map((each) => (
          <OneSearch key={each.id} search={each} onDone={reload} />
        ))}
      </ul>
    </div>
  );
}

function OneSearch({ search, onDone }: { search: SavedSearch; onDone(): void }) {
  const { api, speech } = useSetting();
  const { say, choiceName } = speech;
  const changing = useSending((alerts: SavedSearch['alerts']) => changeSearch(api, search, alerts), onDone);
  const dropping = useSending(() => dropSearch(api, search.id), onDone);
  return (
    <li class="card">
      {search.kind === 'tasks' ? <a href={addressOf(search)}>{search.name}</a> : <strong>{search.name}</strong>}
      <span class="soft">{choiceName(`search of ${search.kind}`)}</span>
      <Problem error={changing.error ?? dropping.error} speech={speech} />
      <label>
        <span>{say('alerts')}</span>
        <select value={search.alerts} onChange={({ currentTarget }) => changing.start(currentTarget.value as SavedSearch['alerts'])}>
          {ALERTS.map((each) => (
            <option key={each} value={each}>
              {choiceName(each)}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button type="button" disabled={dropping.isSending} onClick={() => dropping.start()}>
          {say('dropSearch')}
        </button>
      </div>
    </li>
  );
}
