/** Log in of the staff: number, and a code in an SMS or the password. The second factor comes after it. */
import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../../../shared/client.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending } from '../../../shared/setting.ts';
import type { Speech } from '../../../shared/words.ts';
import { wordsOf } from '../words.ts';

interface Given {
  api: Api;
  speech: Speech;
  onDone(): void;
}

export function LogIn({ api, speech, onDone }: Given) {
  const { say } = speech;
  const words = wordsOf(speech);
  const [number, setNumber] = useState('+7');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [request, setRequest] = useState<string>();
  const asking = useSending(
    () => api.askCode(number),
    (asked) => setRequest(asked.request),
  );
  const entering = useSending(
    () => (request === undefined ? api.logInByPassword(number, password) : api.logInByCode(request, code.trim())),
    onDone,
  );
  useEffect(() => {
    document.title = `${words('console')} · AkJet`;
  });
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        entering.start();
      }}
    >
      <h1>{words('console')}</h1>
      <p class="soft">{words('staffOnly')}</p>
      <Problem error={entering.error ?? asking.error} speech={speech} />
      <label>
        <span>{say('phone')}</span>
        <input
          type="tel"
          name="number"
          autocomplete="tel"
          required
          value={number}
          readOnly={request !== undefined}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </label>
      {request === undefined ? (
        <label>
          <span>{say('password')}</span>
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </label>
      ) : (
        <>
          <p role="status">{say('codeSent')}</p>
          <label>
            <span>{say('code')}</span>
            <input
              name="code"
              autocomplete="one-time-code"
              inputMode="numeric"
              required
              value={code}
              onInput={({ currentTarget }) => setCode(currentTarget.value)}
            />
          </label>
        </>
      )}
      <button type="submit" class="first" disabled={entering.isSending}>
        {say('enter')}
      </button>
      {request === undefined ? (
        <button type="button" class="quiet" disabled={asking.isSending} onClick={asking.start}>
          {say('sendCode')}
        </button>
      ) : (
        <button type="button" class="quiet" onClick={() => setRequest(undefined)}>
          {say('byPassword')}
        </button>
      )}
    </form>
  );
}
