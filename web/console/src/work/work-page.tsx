/** What waits for the staff, the longest first. The list is asked anew while it is looked at. */
import { useEffect, useState } from 'preact/hooks';
import { Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';
import type { WorkItem } from './api.ts';
import { listWork, markSeen } from './api.ts';

/** Milliseconds between two looks. */
const PAUSE = 20_000;

export function WorkPage() {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error, reload } = useLoaded('work', () => listWork(api));
  const [later, setLater] = useState<{ items: WorkItem[]; next: string | null }>();
  useEffect(() => {
    const looking = setInterval(() => document.hidden || reload(), PAUSE);
    return () => clearInterval(looking);
  }, []);
  const next = later === undefined ? data?.next : later.next;
  const showMore = async (): Promise<void> => {
    const page = await listWork(api, next ?? undefined);
    setLater((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next }));
  };
  const items = [...(data?.items ?? []), ...(later?.items ?? [])];
  return (
    <div class="stack">
      <Title>{words('work')}</Title>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {data?.items.length === 0 && <p>{words('noWork')}</p>}
      {items.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{words('toDo')}</th>
              <th scope="col">{words('matter')}</th>
              <th scope="col">{words('waitsSince')}</th>
              <th scope="col">{words('due')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={`${item.kind} ${item.number}`} item={item} onSeen={reload} />
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <button type="button" onClick={() => void showMore()}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}

/** What these say is told, and no act on a life ends their waiting. */
const TOLD = ['unexpected', 'undelivered', 'damaged'];

function Row({ item, onSeen }: { item: WorkItem; onSeen(): void }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { title, kind, number, since, dueAt, href, lifeName, lifeNumber } = item;
  const { start, isSending, error } = useSending(() => markSeen(api, number), onSeen);
  return (
    <tr>
      <td>
        <a href={ADDRESSES.of(href)}>{title}</a>
        {TOLD.includes(kind) && (
          <button type="button" class="quiet" disabled={isSending} onClick={start}>
            {words('seen')}
          </button>
        )}
        {error !== undefined && <Problem error={error} speech={speech} />}
      </td>
      <td data-label={words('matter')}>
        {lifeName} № {lifeNumber}
      </td>
      <td data-label={words('waitsSince')}>{momentInWords(speech.language, since)}</td>
      <td data-label={words('due')}>{dueAt === null ? '—' : momentInWords(speech.language, dueAt)}</td>
    </tr>
  );
}
