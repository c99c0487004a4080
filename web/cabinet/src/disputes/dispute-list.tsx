/** The disputes of the account, newest first. */
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { usePaged } from '../../../shared/paged.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useNews, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { disputes } from './api.ts';

export function DisputeList() {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const { items, error, more, reload } = usePaged('disputes', (after) => disputes(api, after));
  useNews(reload);
  return (
    <div class="stack">
      <Heading word="disputes" />
      <p>
        <a href={ADDRESSES.claimAgainstOperator}>{say('claimAgainstOperator')}</a>
      </p>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {items === undefined && error === undefined && <p role="status">{say('loading')}</p>}
      {items?.length === 0 && <p>{say('noDisputes')}</p>}
      <ul class="cards">
        {items?.map(({ id, number, stateName, amount, claimant, against, sentAt, deadlines }) => (
          <li key={id} class="card">
            <a href={ADDRESSES.dispute(id)}>
              {say('claim')} №&nbsp;{number}
              {amount && `: ${sumInWords(language, amount.amount)}`}
            </a>
            <div class="row soft">
              <span class="badge">{stateName}</span>
              <span>
                {speech.partyName(claimant)} → {speech.partyName(against === 'operator' ? 'operator' : otherOf(claimant))}
              </span>
              <span>{momentInWords(language, sentAt)}</span>
              <span>
                {say('answerBy')} {momentInWords(language, deadlines.answerBy)}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" onClick={more}>
          {say('more')}
        </button>
      )}
    </div>
  );
}

const otherOf = (party: 'customer' | 'contractor') => (party === 'customer' ? 'contractor' : 'customer');
