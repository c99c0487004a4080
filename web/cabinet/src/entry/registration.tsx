/** Whoever has no account yet says who they are, reads the consent to the processing of personal data, and registers. */
import type { Values } from '../../../shared/form-fields.ts';
import { bodyOf, field } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { LegalText } from '../../../shared/legal-text.tsx';
import { fieldId, Problem } from '../../../shared/problem.tsx';
import { named, SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Step } from '../../../shared/step-form.tsx';
import { StepForm } from '../../../shared/step-form.tsx';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES } from '../address.ts';
import type { Subject } from './api.ts';
import { consents, register } from './api.ts';
import { Invitations } from './invitations.tsx';

const required = { isRequired: true };

const STEPS: readonly Step[] = [
  {
    word: 'whoYouAre',
    why: 'whyKind',
    fields: [
      field('kind', 'choice', { ...required, choices: ['natural', 'entrepreneur', 'company'] }),
      field('roles', 'choices', { ...required, choices: ['customer', 'contractor'] }),
    ],
  },
  {
    word: 'yourDetails',
    why: 'whyDetails',
    fields: [
      field('name', 'line', { ...required, mostLetters: 200, fills: { autocomplete: 'name' } }),
      field('identifier', 'line', { ...required, mostLetters: 20, fills: { inputMode: 'numeric', autocomplete: 'off' } }),
      field('email', 'line', { mostLetters: 254, fills: { type: 'email', autocomplete: 'email' } }),
    ],
  },
  {
    word: 'consentStep',
    why: 'whyConsent',
    fields: [field('consent', 'line', required)],
    show: (values, change) => <Consent values={values} change={change} />,
  },
];
const FIELDS = STEPS.flatMap(({ fields }) => fields);

const NAMES: Record<string, Word> = {
  kind: 'whoYouAre',
  roles: 'whatFor',
  name: 'registeredName',
  identifier: 'identifier',
  email: 'email',
  consent: 'consent',
};

export function Registration() {
  const setting = useSetting();
  const { say, fieldName } = setting.speech;
  const own = named(setting, { fieldName: (path) => (NAMES[path] ? say(NAMES[path]) : fieldName(path)) });
  return (
    <SettingContext.Provider value={own}>
      <div class="stack">
        <Heading word="registration" />
        <Invitations onAccepted={() => location.assign(ADDRESSES.account)} />
        <StepForm
          of="registration"
          steps={STEPS}
          submit="register"
          send={(values, key) => register(own.api, { ...bodyOf(FIELDS, values), language: own.speech.language }, key)}
          onDone={() => location.assign(ADDRESSES.account)}
        />
      </div>
    </SettingContext.Provider>
  );
}

/** The consent names who gives it, so it is asked for once that is known. A tick counts for the text that is shown. */
function Consent({ values, change }: { values: Values; change(values: Values): void }) {
  const { api, speech } = useSetting();
  const { kind, name, identifier } = bodyOf(FIELDS, values) as Subject;
  const { data, error } = useLoaded(JSON.stringify([kind, name, identifier]), () => consents(api, { kind, name, identifier }));
  const shown = data?.find(({ language }) => language === (speech.language === 'kk' ? 'kk' : 'ru'));
  if (shown === undefined) return error === undefined ? <p role="status">{speech.say('loading')}</p> : <Problem {...{ error, speech }} />;
  return (
    <>
      <LegalText text={shown.text} title={speech.say('consent')} />
      <label class="choice">
        <input
          id={fieldId('consent')}
          type="checkbox"
          checked={values.consent === shown.sha256}
          onChange={({ currentTarget }) => change({ ...values, consent: currentTarget.checked ? shown.sha256 : undefined })}
        />
        <span>{speech.say('consentGiven')}</span>
      </label>
    </>
  );
}
