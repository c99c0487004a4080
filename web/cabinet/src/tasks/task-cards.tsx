import type { TaskSummary } from '../../../shared/client.ts';
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';

/** Tasks as cards, which fit a phone. */
export function TaskCards({ tasks }: { tasks: readonly TaskSummary[] }) {
  const { speech } = useSetting();
  return (
    <ul class="cards">
      {tasks.map(({ id, number, title, stateName, price, startAt, dueAt, location, place }) => (
        <li key={id} class="card">
          <div class="row spread">
            <a href={ADDRESSES.task(id)}>{title}</a>
            <strong class="sum">{sumInWords(speech.language, price.amount)}</strong>
          </div>
          <div class="row soft">
            <span class="badge">{stateName}</span>
            <span>№ {number}</span>
            <span>
              {momentInWords(speech.language, startAt)} – {momentInWords(speech.language, dueAt)}
            </span>
            {(location ?? place) && <span>{location?.name ?? place}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
