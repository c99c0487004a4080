/** What a contractor says that it may or can do, and what the staff have approved of it. */
import { DraftForm } from '../../../shared/draft-form.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { field } from '../../../shared/form-fields.ts';
import { Heading, Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { named, SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES, go } from '../address.ts';
import { declareQualification, qualification, qualifications } from './api.ts';
import { LifeOnPage } from './life.tsx';

const required = { isRequired: true };

const FIELDS = [
  field('kind', 'choice', { ...required, choices: ['licence', 'permit', 'certificate', 'diploma', 'other'] }),
  field('title', 'line', { ...required, mostLetters: 200 }),
  field('categories', 'categories', required),
  field('documentNumber', 'line', { ...required, mostLetters: 100 }),
  field('issuer', 'line', { ...required, mostLetters: 300 }),
  field('issuedOn', 'date', required),
  field('validUntil', 'date'),
  field('files', 'files', required),
];
const NAMES: Record<string, Word> = {
  kind: 'kindOfDocument',
  title: 'whatItAllows',
  categories: 'forWhichWork',
  documentNumber: 'documentNumber',
  issuer: 'issuer',
  issuedOn: 'issuedOn',
  validUntil: 'holdsUntil',
  files: 'documentFiles',
};

export function QualificationsPage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('qualifications', () => qualifications(api));
  return (
    <div class="stack">
      <Heading word="qualifications" />
      <Problem error={error} speech={speech} />
      {data?.length === 0 && <p>{speech.say('noQualifications')}</p>}
      <ul class="cards">
        {data?.map(({ id, title, stateName, validUntil, categories }) => (
          <li key={id} class="card">
            <a href={ADDRESSES.qualification(id)}>{title ?? speech.say('erased')}</a>
            <div class="row soft">
              <span class="badge">{stateName}</span>
              <span>{categories.map(({ name }) => name).join(', ')}</span>
              {validUntil && (
                <span>
                  {speech.say('validUntil')} {validUntil}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      <a href={ADDRESSES.declare}>{speech.say('declareQualification')}</a>
    </div>
  );
}

export function DeclarePage() {
  const setting = useSetting();
  const { say, fieldName } = setting.speech;
  return (
    <SettingContext.Provider value={named(setting, { fieldName: (path) => (NAMES[path] ? say(NAMES[path]) : fieldName(path)) })}>
      <div class="stack">
        <Heading word="declareQualification" />
        <p class="soft">{say('whyQualification')}</p>
        <DraftForm
          of={`qualification ${setting.account}`}
          fields={FIELDS}
          submit="send"
          send={(body, key) => declareQualification(setting.api, body, key)}
          onDone={({ id }) => go(ADDRESSES.qualification(id))}
        />
      </div>
    </SettingContext.Provider>
  );
}

export function QualificationPage({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const { say, language, choiceName } = speech;
  const { data, error, reload } = useLoaded(`qualification ${id}`, () => qualification(api, id));
  if (data === undefined) return error === undefined ? <p role="status">{say('loading')}</p> : <Problem {...{ error, speech }} />;
  return (
    <article class="stack">
      <Title>{data.title ?? say('erased')}</Title>
      <LifeOnPage life={data} onDone={reload}>
        <Facts
          facts={[
            [say('kindOfDocument'), choiceName(data.kind)],
            [say('documentNumber'), data.documentNumber],
            [say('issuer'), data.issuer],
            [say('issuedOn'), data.issuedOn],
            [say('holdsUntil'), data.validUntil],
            [say('forWhichWork'), data.categories.map(({ name }) => name).join(', ')],
            [say('decision'), data.decision && `${momentInWords(language, data.decision.at)}: ${data.decision.reasons ?? say('erased')}`],
          ]}
        />
      </LifeOnPage>
    </article>
  );
}
