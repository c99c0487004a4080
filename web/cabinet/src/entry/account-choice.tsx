/** A person with several accounts says for which one they act. */
import { useState } from 'preact/hooks';
import type { Api } from '../../../shared/client.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending } from '../../../shared/setting.ts';
import type { Speech } from '../../../shared/words.ts';

interface Given {
  api: Api;
  speech: Speech;
  accounts: { id: string; name: string }[];
  onDone(): void;
}

export function AccountChoice({ api, speech, accounts, onDone }: Given) {
  const [chosen, choose] = useState(accounts[0]?.id ?? '');
  const { start, isSending, error } = useSending(() => api.actFor(chosen), onDone);
  if (accounts.length === 0) return <h1 class="plain">{speech.say('noAccount')}</h1>;
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h1>{speech.say('chooseAccount')}</h1>
      <Problem error={error} speech={speech} />
      {accounts.map(({ id, name }) => (
        <label key={id} class="choice">
          <input type="radio" name="account" value={id} checked={id === chosen} onChange={() => choose(id)} />
          <span>{name}</span>
        </label>
      ))}
      <button type="submit" class="first" disabled={isSending}>
        {speech.say('next')}
      </button>
    </form>
  );
}
