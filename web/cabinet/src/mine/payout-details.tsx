/** Where the account is paid to. Whoever changes it proves who they are beside the session, and a change counts after a while. */
import { useState } from 'preact/hooks';
import { useDraft } from '../../../shared/draft.ts';
import { Fields } from '../../../shared/fields.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { bodyOf, field, lacking } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import type { Proof } from '../../../shared/proof-field.tsx';
import { ProofField } from '../../../shared/proof-field.tsx';
import { named, SettingContext, useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { ADDRESSES, go } from '../address.ts';
import { payoutDetails, setPayoutDetails } from './api.ts';
import { Facts } from './facts.tsx';

const required = { isRequired: true };
const FIELDS = [
  field('to', 'group', {
    ...required,
    fields: [field('iban', 'line', { ...required, mostLetters: 40 }), field('bic', 'line', { ...required, mostLetters: 20 })],
  }),
];
const NAMES: Record<string, Word> = { to: 'payoutDetails', 'to.iban': 'iban', 'to.bic': 'bic', proof: 'proveYourself' };

export function PayoutDetailsPage() {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error } = useLoaded('payout details', () => payoutDetails(api));
  const words = (version: { masked: string | null; from: string }): string =>
    `${version.masked ?? say('erased')} · ${say('countsFrom')} ${momentInWords(language, version.from)}`;
  return (
    <div class="stack">
      <Heading word="payoutDetails" />
      <Problem error={error} speech={speech} />
      {data && (
        <>
          <Facts
            facts={[
              [say('payoutsGoTo'), data.present && words(data.present)],
              [say('willGoTo'), data.coming && words(data.coming)],
            ]}
          />
          {data.warnings.map(({ message }) => (
            <p key={message} class="note">
              {message}
            </p>
          ))}
          <p class="soft">
            {say('whyPayoutDetails')} {data.holders.join(', ')}.
          </p>
          <Form />
        </>
      )}
    </div>
  );
}

function Form() {
  const setting = useSetting();
  const { say, fieldName } = setting.speech;
  const own = named(setting, { fieldName: (path) => (NAMES[path] ? say(NAMES[path]) : fieldName(path)) });
  const { draft, key, set, drop } = useDraft<Values>(`payout details ${setting.account}`, {});
  const [proof, setProof] = useState<Proof>();
  const [lacks, setLacks] = useState<string[]>([]);
  const { start, isSending, error } = useSending(
    () => setPayoutDetails(setting.api, bodyOf(FIELDS, draft).to as object, proof as Proof, key),
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
          const missing = [...lacking(FIELDS, draft), ...(proof === undefined ? ['proof'] : [])];
          setLacks(missing);
          if (missing.length === 0) start();
        }}
      >
        <Problem error={error} speech={own.speech} lacking={lacks} />
        <Fields fields={FIELDS} values={draft} wrong={wrongOf(error, lacks, own.speech)} onChange={set} />
        <ProofField purpose="payout" onChange={setProof} />
        <div class="row end">
          <button type="submit" class="first" disabled={isSending}>
            {say('save')}
          </button>
        </div>
      </form>
    </SettingContext.Provider>
  );
}
