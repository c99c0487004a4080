/** How to do what people do here, with the clauses of the offer. Terms and steps are those of the API. */
import { Clause } from '../../../shared/clause.tsx';
import { Heading } from '../../../shared/heading.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { readUsualTerms } from './api.ts';
import { WayExplained } from './way-explained.tsx';

interface Topic {
  id: string;
  title: Word;
  text: Word;
  clauses: readonly string[];
  /** The terms that it depends on, by their names in the API. */
  terms?: readonly string[];
  /** The life whose steps are shown. */
  way?: string;
}

const TOPICS: readonly Topic[] = [
  { id: 'enter', title: 'helpEnter', text: 'helpEnterText', clauses: ['1.2', '1.3', '1.9', '1.13', '4.1.6'] },
  { id: 'post', title: 'helpPost', text: 'helpPostText', clauses: ['1.5', '1.10', '4.3.1'], terms: ['horizonDays', 'acceptDays'] },
  {
    id: 'accept',
    ...{ title: 'helpAccept', text: 'helpAcceptText', clauses: ['1.7', '3.4', '4.2'] },
    terms: ['earlyStart', 'startGraceHours', 'overdueGraceHours', 'holdPatienceDays'],
  },
  { id: 'sign', title: 'helpSign', text: 'helpSignText', clauses: ['1.11', '5.3'], terms: ['paper', 'signWorkingDays'], way: 'signing' },
  {
    id: 'deliver',
    ...{ title: 'helpDeliver', text: 'helpDeliverText', clauses: ['4.3.3', '5.2'] },
    terms: ['reviewWorkingDays', 'silence', 'reworkRounds', 'reworkWorkingDays', 'payWorkingDays', 'confirmWorkingDays'],
  },
  { id: 'dispute', title: 'helpQuarrel', text: 'helpQuarrelText', clauses: ['9.1', '9.2'], way: 'dispute' },
];

export function Help() {
  const { api, speech } = useSetting();
  const { say } = speech;
  const { data: usual = [] } = useLoaded('usual terms', () => readUsualTerms(api));
  return (
    <div class="stack">
      <Heading word="help" />
      {TOPICS.map(({ id, title, text, clauses, terms = [], way }) => (
        <section key={id} aria-labelledby={id} class="stack">
          <h2 id={id}>{say(title)}</h2>
          <p>
            {say(text)} <Clause clause={clauses.join(', ')} />
          </p>
          {terms.length > 0 && <p>{say('usualTerms')}</p>}
          {terms.length > 0 && (
            <dl>
              {usual
                .filter(({ name }) => terms.includes(name))
                .map((term) => (
                  <div key={term.name}>
                    <dt>{term.title}</dt>
                    <dd>
                      {term.text} <Clause clause={term.clause} />
                    </dd>
                  </div>
                ))}
            </dl>
          )}
          {way !== undefined && <WayExplained life={way} />}
        </section>
      ))}
    </div>
  );
}
