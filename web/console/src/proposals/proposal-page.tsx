/** A proposal: what was proposed, and the two answers of a second person. */
import { useState } from 'preact/hooks';
import { Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { Facts } from '../lives/facts.tsx';
import { useWords } from '../words.ts';
import type { Proposal } from './api.ts';
import { confirmProposal, readProposal, refuseProposal } from './api.ts';

/** What a proposal is about stands in one member, by its kind; all others are null. */
const contentOf = ({ kind, ...proposal }: Proposal): Record<string, unknown> => (proposal[kind] ?? {}) as Record<string, unknown>;

export function ProposalPage({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data: proposal, error, set } = useLoaded(`proposal ${id}`, () => readProposal(api, id));
  const [reasons, setReasons] = useState('');
  const confirming = useSending(() => confirmProposal(api, id), set);
  const refusing = useSending(() => refuseProposal(api, id, reasons), set);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (proposal === undefined) return <p role="status">{speech.say('loading')}</p>;
  const { number, title, state, proposedAt, decidedAt, refusal, mayDecide } = proposal;
  const { text, differenceText } = contentOf(proposal) as { text?: string; differenceText?: string | null };
  return (
    <article class="stack">
      <div>
        <Title>
          {words('proposal')} № {number}
        </Title>
        <div class="row soft">
          <span class="badge">{words(`is-${state}`)}</span>
          <span>{momentInWords(speech.language, decidedAt ?? proposedAt)}</span>
        </div>
      </div>
      <p class="waits">{title}</p>
      <Facts of={contentOf(proposal)} />
      {differenceText && <pre class="note">{differenceText}</pre>}
      {text && (
        <details>
          <summary>{words('wholeText')}</summary>
          <pre>{text}</pre>
        </details>
      )}
      {refusal && <p class="note">{refusal}</p>}
      <Problem error={confirming.error ?? refusing.error} speech={speech} />
      {mayDecide ? (
        <section class="stack" aria-labelledby="decide">
          <h2 id="decide">{words('decide')}</h2>
          <button type="button" class="first" disabled={confirming.isSending} onClick={confirming.start}>
            {words('confirm')}
          </button>
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              refusing.start();
            }}
          >
            <label>
              <span>{words('refusalReasons')}</span>
              <textarea class="low" required value={reasons} onInput={({ currentTarget }) => setReasons(currentTarget.value)} />
            </label>
            <button type="submit" disabled={refusing.isSending}>
              {words('refuse')}
            </button>
          </form>
        </section>
      ) : (
        state === 'waiting' && <p class="note">{words('anotherDecides')}</p>
      )}
    </article>
  );
}
