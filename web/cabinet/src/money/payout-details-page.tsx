/** Where the account is paid to. Naming another place needs a proof beside the session, and counts after a waiting time. */
import { useState } from 'preact/hooks';
import type { Command } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { Fields } from '../../../shared/fields.tsx';
import type { Field, Values } from '../../../shared/form-fields.ts';
import { lacking } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import type { Proof } from '../../../shared/proof-field.tsx';
import { ProofField } from '../../../shared/proof-field.tsx';
import { named, useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { ownAccount, payoutDetails, setPayoutDetails } from './api.ts';

const line = (name: string): Field => ({ name, kind: 'line', isRequired: true, choices: [], mostLetters: 40, fields: [] });
const FIELDS: Field[] = [{ ...line('to'), kind: 'group', fields: [line('iban'), line('bic')] }];

export function PayoutDetailsPage() {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const details = useLoaded('payout details', () => payoutDetails(api));
  const own = useLoaded('own account', () => ownAccount(api));
  const [chosen, choose] = useState<Command>();
  const { present, coming, holders = [], warnings = [] } = details.data ?? {};
  const withdraw = own.data?.commands.find(({ name }) => name === 'withdraw-payout-details');
  const reload = (): void => {
    choose(undefined);
    details.reload();
    own.reload();
  };
  return (
    <div class="stack">
      <Heading word="payoutDetails" />
      {details.error !== undefined && <Problem error={details.error} speech={speech} />}
      {details.data && (
        <>
          <Facts
            facts={[
              [say('paidToNow'), present ? (present.masked ?? say('textErased')) : say('paidToNobody')],
              [
                say('paidToSoon'),
                coming && `${coming.masked ?? say('textErased')} · ${say('paidFrom')} ${momentInWords(language, coming.from)}`,
              ],
              [say('moneyHolders'), holders.join(', ')],
            ]}
          />
          {coming && <p class="note">{say('aboutCooling')}</p>}
          {warnings.map(({ message }) => (
            <p key={message} class="note">
              {message}
            </p>
          ))}
          {withdraw && coming && (
            <div>
              <button type="button" onClick={() => choose(withdraw)}>
                {withdraw.title}
              </button>
            </div>
          )}
          <Naming key={coming?.version} onDone={reload} />
        </>
      )}
      {chosen && own.data && (
        <CommandForm command={chosen} stateName={own.data.stateName} onClose={() => choose(undefined)} onDone={reload} />
      )}
    </div>
  );
}

function Naming({ onDone }: { onDone(): void }) {
  const setting = useSetting();
  const { api } = setting;
  const { say, fieldName } = setting.speech;
  // Elsewhere a proof is that of a payment.
  const { speech } = named(setting, { fieldName: (path) => (path === 'proof' ? say('proveYourself') : fieldName(path)) });
  const [values, setValues] = useState<Values>({ to: {} });
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [proof, setProof] = useState<Proof>();
  const [lacks, setLacks] = useState<string[]>([]);
  const { start, isSending, error } = useSending(
    () => setPayoutDetails(api, { to: values.to as { iban: string; bic: string }, proof: proof as Proof }, key),
    () => {
      setValues({ to: {} });
      setKey(crypto.randomUUID());
      onDone();
    },
  );
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const missing = [...lacking(FIELDS, values), ...(proof === undefined ? ['proof'] : [])];
        setLacks(missing);
        if (missing.length === 0) start();
      }}
    >
      <h2>{say('nameDetails')}</h2>
      <p class="soft">{say('aboutDetails')}</p>
      <Problem error={error} speech={speech} lacking={lacks} />
      <Fields fields={FIELDS} values={values} wrong={wrongOf(error, lacks, speech)} onChange={setValues} />
      <ProofField purpose="payout" onChange={setProof} />
      <button type="submit" class="first" disabled={isSending}>
        {say('saveDetails')}
      </button>
    </form>
  );
}
