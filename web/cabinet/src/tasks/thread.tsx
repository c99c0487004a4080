/** What the parties write to each other about a task or a dispute. It follows what the other side writes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message, Topic } from '../../../shared/client.ts';
import { momentInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSending, useSetting } from '../../../shared/setting.ts';

interface Shown {
  id: string;
  with: string;
  items: Message[];
}

interface Given {
  about: Topic;
  id: string;
  /** Which side the reader is on. */
  side: 'customer' | 'contractor';
  /** Nobody is there yet to write to. */
  isAlone?: boolean;
}

export function Threads({ about, id, side, isAlone = false }: Given) {
  const { api, speech, readAt } = useSetting();
  const { data, error, reload } = useLoaded(`threads ${about} ${id}`, async (): Promise<Shown[]> => {
    const threads = await api.threads(about, id);
    return Promise.all(threads.map(async ({ id: thread, with: other }) => ({ id: thread, with: other, ...(await api.messages(thread)) })));
  });
  useNews(reload);
  // Whoever reads a message has it marked as read, once.
  const marked = useRef(new Map<string, number>());
  useEffect(() => {
    for (const { id: thread, items } of data ?? []) {
      const unread = items.flatMap((each) => (each.kind === 'message' && each.by !== side && each.read === false ? [each.number] : []));
      const last = unread.at(-1);
      if (last === undefined || (marked.current.get(thread) ?? 0) >= last) continue;
      marked.current.set(thread, last);
      // It is only a mark: where it fails, the next look makes it.
      api.markRead(thread, last).catch(() => marked.current.delete(thread));
    }
  }, [data, side, api]);
  if (data === undefined || (isAlone && data.length === 0))
    return error === undefined || readAt !== undefined ? null : <Problem error={error} speech={speech} />;
  return (
    <section class="stack" aria-labelledby="messages">
      <h2 id="messages">{speech.say('messages')}</h2>
      {data.length === 0 && <p class="soft">{speech.say('noMessages')}</p>}
      {data.map((each) => (
        <div key={each.id} class="stack">
          {data.length > 1 && <h3>{each.with}</h3>}
          <ol class="messages" aria-live="polite">
            {each.items.map((item) => (
              <Line key={`${item.kind} ${item.seq}`} item={item} isOwn={item.by === side} />
            ))}
          </ol>
        </div>
      ))}
      <Writing about={about} id={id} onSaid={reload} />
    </section>
  );
}

function Line({ item, isOwn }: { item: Message; isOwn: boolean }) {
  const { speech } = useSetting();
  const at = momentInWords(speech.language, item.at);
  if (item.kind === 'event')
    return (
      <li class="event soft">
        {item.title} · {at}
      </li>
    );
  return (
    <li class={isOwn ? 'own' : ''}>
      <div class="soft">
        {isOwn ? speech.say('you') : item.name} · {at}
        {isOwn && item.read && ` · ${speech.say('readByOther')}`}
      </div>
      <p>{item.text ?? <em>{speech.say('withdrawn')}</em>}</p>
      {item.masked && <small>{item.masked}</small>}
    </li>
  );
}

function Writing({ about, id, onSaid }: Pick<Given, 'about' | 'id'> & { onSaid(): void }) {
  const { api, speech } = useSetting();
  const [text, setText] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { start, isSending, error } = useSending(
    () => api.say(about, id, text, key),
    () => {
      setText('');
      setKey(crypto.randomUUID());
      onSaid();
    },
  );
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      {error !== undefined && <Problem error={error} speech={speech} />}
      <label>
        <span>{speech.say('message')}</span>
        <textarea
          class="low"
          name="text"
          required
          maxLength={4_000}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="row end">
        <button type="submit" disabled={isSending}>
          {speech.say('send')}
        </button>
      </div>
    </form>
  );
}
