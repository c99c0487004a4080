/** The pages on which a claim is made: about a task, and against the operator. */
import { Title } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES, go } from '../address.ts';
import type { Claim } from './api.ts';
import { postDispute } from './api.ts';
import { ClaimForm } from './claim-form.tsx';

export function ClaimAboutTask({ id }: { id: string }) {
  const { api, speech, account } = useSetting();
  const { data: task, error } = useLoaded(`task ${id}`, () => api.task(id));
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (task === undefined) return <p role="status">{speech.say('loading')}</p>;
  const own = task.commands.find(({ name }) => name === 'claim');
  const command = own ?? task.claim;
  const other = account === task.customer ? 'contractor' : 'customer';
  const submission = task.progress?.submission?.number;
  return (
    <div class="stack">
      <Title>{speech.say('newClaim')}</Title>
      {command === undefined || command.obstacle ? (
        <p class="note">{command?.obstacle?.detail ?? speech.say('noClaimNow')}</p>
      ) : (
        <ClaimForm
          place={`claim ${account} ${id}`}
          against={speech.partyName(other)}
          subject={`№\u00a0${task.number}. ${task.title}`}
          {...(own && {
            preview: (body) => api.preview(own, { ...body, ...(body.about === 'price' && submission !== undefined && { submission }) }),
          })}
          send={(body, key) =>
            own
              ? api.give(own, { ...body, ...(body.about === 'price' && submission !== undefined && { submission }) }, key)
              : postDispute(api, { ...body, task: id, against: 'counterparty' } as unknown as Claim, key)
          }
          onSent={() => go(ADDRESSES.task(id))}
        />
      )}
    </div>
  );
}

export function ClaimAgainstOperator() {
  const { api, speech, account } = useSetting();
  return (
    <div class="stack">
      <Title>{speech.say('claimAgainstOperator')}</Title>
      <ClaimForm
        isAgainstOperator
        place={`claim ${account} operator`}
        against={speech.partyName('operator')}
        subject=""
        send={(body, key) => postDispute(api, { ...body, against: 'operator' } as unknown as Claim, key)}
        onSent={() => go(ADDRESSES.disputes)}
      />
    </div>
  );
}
