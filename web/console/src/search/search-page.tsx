/** One field for whatever is known of a matter: the API says what it may be. */
import { useState } from 'preact/hooks';
import { dataOf } from '../../../shared/client.ts';
import { Title } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useSending, useSetting } from '../../../shared/setting.ts';
import type { Matter } from '../lives/api.ts';
import { Matters } from '../lives/matters.tsx';
import { useWords } from '../words.ts';

export function SearchPage() {
  const { api, speech } = useSetting();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Matter[]>();
  const { start, isSending, error } = useSending(
    () => dataOf(api.client.GET('/v1/operator/search', { params: { query: { words: typed.trim() } } })),
    ({ items }) => setFound(items),
  );
  return (
    <div class="stack">
      <Title>{words('search')}</Title>
      <Problem error={error} speech={speech} />
      <search>
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <label class="grow">
            <span>{words('known')}</span>
            <input
              type="search"
              name="words"
              required
              maxLength={100}
              value={typed}
              aria-describedby="known-hint"
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <small id="known-hint">{words('knownHint')}</small>
          </label>
          <button type="submit" class="first" disabled={isSending}>
            {speech.say('find')}
          </button>
        </form>
      </search>
      {found?.length === 0 && <p role="status">{words('nothingFound')}</p>}
      {found && found.length > 0 && <Matters matters={found} />}
    </div>
  );
}
