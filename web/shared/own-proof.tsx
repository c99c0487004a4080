/** A proof beside the session that it is the person who asks: a code in an SMS to their own number, or their password. */
import { useState } from 'preact/hooks';
import type { Api } from './client.ts';
import { Problem } from './problem.tsx';
import { useLoaded, useSending, useSetting } from './setting.ts';

export interface OwnCodeProof {
  request: string;
  code: string;
}
type OwnProof = OwnCodeProof | { password: string };

interface Given<Proof> {
  purpose: Parameters<Api['askCode']>[1];
  onChange(proof: Proof | undefined): void;
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
            id="field-code"
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
export function OwnProofFields({ purpose, onChange }: Given<OwnProof>) {
  const { speech } = useSetting();
  const [way, setWay] = useState<'code' | 'password'>('code');
  return (
    <fieldset id="field-proof" tabIndex={-1}>
      <legend>{speech.say('proveYourself')}</legend>
      {way === 'code' ? (
        <OwnCode purpose={purpose} onChange={onChange} />
      ) : (
        <label>
          <span>{speech.say('password')}</span>
          <input
            id="field-code"
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
