/** The late and missed starts that count against a contractor, and the objections to them (4.2.1). */
import { useState } from 'preact/hooks';
import { DraftForm } from '../../../shared/draft-form.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { field } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { named, SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES, go } from '../address.ts';
import type { RecordedStart } from './api.ts';
import { objection, raiseObjection, starts } from './api.ts';
import { LifeOnPage } from './life.tsx';

const FIELDS = [field('reasons', 'text', { isRequired: true, mostLetters: 4_000 }), field('files', 'files')];

export function StartsPage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('starts', () => starts(api));
  return (
    <div class="stack">
      <Heading word="starts" />
      <p class="soft">{speech.say('whyStarts')}</p>
      <Problem error={error} speech={speech} />
      {data?.length === 0 && <p>{speech.say('noStarts')}</p>}
      <ul class="cards">
        {data?.map((each) => (
          <OneStart key={`${each.task} ${each.recordedAt}`} start={each} />
        ))}
      </ul>
    </div>
  );
}

function OneStart({ start }: { start: RecordedStart }) {
  const setting = useSetting();
  const { language, say, choiceName, fieldName } = setting.speech;
  const [isOpen, open] = useState(false);
  const { task, title, outcome, recordedAt, objectUntil, mayObject, standing } = start;
  return (
    <li class="card">
      <a href={ADDRESSES.task(task)}>{title}</a>
      <div class="row soft">
        <span class="badge">{choiceName(outcome)}</span>
        <span>{momentInWords(language, recordedAt)}</span>
        <span>{choiceName(standing)}</span>
      </div>
      {start.objection && (
        <a href={ADDRESSES.objection(start.objection.id)}>
          {say('objection')}: {start.objection.stateName}
        </a>
      )}
      {mayObject && (
        <details open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
          <summary>
            {say('object')} {momentInWords(language, objectUntil)}
          </summary>
          <SettingContext.Provider
            value={named(setting, { fieldName: (path) => (path === 'reasons' ? say('objectionReasons') : fieldName(path)) })}
          >
            <DraftForm
              of={`objection ${task}`}
              fields={FIELDS}
              submit="send"
              send={(body, key) => raiseObjection(setting.api, { task, ...body }, key)}
              onDone={({ id }) => go(ADDRESSES.objection(id))}
            />
          </SettingContext.Provider>
        </details>
      )}
    </li>
  );
}

export function ObjectionPage({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const { say, language, choiceName } = speech;
  const { data, error, reload } = useLoaded(`objection ${id}`, () => objection(api, id));
  return (
    <article class="stack">
      <Heading word="objection" />
      <Problem error={error} speech={speech} />
      {data && (
        <LifeOnPage life={data} onDone={reload}>
          <Facts
            facts={[
              [choiceName(data.outcome), momentInWords(language, data.recordedAt)],
              [say('objectionReasons'), data.reasons],
              [say('answerOfCustomer'), data.answer?.comment],
              [say('decision'), data.decision?.reasons],
            ]}
          />
        </LifeOnPage>
      )}
    </article>
  );
}
