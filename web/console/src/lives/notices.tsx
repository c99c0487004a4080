import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { useWords } from '../words.ts';
import { readNotices } from './api.ts';

/** Who was told what, and whether it arrived. */
export function Notices({ href }: { href: string }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded(`notices ${href}`, () => readNotices(api, href));
  if (data?.items.length === 0) return null;
  return (
    <section aria-labelledby="notices" class="stack">
      <h2 id="notices">{words('notices')}</h2>
      {error !== undefined && <Problem error={error} speech={speech} />}
      <ul class="lines">
        {data?.items.map(({ id, subject, createdAt, legal, channels, body }) => (
          <li key={id}>
            <details>
              <summary>{subject}</summary>
              <p class="text">{body}</p>
            </details>
            <span class="row soft">
              <span>{momentInWords(speech.language, createdAt)}</span>
              {legal && <span class="badge">{words('legal')}</span>}
              {channels.map(({ channel, status, settledAt }) => (
                <span key={channel} class={status === 'undeliverable' ? 'bad' : ''}>
                  {channel === 'sms' ? 'SMS' : words('byEmail')}: {words(`is-${status}`)}
                  {settledAt && `, ${momentInWords(speech.language, settledAt)}`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
