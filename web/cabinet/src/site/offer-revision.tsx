/** One revision of the offer: what it changes, clause by clause, and its text (10.2). */
import type { components } from '../../../shared/api.ts';
import { Title } from '../../../shared/heading.tsx';
import { dayInFull } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES } from '../address.ts';
import { readRevision } from './api.ts';
import { OfferText } from './offer-text.tsx';

type Change = components['schemas']['ClauseChange'];

const CHANGES: Record<Change['change'], Word> = {
  changed: 'clauseChanged',
  added: 'clauseAdded',
  removed: 'clauseRemoved',
  renumbered: 'clauseRenumbered',
};

export function OfferRevision({ sha256 }: { sha256: string }) {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error } = useLoaded(`revision ${sha256}`, () => readRevision(api, sha256));
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{say('loading')}</p>;
  return (
    <div class="stack">
      <Title>
        {say('theOffer')}. {say('revision').replace('{number}', String(data.number))}
      </Title>
      <p>{say('inForceFrom').replace('{day}', dayInFull(language, data.inForceFrom))}</p>
      <section aria-labelledby="changes" class="stack">
        <h2 id="changes">{say('changes')}</h2>
        {data.difference === null ? (
          <p>{say('firstRevision')}</p>
        ) : (
          data.difference.map((change) => <ClauseChange key={change.clause + change.change} {...change} />)
        )}
        {data.previous !== null && (
          <p>
            <a href={ADDRESSES.offerRevision(data.previous)}>{say('revision').replace('{number}', String(data.number - 1))}</a>
          </p>
        )}
      </section>
      <details>
        <summary>{say('wholeText')}</summary>
        <p class="soft">
          {say('hashOfText')}: {data.sha256}
        </p>
        <OfferText text={data.text} />
      </details>
    </div>
  );
}

/** What is added and what is removed of a clause, marked in its text. */
function ClauseChange({ clause, change, before, words }: Change) {
  const { say } = useSetting().speech;
  return (
    <section class="card">
      <h3>
        {clause === '0' ? say('beginning') : say('clause').replace('{clause}', before === null ? clause : `${before} → ${clause}`)}:{' '}
        {say(CHANGES[change])}
      </h3>
      <p lang="ru">
        {words.map(({ mark, text }, index) =>
          mark === 'added' ? <ins key={index}>{text}</ins> : mark === 'removed' ? <del key={index}>{text}</del> : text,
        )}
      </p>
    </section>
  );
}
