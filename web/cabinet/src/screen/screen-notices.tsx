/** Notices on the screen of this device: the browser asks the person only once they have clicked. */
import { useState } from 'preact/hooks';
import { dataOf } from '../../../shared/client.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { canBeNotified, subscribeHere, unsubscribeHere } from '../worker.ts';

export function ScreenNotices() {
  const { api, speech } = useSetting();
  const { client } = api;
  const { say } = speech;
  const { data, error, set } = useLoaded('push', () => dataOf(client.GET('/v1/push')));
  const [isForbidden, setForbidden] = useState(false);
  const turning = useSending(
    async () => {
      if (data?.on) {
        await unsubscribeHere();
        return dataOf(client.DELETE('/v1/push'));
      }
      const subscription = await subscribeHere(data?.key ?? '');
      setForbidden(subscription === undefined);
      if (subscription === undefined) return undefined;
      const { endpoint, keys } = subscription.toJSON();
      return dataOf(client.PUT('/v1/push', { body: { endpoint, keys } as never }));
    },
    (state) => state && set(state),
  );
  const isOffered = data !== undefined && data.key !== null && canBeNotified();
  return (
    <div class="stack">
      <Heading word="screenNotices" />
      <Problem error={error ?? turning.error} speech={speech} />
      <p>{say('whatNoticesSay')}</p>
      <p role="status">
        {data?.on && say('noticesOn')}
        {isForbidden && say('noticesForbidden')}
        {data?.key === null && say('noticesNotSent')}
        {!canBeNotified() && say('noticesNotHere')}
      </p>
      {isOffered && (
        <button type="button" class="first" disabled={turning.isSending} onClick={turning.start}>
          {say(data.on ? 'turnOff' : 'turnOn')}
        </button>
      )}
    </div>
  );
}
