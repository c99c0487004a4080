import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { ConsoleWord } from '../words.ts';
import { useWords } from '../words.ts';
import type { Inside } from './api.ts';
import { readEvents } from './api.ts';

const BY: readonly string[] = ['customer', 'contractor', 'operator', 'clock', 'platform'];

/** What has happened, and whether the chain of hashes holds by which nobody can change it unseen. */
export function Chain({ href, fault }: { href: string; fault: Inside['fault'] }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded(`events ${href}`, () => readEvents(api, href));
  return (
    <section aria-labelledby="chain" class="stack">
      <h2 id="chain">{words('chain')}</h2>
      <p class={fault ? 'bad' : 'soft'}>
        {words(fault ? 'chainBroken' : 'chainHolds')}
        {fault && ` № ${fault.seq}`}
      </p>
      {error !== undefined && <Problem error={error} speech={speech} />}
      <ol class="lines">
        {data?.items.map(({ seq, at, by, title }) => (
          <li key={seq} class="row">
            <span class="soft">№ {seq}</span>
            <span class="soft">{momentInWords(speech.language, at)}</span>
            <span>{title}</span>
            <span class="soft">{BY.includes(by) && words(`by-${by}` as ConsoleWord)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
