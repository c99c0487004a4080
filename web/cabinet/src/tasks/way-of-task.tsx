import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { PublishedChart, Stage } from '../../../shared/way.ts';
import { isAt, wayOf } from '../../../shared/way.ts';

/** The main states of a task, from the published chart. It is asked beside the task, so that nothing moves when it comes. */
export function useWayOfTask(): Stage[] {
  const { api } = useSetting();
  return useLoaded('chart', async () => wayOf((await api.chart()) as unknown as PublishedChart)).data ?? [];
}

/** Them, with the present one marked. */
export function WayOfTask({ way, state }: { way: readonly Stage[]; state: string }) {
  const { speech } = useSetting();
  const step = (stage: Stage) => (
    <li key={stage.id} aria-current={isAt(stage, state) ? 'step' : undefined}>
      <span>{stage.name[speech.language]}</span>
      {stage.ends.length > 0 && <ul>{stage.ends.map(step)}</ul>}
    </li>
  );
  return (
    <section aria-labelledby="way">
      <h2 id="way">{speech.say('way')}</h2>
      <ol class="way">{way.map(step)}</ol>
    </section>
  );
}
