/** What happened in a life, from its chain, and what proves it. */
import { useState } from 'preact/hooks';
import type { components } from './api.ts';
import { momentInWords } from './language.ts';
import { Problem } from './problem.tsx';
import { useLoaded, useSetting } from './setting.ts';

type Happened = components['schemas']['Events']['items'][number];

interface Given {
  /** The address of the life. */
  at: string;
  /** Its last event: the history is read again when there is another. */
  seq: number;
}

export function History({ at, seq }: Given) {
  const { speech } = useSetting();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{speech.say('history')}</summary>
      {isOpen && <Events key={seq} at={at} />}
    </details>
  );
}

function Events({ at }: { at: string }) {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded(`events ${at}`, () => api.eventsOf(at));
  const [isProven, setProven] = useState(false);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{speech.say('loading')}</p>;
  return (
    <div class="stack">
      <ol class="lines">
        {data.items.map((event) => (
          <li key={event.seq}>
            {event.title}
            <div class="soft">
              {momentInWords(speech.language, event.at)} · {speech.partyName(event.by)}
            </div>
            {isProven && <Proof event={event} />}
          </li>
        ))}
      </ol>
      <label class="choice">
        <input type="checkbox" checked={isProven} onChange={({ currentTarget }) => setProven(currentTarget.checked)} />
        <span>{speech.say('showProof')}</span>
      </label>
      {isProven && <p class="soft">{speech.say('whatProofIs')}</p>}
    </div>
  );
}

const Proof = ({ event: { hash } }: { event: Happened }) => <code class="soft">{hash}</code>;
