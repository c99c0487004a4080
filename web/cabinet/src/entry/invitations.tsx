import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import type { Invitation } from './api.ts';
import { answerInvitation, invitations } from './api.ts';

/** Who wants the person to act for their account. */
export function Invitations({ onAccepted }: { onAccepted(): void }) {
  const { api, speech } = useSetting();
  const { data = [], reload } = useLoaded('invitations', () => invitations(api));
  if (data.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">{speech.say('invitations')}</h2>
      <ul class="cards">
        {data.map((each) => (
          <OneInvitation key={each.id} invitation={each} onAccepted={onAccepted} onDeclined={reload} />
        ))}
      </ul>
    </section>
  );
}

interface Given {
  invitation: Invitation;
  onAccepted(): void;
  onDeclined(): void;
}

function OneInvitation({ invitation: { id, account, invitedBy, roles, until }, onAccepted, onDeclined }: Given) {
  const { api, speech } = useSetting();
  const accepting = useSending(() => answerInvitation(api, id, 'accept'), onAccepted);
  const declining = useSending(() => answerInvitation(api, id, 'decline'), onDeclined);
  return (
    <li class="card">
      <strong>{account.name}</strong>
      <span class="soft">
        {speech.say('invitedBy')} {invitedBy} · {speech.say('validUntil')} {momentInWords(speech.language, until)}
      </span>
      {roles.map(({ role, allows }) => (
        <p key={role}>
          {speech.choiceName(role)}: {allows}
        </p>
      ))}
      <Problem error={accepting.error ?? declining.error} speech={speech} />
      <div class="row">
        <button type="button" class="first" disabled={accepting.isSending} onClick={accepting.start}>
          {speech.say('acceptInvitation')}
        </button>
        <button type="button" disabled={declining.isSending} onClick={declining.start}>
          {speech.say('declineInvitation')}
        </button>
      </div>
    </li>
  );
}
