import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { PublishedChart, Stage } from '../../../shared/way.ts';
import { isAt, wayOf } from '../../../shared/way.ts';

/** The main states of a task from the published chart, with its present one marked. */
export function WayOfTask({ state }: { state: string }) {
  const { api, speech } = useSetting();
  const { data = [] } = useLoaded('chart', async () => wayOf((await api.chart()) as unknown as PublishedChart));
  const step = (stage: Stage) => (
    <li key={stage.id} aria-current={isAt(stage, state) ? 'step' : undefined}>
      <span>{stage.name[speech.language]}</span>
      {stage.ends.length > 0 && <ul>{stage.ends.map(step)}</ul>}
    </li>
  );
  return (
    <section aria-labelledby="way">
      <h2 id="way">{speech.say('way')}</h2>
      <ol class="way">{data.map(step)}</ol>
    </section>
  );
}
