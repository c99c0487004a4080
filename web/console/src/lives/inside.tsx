/** What the platform does for a life: its effects and their retries, what it booked, and the lives around it. */
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { useWords } from '../words.ts';
import type { Inside, Matter } from './api.ts';
import { Matters } from './matters.tsx';

export function Effects({ effects }: Pick<Inside, 'effects'>) {
  const { language } = useSetting().speech;
  const words = useWords();
  if (effects.length === 0) return null;
  return (
    <section aria-labelledby="effects" class="stack">
      <h2 id="effects">{words('effects')}</h2>
      <ul class="lines">
        {effects.map(({ seq, title, open, tries, nextTry, fault }, index) => (
          <li key={index}>
            <span class="row">
              <span>{title}</span>
              <span class="soft">№ {seq}</span>
              <span class={open ? 'badge' : 'soft'}>{words(open ? 'isOpen' : 'isDone')}</span>
              {open && tries > 0 && (
                <span class="soft">
                  {words('tries')} {tries}
                  {nextTry && `, ${words('nextTry')} ${momentInWords(language, nextTry)}`}
                </span>
              )}
            </span>
            {fault && <p class="bad">{fault}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Postings({ postings }: Pick<Inside, 'postings'>) {
  const { language } = useSetting().speech;
  const words = useWords();
  if (postings.length === 0) return null;
  return (
    <section aria-labelledby="postings" class="stack">
      <h2 id="postings">{words('postings')}</h2>
      <ul class="lines">
        {postings.map(({ at, title, amount, phase }, index) => (
          <li key={index} class="row spread">
            <span>
              {title} {phase !== 'single' && <span class="badge">{words(`phase-${phase}`)}</span>}
            </span>
            <span class="row">
              <span class="soft">{momentInWords(language, at)}</span>
              <strong class="sum">{sumInWords(language, amount.amount)}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Related({ matters }: { matters: readonly Matter[] }) {
  const words = useWords();
  if (matters.length === 0) return null;
  return (
    <section aria-labelledby="related" class="stack">
      <h2 id="related">{words('related')}</h2>
      <Matters matters={matters} />
    </section>
  );
}
