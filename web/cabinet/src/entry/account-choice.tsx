/** A person with several accounts says for which one they act, or registers another. */
import { useState } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { Invitations } from './invitations.tsx';

export function AccountChoice() {
  const { api, speech, account } = useSetting();
  const { data, error, reload } = useLoaded('own accounts', api.accounts);
  const [picked, pick] = useState<string>();
  const accounts = data?.items ?? [];
  const chosen = picked ?? (account || accounts[0]?.id);
  // Everything that is shown is of one account: the page begins anew with another.
  const choosing = useSending(
    () => api.actFor(chosen ?? ''),
    () => location.assign(ADDRESSES.account),
  );
  return (
    <div class="stack">
      <Heading word="chooseAccount" />
      <Invitations onAccepted={reload} />
      <Problem error={error ?? choosing.error} speech={speech} />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          choosing.start();
        }}
      >
        {accounts.map(({ id, name, kind }) => (
          <label key={id} class="choice">
            <input type="radio" name="account" value={id} checked={id === chosen} onChange={() => pick(id)} />
            <span>
              {name} <span class="soft">{speech.choiceName(kind)}</span>
            </span>
          </label>
        ))}
        <button type="submit" class="first" disabled={choosing.isSending}>
          {speech.say('next')}
        </button>
      </form>
      {account !== '' && <a href={ADDRESSES.newAccount}>{speech.say('registerAnother')}</a>}
    </div>
  );
}
