/** Log in by a code in an SMS, or by a password. The session stays in a cookie that this page cannot read. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../../../shared/client.ts';
import { useDraft } from '../../../shared/draft.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending } from '../../../shared/setting.ts';
import type { Speech } from '../../../shared/words.ts';

interface Given {
  api: Api;
  speech: Speech;
  onDone(): void;
}

export function LogIn({ api, speech: { say, ...speech }, onDone }: Given) {
  // The number and the sent code's request outlive a reload. What proves the person does not.
  const { draft, set, drop } = useDraft<{ number: string; request?: string }>('log-in', { number: '+7' });
  const { number, request } = draft;
  const [proof, setProof] = useState('');
  const [way, setWay] = useState<'code' | 'password'>('code');
  const place = useRef<HTMLInputElement>(null);
  const asking = useSending(
    () => api.askCode(number),
    (asked) => set({ number, request: asked.request }),
  );
  const entering = useSending(
    () => (way === 'password' ? api.logInByPassword(number, proof) : api.logInByCode(request ?? '', proof.trim())),
    () => {
      drop();
      onDone();
    },
  );
  const isProving = way === 'password' || request !== undefined;
  const { start, isSending } = isProving ? entering : asking;
  const restart = (next: 'code' | 'password'): void => {
    setWay(next);
    set({ number });
    setProof('');
    asking.forget();
    entering.forget();
  };
  useEffect(() => {
    document.title = `${say('logIn')} · AkJet`;
  });
  useEffect(() => {
    if (request !== undefined) place.current?.focus();
  }, [request]);
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h1>{say('logIn')}</h1>
      <Problem error={asking.error ?? entering.error} speech={{ say, ...speech }} />
      <label>
        <span>{say('phone')}</span>
        <input
          type="tel"
          name="number"
          autocomplete="tel"
          required
          value={number}
          readOnly={request !== undefined}
          onInput={({ currentTarget }) => set({ number: currentTarget.value })}
        />
      </label>
      {request !== undefined && (
        <>
          <p role="status">{say('codeSent')}</p>
          <label>
            <span>{say('code')}</span>
            <input
              ref={place}
              name="code"
              autocomplete="one-time-code"
              inputMode="numeric"
              required
              value={proof}
              onInput={({ currentTarget }) => setProof(currentTarget.value)}
            />
          </label>
        </>
      )}
      {way === 'password' && (
        <label>
          <span>{say('password')}</span>
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            value={proof}
            onInput={({ currentTarget }) => setProof(currentTarget.value)}
          />
        </label>
      )}
      <button type="submit" class="first" disabled={isSending}>
        {say(isProving ? 'enter' : 'sendCode')}
      </button>
      <div class="row">
        {request !== undefined && (
          <button type="button" class="quiet" onClick={() => restart('code')}>
            {say('otherNumber')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => restart(way === 'code' ? 'password' : 'code')}>
          {say(way === 'code' ? 'byPassword' : 'byCode')}
        </button>
      </div>
    </form>
  );
}
