import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { readWay } from './api.ts';

/** The main states of a life from its published chart, each with what it waits for. */
export function WayExplained({ life }: { life: string }) {
  const { api, speech } = useSetting();
  const { data = [] } = useLoaded(`way ${life}`, () => readWay(api, life));
  const { language, say } = speech;
  return (
    <ol class="steps">
      {data.map(({ id, name, waits, ends }) => (
        <li key={id}>
          <strong>{name[language]}</strong>
          <p>{waits[language]}</p>
          {ends.map((end) => (
            <p key={end.id} class="soft">
              {say('otherEnd')}: {end.name[language]}. {end.waits[language]}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
