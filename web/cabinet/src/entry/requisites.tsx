/** The requisites of the account, which its papers name it by. The API says what papers still lack. */
import type { Account } from '../../../shared/client.ts';
import type { Field, Values } from '../../../shared/form-fields.ts';
import { bodyOf, field, typedOf } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { named, SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Step } from '../../../shared/step-form.tsx';
import { StepForm } from '../../../shared/step-form.tsx';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES, go } from '../address.ts';
import type { OwnRequisites } from './api.ts';
import { requisites, setRequisites } from './api.ts';
import { lackedBy } from './lacked.ts';

const required = { isRequired: true };

const WHO: Step = {
  word: 'nameInPapers',
  fields: [
    field('name', 'line', { mostLetters: 300, fills: { autocomplete: 'name' } }),
    field('address', 'line', { mostLetters: 500, fills: { autocomplete: 'street-address' } }),
    field('phone', 'line', { mostLetters: 40, fills: { type: 'tel', autocomplete: 'tel' } }),
    field('email', 'line', { mostLetters: 254, fills: { type: 'email', autocomplete: 'email' } }),
  ],
};
const BANK: Step = {
  word: 'bankAccount',
  why: 'whyBank',
  fields: [
    field('bank', 'group', {
      fields: [
        field('name', 'line', { ...required, mostLetters: 200 }),
        field('bic', 'line', { ...required, mostLetters: 20 }),
        field('iban', 'line', { ...required, mostLetters: 40 }),
        field('beneficiaryCode', 'line', { ...required, mostLetters: 2, fills: { inputMode: 'numeric' } }),
      ],
    }),
  ],
};
const TAXES: Step = {
  word: 'taxes',
  why: 'whyTaxes',
  fields: [
    field('taxRegime', 'choice', { choices: ['general', 'simplified', 'farm'] }),
    field('vat', 'group', {
      fields: [
        field('series', 'line', { ...required, mostLetters: 10, fills: { inputMode: 'numeric' } }),
        field('number', 'line', { ...required, mostLetters: 10, fills: { inputMode: 'numeric' } }),
        field('registeredOn', 'date', required),
      ],
    }),
  ],
};

const byPower = { ...required, when: { field: 'kind', is: 'powerOfAttorney' } };
const representing = (members: string[]): Step => ({
  word: 'whoActs',
  why: 'whyWhoActs',
  fields: [
    field('representatives', 'list', {
      fields: [
        field('person', 'choice', { ...required, choices: members }),
        field('name', 'line', { ...required, mostLetters: 200, fills: { autocomplete: 'name' } }),
        field('iin', 'line', { ...required, mostLetters: 40, fills: { inputMode: 'numeric' } }),
        field('position', 'group', {
          ...required,
          fields: [field('kk', 'line', { ...required, mostLetters: 200 }), field('ru', 'line', { ...required, mostLetters: 200 })],
        }),
        field('ground', 'group', {
          ...required,
          fields: [
            field('kind', 'choice', { ...required, choices: ['charter', 'powerOfAttorney'] }),
            field('number', 'line', { ...byPower, mostLetters: 50 }),
            field('from', 'date', byPower),
            field('until', 'date', byPower),
            field('sha256', 'hash', byPower),
          ],
        }),
      ],
    }),
  ],
});

const NAMES: Record<string, Word> = {
  name: 'fullName',
  address: 'legalAddress',
  phone: 'phoneInPapers',
  email: 'email',
  bank: 'bankAccount',
  'bank.name': 'bankName',
  'bank.bic': 'bic',
  'bank.iban': 'iban',
  'bank.beneficiaryCode': 'beneficiaryCode',
  taxRegime: 'taxRegime',
  vat: 'vat',
  'vat.series': 'series',
  'vat.number': 'documentNumber',
  'vat.registeredOn': 'registeredOn',
  representatives: 'whoActs',
  'representatives.person': 'member',
  'representatives.name': 'personName',
  'representatives.iin': 'iin',
  'representatives.position': 'position',
  'representatives.position.kk': 'inKazakh',
  'representatives.position.ru': 'inRussian',
  'representatives.ground': 'ground',
  'representatives.ground.kind': 'groundKind',
  'representatives.ground.number': 'documentNumber',
  'representatives.ground.from': 'validFrom',
  'representatives.ground.until': 'validUntil',
  'representatives.ground.sha256': 'powerOfAttorneyFile',
};

export function RequisitesPage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('requisites', async () => {
    const [account, own] = await Promise.all([api.me(), requisites(api)]);
    return { account, own };
  });
  return (
    <div class="stack">
      <Heading word="requisites" />
      <Problem error={error} speech={speech} />
      {data === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {data && <Form {...data} />}
    </div>
  );
}

/** What stands there now. A company that names nobody yet begins with one who acts for it. */
function firstOf(
  fields: readonly Field[],
  { members }: Account,
  { requisites: known }: OwnRequisites,
  needsRepresentative: boolean,
): Values {
  const typed = known === null ? {} : typedOf(fields, known);
  const [owner] = members;
  if (!needsRepresentative || typed.representatives !== undefined) return typed;
  return { ...typed, representatives: [{ person: owner?.person, ground: { kind: 'charter' } }] };
}

function Form({ account, own }: { account: Account; own: OwnRequisites }) {
  const setting = useSetting();
  const { say, fieldName, choiceName } = setting.speech;
  const needsRepresentative =
    own.missing.some(({ fields }) => fields.some(({ field: lacked }) => lacked === 'representative')) ||
    (own.requisites?.representatives.length ?? 0) > 0;
  const steps = [
    WHO,
    ...(needsRepresentative ? [representing(account.members.map(({ person }) => person))] : []),
    BANK,
    ...(account.kind === 'natural' ? [] : [TAXES]),
  ];
  const fields = steps.flatMap((step) => step.fields);
  const lacked = lackedBy(own);
  const ofMember = (person: string): string | undefined => account.members.find((each) => each.person === person)?.number;
  const shown = named(setting, {
    fieldName: (path) => {
      const word = NAMES[path.replaceAll(/\.\d+/g, '')];
      return word ? say(word) : fieldName(path);
    },
    choiceName: (name) => ofMember(name) ?? choiceName(name),
  });
  return (
    <SettingContext.Provider value={shown}>
      {lacked.fields.length > 0 && (
        <p class="note">
          {say('papersLack')}: {lacked.fields.join('; ')}.
        </p>
      )}
      {own.warnings.map(({ message }) => (
        <p key={message} class="note">
          {message}
        </p>
      ))}
      <StepForm
        of={`requisites ${account.id}`}
        steps={steps}
        first={firstOf(fields, account, own, needsRepresentative)}
        submit="save"
        send={(values, key) => setRequisites(setting.api, bodyOf(fields, values), key)}
        onDone={() => go(ADDRESSES.account)}
      />
    </SettingContext.Provider>
  );
}
