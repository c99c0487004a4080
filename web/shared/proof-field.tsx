/** Beside the session: a code to one's own number, or the password. Neither is kept. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Purpose } from './client.ts';
import { fieldId, Problem } from './problem.tsx';
import { useSending, useSetting } from './setting.ts';

/** As the API takes it. */
export type Proof = { request: string; code: string } | { password: string };

interface Given {
  purpose: Purpose;
  onChange(proof: Proof | undefined): void;
}

export function ProofField({ purpose, onChange }: Given) {
  const { api, speech } = useSetting();
  const { say } = speech;
  const [way, setWay] = useState<'code' | 'password'>('code');
  const [number, setNumber] = useState('+7');
  const [request, setRequest] = useState<string>();
  const place = useRef<HTMLInputElement>(null);
  const asking = useSending(
    () => api.askCode(number, purpose),
    (asked) => setRequest(asked.request),
  );
  useEffect(() => {
    if (request !== undefined) place.current?.focus();
  }, [request]);
  const choose = (next: 'code' | 'password'): void => {
    setWay(next);
    onChange(undefined);
  };
  const typed = (text: string): void => {
    if (text === '') onChange(undefined);
    else if (way === 'password') onChange({ password: text });
    else if (request !== undefined) onChange({ request, code: text.trim() });
  };
  return (
    <fieldset id={fieldId('proof')} tabIndex={-1}>
      <legend>{say('proveYourself')}</legend>
      <Problem error={asking.error} speech={speech} />
      {way === 'code' && (
        <>
          <label>
            <span>{say('phone')}</span>
            <input
              type="tel"
              autocomplete="tel"
              value={number}
              readOnly={request !== undefined}
              onInput={({ currentTarget }) => setNumber(currentTarget.value)}
            />
          </label>
          {request === undefined ? (
            <button type="button" disabled={asking.isSending} onClick={asking.start}>
              {say('sendCode')}
            </button>
          ) : (
            <>
              <p role="status">{say('codeSent')}</p>
              <label>
                <span>{say('code')}</span>
                <input
                  ref={place}
                  autocomplete="one-time-code"
                  inputMode="numeric"
                  onInput={({ currentTarget }) => typed(currentTarget.value)}
                />
              </label>
            </>
          )}
        </>
      )}
      {way === 'password' && (
        <label>
          <span>{say('password')}</span>
          <input type="password" autocomplete="current-password" onInput={({ currentTarget }) => typed(currentTarget.value)} />
        </label>
      )}
      <button type="button" class="quiet" onClick={() => choose(way === 'code' ? 'password' : 'code')}>
        {say(way === 'code' ? 'proveByPassword' : 'proveByCode')}
      </button>
    </fieldset>
  );
}
