/** The offer in force, and its revisions (2.1, 10.2). */
import { useEffect } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { dayInFull } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { readOffer, readRevisions } from './api.ts';
import { OfferText } from './offer-text.tsx';

export function Offer() {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error } = useLoaded('offer', async () => {
    const [offer, revisions] = await Promise.all([readOffer(api), readRevisions(api)]);
    return { offer, revisions };
  });
  // The browser looked for the clause before it was there.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), [data]);
  return (
    <div class="stack">
      <Heading word="theOffer" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{say('loading')}</p>}
      {data && (
        <>
          <p>{say('inForceFrom').replace('{day}', dayInFull(language, data.offer.effectiveFrom))}</p>
          <section aria-labelledby="revisions">
            <h2 id="revisions">{say('revisions')}</h2>
            <ul class="plain">
              {data.revisions.map(({ number, sha256, inForceFrom }) => (
                <li key={sha256}>
                  <a href={ADDRESSES.offerRevision(sha256)}>{say('revision').replace('{number}', String(number))}</a>{' '}
                  <span class="soft">{say('inForceFrom').replace('{day}', dayInFull(language, inForceFrom))}</span>{' '}
                  {sha256 === data.offer.sha256 && <span class="badge">{say('isInForce')}</span>}
                </li>
              ))}
            </ul>
          </section>
          <OfferText text={data.offer.text} />
        </>
      )}
    </div>
  );
}
