/** The tasks of the account, newest first. The list follows what happens to them. */
import { useEffect, useState } from 'preact/hooks';
import type { TaskSummary } from '../../../shared/client.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { TaskCards } from './task-cards.tsx';

export function TaskList() {
  const { api, speech } = useSetting();
  const { data, error, reload } = useLoaded('tasks', () => api.tasks({}));
  const [older, setOlder] = useState<{ items: TaskSummary[]; next: string | null }>();
  useEffect(() => {
    const over = new AbortController();
    void api.followAccount(reload, over.signal);
    return () => over.abort();
  }, []);
  const next = older === undefined ? data?.next : older.next;
  const showOlder = async (): Promise<void> => {
    const page = await api.tasks({ after: Number(next) });
    setOlder((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next }));
  };
  return (
    <div class="stack">
      <Heading word="myTasks" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {data?.items.length === 0 && <p>{speech.say('noTasks')}</p>}
      {data && <TaskCards tasks={[...data.items, ...(older?.items ?? [])]} />}
      {next && (
        <button type="button" onClick={() => void showOlder()}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}
