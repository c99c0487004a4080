/** The name, the address for letters and the language of the account. Another address needs a proof beside the session. */
import { useState } from 'preact/hooks';
import type { Account } from '../../../shared/client.ts';
import { useDraft } from '../../../shared/draft.ts';
import { Fields } from '../../../shared/fields.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { field } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import type { Proof } from '../../../shared/proof-field.tsx';
import { ProofField } from '../../../shared/proof-field.tsx';
import { named, SettingContext, useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { ADDRESSES, go } from '../address.ts';
import { changeDetails } from './api.ts';

const FIELDS = [
  field('name', 'line', { isRequired: true, mostLetters: 200, fills: { autocomplete: 'name' } }),
  field('email', 'line', { mostLetters: 254, fills: { type: 'email', autocomplete: 'email' } }),
  field('language', 'choice', { isRequired: true, choices: ['kk', 'ru', 'en'] }),
];
const NAMES: Record<string, Word> = { name: 'registeredName', email: 'email', language: 'languageOfLetters', proof: 'proveYourself' };

export function DetailsPage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('account', api.me);
  return (
    <div class="stack">
      <Heading word="details" />
      <Problem error={error} speech={speech} />
      {data && <Form account={data} />}
    </div>
  );
}

function Form({ account }: { account: Account }) {
  const setting = useSetting();
  const { say, fieldName } = setting.speech;
  const own = named(setting, { fieldName: (path) => (NAMES[path] ? say(NAMES[path]) : fieldName(path)) });
  const first: Values = { name: account.name, email: account.email ?? '', language: account.language };
  const { draft, key, set, drop } = useDraft(`details ${account.id}`, first);
  const [proof, setProof] = useState<Proof>();
  const [lacks, setLacks] = useState<string[]>([]);
  const changed = FIELDS.filter(({ name }) => draft[name] !== first[name]);
  const isNewAddress = draft.email !== first.email;
  const body = {
    ...Object.fromEntries(changed.map(({ name }) => [name, draft[name] === '' ? null : draft[name]])),
    ...(isNewAddress && { proof }),
  };
  const { start, isSending, error } = useSending(
    () => changeDetails(setting.api, body, key),
    () => {
      drop();
      go(ADDRESSES.account);
    },
  );
  return (
    <SettingContext.Provider value={own}>
      <form
        noValidate
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const missing = [...(draft.name === '' ? ['name'] : []), ...(isNewAddress && proof === undefined ? ['proof'] : [])];
          setLacks(missing);
          if (missing.length > 0) return;
          if (changed.length === 0) go(ADDRESSES.account);
          else start();
        }}
      >
        <Problem error={error} speech={own.speech} lacking={lacks} />
        <Fields fields={FIELDS} values={draft} wrong={wrongOf(error, lacks, own.speech)} onChange={set} />
        {isNewAddress && <ProofField purpose="email" onChange={setProof} />}
        <button type="submit" class="first" disabled={isSending}>
          {say('save')}
        </button>
      </form>
    </SettingContext.Provider>
  );
}
