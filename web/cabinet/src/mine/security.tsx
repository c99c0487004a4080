/** From where one is logged in, by which devices, and the password. */
import { useState } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import type { Proof } from '../../../shared/proof-field.tsx';
import { ProofField } from '../../../shared/proof-field.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { devices, endOtherSessions, endSession, readings, revokeDevice, sessions, setPassword } from './api.ts';

export function SecurityPage() {
  return (
    <div class="stack">
      <Heading word="security" />
      <Sessions />
      <Devices />
      <Password />
      <Readings />
    </div>
  );
}

function Sessions() {
  const { api, speech } = useSetting();
  const { language, say, choiceName } = speech;
  const { data = [], error, reload } = useLoaded('sessions', () => sessions(api));
  const ending = useSending((id: string) => endSession(api, id), reload);
  const endingOthers = useSending(() => endOtherSessions(api), reload);
  return (
    <section class="stack" aria-labelledby="sessions">
      <h2 id="sessions">{say('sessions')}</h2>
      <Problem error={error ?? ending.error ?? endingOthers.error} speech={speech} />
      <ul class="cards">
        {data.map(({ id, device, how, since, seenAt, own }) => (
          <li key={id} class="card">
            <strong>{device.name || say('unnamedDevice')}</strong>
            <span class="soft">
              {choiceName(`by ${how}`)} · {say('since')} {momentInWords(language, since)} · {say('seenAt')}{' '}
              {momentInWords(language, seenAt)}
            </span>
            {own ? (
              <span class="badge">{say('thisSession')}</span>
            ) : (
              <div class="row">
                <button type="button" disabled={ending.isSending} onClick={() => ending.start(id)}>
                  {say('endSession')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {data.length > 1 && (
        <div class="row">
          <button type="button" disabled={endingOthers.isSending} onClick={() => endingOthers.start()}>
            {say('endOtherSessions')}
          </button>
        </div>
      )}
    </section>
  );
}

function Devices() {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data = [], error, reload } = useLoaded('devices', () => devices(api));
  const revoking = useSending((id: string) => revokeDevice(api, id), reload);
  const keyed = data.filter(({ hasKey }) => hasKey);
  return (
    <section class="stack" aria-labelledby="devices">
      <h2 id="devices">{say('devices')}</h2>
      <Problem error={error ?? revoking.error} speech={speech} />
      {keyed.length === 0 && <p>{say('noDevices')}</p>}
      <ul class="cards">
        {keyed.map(({ id, name, since }) => (
          <li key={id} class="card">
            <strong>{name || say('unnamedDevice')}</strong>
            <span class="soft">
              {say('since')} {momentInWords(language, since)}
            </span>
            <div class="row">
              <button type="button" disabled={revoking.isSending} onClick={() => revoking.start(id)}>
                {say('revokeDevice')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Password() {
  const { api, speech } = useSetting();
  const { say } = speech;
  const [password, setTyped] = useState('');
  const [proof, setProof] = useState<Proof>();
  const [lacks, setLacks] = useState<string[]>([]);
  const { start, isSending, error, forget } = useSending(
    () => setPassword(api, password, proof as Proof),
    () => setDone(true),
  );
  const [isDone, setDone] = useState(false);
  const named = { ...speech, fieldName: (path: string) => say(path === 'password' ? 'newPassword' : 'proveYourself') };
  const wrong = wrongOf(error, lacks, named).get('password');
  if (isDone) return <p role="status">{say('passwordSet')}</p>;
  return (
    <section class="stack" aria-labelledby="password">
      <h2 id="password">{say('passwordTitle')}</h2>
      <p class="soft">{say('whyPassword')}</p>
      <form
        noValidate
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const missing = [...(password === '' ? ['password'] : []), ...(proof === undefined ? ['proof'] : [])];
          setLacks(missing);
          if (missing.length === 0) start();
        }}
      >
        <Problem error={error} speech={named} lacking={lacks} />
        <div class="field">
          <label htmlFor="field-password">{say('newPassword')}</label>
          <input
            id="field-password"
            type="password"
            autocomplete="new-password"
            value={password}
            aria-invalid={wrong !== undefined}
            aria-describedby="field-password-wrong"
            onInput={({ currentTarget }) => {
              forget();
              setTyped(currentTarget.value);
            }}
          />
          <span class="bad" id="field-password-wrong">
            {wrong}
          </span>
        </div>
        <ProofField purpose="confirm" onChange={setProof} />
        <div class="row end">
          <button type="submit" class="first" disabled={isSending}>
            {say('setPassword')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** What the staff have read of the matters of the account. */
function Readings() {
  const { api, speech } = useSetting();
  const { data = [] } = useLoaded('readings', () => readings(api));
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{speech.say('readings')}</h2>
      {data.length === 0 && <p>{speech.say('noReadings')}</p>}
      <ul class="lines">
        {data.map(({ number, at, reasonName }) => (
          <li key={number}>
            {momentInWords(speech.language, at)} · {reasonName}
          </li>
        ))}
      </ul>
    </section>
  );
}
