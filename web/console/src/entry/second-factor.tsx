/** The second factor: proved after each login and again for what needs a fresh one, or set up with the one-time secret. */
import { useState } from 'preact/hooks';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending } from '../../../shared/setting.ts';
import type { Speech } from '../../../shared/words.ts';
import { wordsOf } from '../words.ts';

interface Given {
  api: Api;
  speech: Speech;
  onDone(): void;
}

/** Six digits are of the app; a recovery code has groups of letters and digits. */
const proofOf = (typed: string): { code: string } | { recovery: string } => {
  const code = typed.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(code) ? { code } : { recovery: typed.trim() };
};

export function SecondFactor({ api, speech, onDone }: Given) {
  const words = wordsOf(speech);
  const [isSettingUp, setSettingUp] = useState(false);
  const [typed, setTyped] = useState('');
  const { start, isSending, error } = useSending(
    () => dataOf(api.client.POST('/v1/auth/second-factor/proof', { body: proofOf(typed) })),
    onDone,
  );
  if (isSettingUp) return <SetUp {...{ api, speech, onDone }} />;
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h1>{words('secondFactor')}</h1>
      <Problem error={error} speech={speech} />
      <CodeField speech={speech} value={typed} onChange={setTyped} />
      <button type="submit" class="first" disabled={isSending}>
        {words('prove')}
      </button>
      <button type="button" class="quiet" onClick={() => setSettingUp(true)}>
        {words('setUpFactor')}
      </button>
    </form>
  );
}

function CodeField({ speech, value, onChange }: { speech: Speech; value: string; onChange(value: string): void }) {
  const words = wordsOf(speech);
  return (
    <label>
      <span>{words('factorCode')}</span>
      <input
        name="factor"
        autocomplete="one-time-code"
        required
        value={value}
        aria-describedby="factor-hint"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <small id="factor-hint">{words('factorHint')}</small>
    </label>
  );
}

function SetUp({ api, speech, onDone }: Given) {
  const words = wordsOf(speech);
  const [secret, setSecret] = useState('');
  const [code, setCode] = useState('');
  const [key, setKey] = useState<string>();
  const [codes, setCodes] = useState<string[]>();
  const beginning = useSending(
    () => dataOf(api.client.POST('/v1/auth/second-factor', { body: { enrolment: secret.trim() } })),
    (begun) => setKey(begun.key),
  );
  const confirming = useSending(
    () => dataOf(api.client.POST('/v1/auth/second-factor/confirmation', { body: { code: code.replaceAll(/\s/g, '') } })),
    ({ recoveryCodes }) => setCodes(recoveryCodes),
  );
  if (codes)
    return (
      <div class="narrow stack">
        <h1>{words('secondFactor')}</h1>
        <p>{words('recoveryCodes')}</p>
        <ul>
          {codes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <button type="button" class="first" onClick={onDone}>
          {words('written')}
        </button>
      </div>
    );
  const { start, isSending, error } = key === undefined ? beginning : confirming;
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h1>{words('setUpFactor')}</h1>
      <Problem error={error} speech={speech} />
      {key === undefined ? (
        <label>
          <span>{words('enrolment')}</span>
          <input
            name="enrolment"
            autocomplete="off"
            required
            value={secret}
            aria-describedby="enrolment-hint"
            onInput={({ currentTarget }) => setSecret(currentTarget.value)}
          />
          <small id="enrolment-hint">{words('enrolmentHint')}</small>
        </label>
      ) : (
        <>
          <p>{words('factorKey')}</p>
          <p>
            <code>{key}</code>
          </p>
          <CodeField speech={speech} value={code} onChange={setCode} />
        </>
      )}
      <button type="submit" class="first" disabled={isSending}>
        {speech.say('next')}
      </button>
    </form>
  );
}
