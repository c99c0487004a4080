/** A proof beside the session that it is the person who asks: a code in an SMS to their own number, or their password. */
import { useState } from 'preact/hooks';
import type { Purpose } from './client.ts';
import { fieldId, Problem } from './problem.tsx';
import { useLoaded, useSending, useSetting } from './setting.ts';

export interface OwnCodeProof {
  request: string;
  code: string;
}
/** As the API takes it. */
export type Proof = OwnCodeProof | { password: string };

interface Given<Made> {
  purpose: Purpose;
  onChange(proof: Made | undefined): void;
}

export function OwnCode({ purpose, onChange }: Given<OwnCodeProof>) {
  const { api, speech } = useSetting();
  const own = useLoaded('own number', api.accounts);
  const [request, setRequest] = useState<string>();
  const [code, setCode] = useState('');
  const asking = useSending(
    () => api.askCode(own.data?.number ?? '', purpose),
    (asked) => {
      setRequest(asked.request);
      setCode('');
      onChange(undefined);
    },
  );
  const error = own.error ?? asking.error;
  return (
    <div class="stack">
      {error !== undefined && <Problem error={error} speech={speech} />}
      <div class="row">
        <button type="button" disabled={own.data === undefined || asking.isSending} onClick={asking.start}>
          {speech.say(request === undefined ? 'sendCode' : 'sendCodeAgain')}
        </button>
        <span class="soft">{own.data?.number}</span>
      </div>
      {request !== undefined && (
        <label>
          <span>{speech.say('code')}</span>
          <input
            name="code"
            autocomplete="one-time-code"
            inputMode="numeric"
            required
            value={code}
            onInput={({ currentTarget: { value } }) => {
              setCode(value);
              onChange(value.trim() === '' ? undefined : { request, code: value.trim() });
            }}
          />
        </label>
      )}
    </div>
  );
}

/** By a code, or by the password where the person prefers it. */
export function ProofField({ purpose, onChange }: Given<Proof>) {
  const { speech } = useSetting();
  const [way, setWay] = useState<'code' | 'password'>('code');
  return (
    <fieldset id={fieldId('proof')} tabIndex={-1}>
      <legend>{speech.say('proveYourself')}</legend>
      {way === 'code' ? (
        <OwnCode purpose={purpose} onChange={onChange} />
      ) : (
        <label>
          <span>{speech.say('password')}</span>
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            onInput={({ currentTarget: { value } }) => onChange(value === '' ? undefined : { password: value })}
          />
        </label>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          setWay(way === 'code' ? 'password' : 'code');
          onChange(undefined);
        }}
      >
        {speech.say(way === 'code' ? 'proveByPassword' : 'proveByCode')}
      </button>
    </fieldset>
  );
}
