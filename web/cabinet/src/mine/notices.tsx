/** What the account was told about itself, newest first. What came since this device last showed them is marked. */
import { useEffect, useState } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { notices } from './api.ts';

export function NoticesPage() {
  const { api, speech, account } = useSetting();
  const { language, say } = speech;
  const place = `notices seen ${account}`;
  const [seenAt] = useState(() => localStorage.getItem(place) ?? '');
  const { data, error } = useLoaded('notices', () => notices(api, account));
  const newest = data?.at(-1)?.createdAt;
  useEffect(() => {
    if (newest !== undefined) localStorage.setItem(place, newest);
  }, [place, newest]);
  return (
    <div class="stack">
      <Heading word="accountNotices" />
      <Problem error={error} speech={speech} />
      {data?.length === 0 && <p>{say('noNotices')}</p>}
      <ul class="cards">
        {data?.toReversed().map(({ id, subject, body, createdAt, legal }) => (
          <li key={id} class="card">
            <div class="row soft">
              <span>{momentInWords(language, createdAt)}</span>
              {createdAt > seenAt && <span class="badge">{say('newNotice')}</span>}
              {legal && <span>{say('legalNotice')}</span>}
            </div>
            <details>
              <summary>{subject}</summary>
              <p class="lines-kept">{body}</p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
