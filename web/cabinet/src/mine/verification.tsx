/** A request of the operator for documents, and what the account shows. */
import { Facts } from '../../../shared/facts.tsx';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { verification } from './api.ts';
import { LifeOnPage } from './life.tsx';

export function VerificationPage({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error, reload } = useLoaded(`verification ${id}`, () => verification(api, id));
  return (
    <article class="stack">
      <Heading word="verification" />
      <Problem error={error} speech={speech} />
      {data && (
        <LifeOnPage life={data} onDone={reload}>
          <Facts
            facts={[
              [say('whatIsAsked'), data.what],
              [say('askedAgain'), data.askedAgain?.reasons],
              [say('answerBy'), momentInWords(language, data.answerBy)],
              [say('decision'), data.decision?.reasons],
            ]}
          />
          {data.submissions.length > 0 && (
            <section aria-labelledby="shown">
              <h2 id="shown">{say('shownDocuments')}</h2>
              <ul class="lines">
                {data.submissions.map(({ version, at, evidence, documents }) => (
                  <li key={version}>
                    {evidence}{' '}
                    <span class="soft">
                      {momentInWords(language, at)} · {say('filesCount')} {documents.length}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </LifeOnPage>
      )}
    </article>
  );
}
