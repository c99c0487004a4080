/** What waits for a second person, and what was decided. */
import { Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';
import { listProposals } from './api.ts';

export function ProposalList() {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded('proposals', () => listProposals(api));
  return (
    <div class="stack">
      <Title>{words('proposals')}</Title>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data?.items.length === 0 && <p>{words('noProposals')}</p>}
      <ul class="cards">
        {data?.items.map(({ id, number, title, state, proposedAt }) => (
          <li key={id} class="card">
            <a href={ADDRESSES.proposal(id)}>
              № {number} {title}
            </a>
            <div class="row soft">
              <span class="badge">{words(`is-${state}`)}</span>
              <span>{momentInWords(speech.language, proposedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
