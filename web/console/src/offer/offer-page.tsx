/** The offer: its text now, and a new revision that one of the staff proposes and a second person publishes. */
import { useEffect, useState } from 'preact/hooks';
import { go } from '../../../shared/address.ts';
import { dataOf } from '../../../shared/client.ts';
import { Title } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';

export function OfferPage() {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data: offer, error } = useLoaded('offer', () => dataOf(api.client.GET('/v1/offer')));
  const [text, setText] = useState('');
  const [inForceFrom, setFrom] = useState('');
  useEffect(() => {
    if (offer) setText(offer.text);
  }, [offer]);
  const proposing = useSending(
    () => dataOf(api.client.POST('/v1/offer/revisions', { body: { text, inForceFrom } })),
    // A text that is published already answers with its revision.
    (answer) => go('id' in answer ? ADDRESSES.proposal(String(answer.id)) : ADDRESSES.proposals),
  );
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (offer === undefined) return <p role="status">{speech.say('loading')}</p>;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        proposing.start();
      }}
    >
      <Title>{words('offer')}</Title>
      <p>{words('offerHint')}</p>
      <Problem error={proposing.error} speech={speech} />
      <label>
        <span>{words('inForceFrom')}</span>
        <input
          type="date"
          id="field-inForceFrom"
          required
          value={inForceFrom}
          onInput={({ currentTarget }) => setFrom(currentTarget.value)}
        />
      </label>
      <label>
        <span>{words('wholeText')}</span>
        <textarea id="field-text" class="whole" required value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <button type="submit" class="first" disabled={proposing.isSending || text === offer.text}>
        {words('propose')}
      </button>
    </form>
  );
}
