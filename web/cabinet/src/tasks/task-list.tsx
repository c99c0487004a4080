/** The tasks of the account, newest first. The list follows what happens to them. */
import { Heading } from '../../../shared/heading.tsx';
import { usePaged } from '../../../shared/paged.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useNews, useSetting } from '../../../shared/setting.ts';
import { TaskCards } from './task-cards.tsx';

export function TaskList() {
  const { api, speech } = useSetting();
  const { items, error, more, reload } = usePaged('tasks', (after) => api.tasks(after === undefined ? {} : { after: Number(after) }));
  useNews(reload);
  return (
    <div class="stack">
      <Heading word="myTasks" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {items === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {items?.length === 0 && <p>{speech.say('noTasks')}</p>}
      {items && <TaskCards tasks={items} />}
      {more && (
        <button type="button" onClick={more}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}
