import { useSetting } from './setting.ts';

/** The clause of the offer that something carries out. What the platform adds by itself has none. */
export function Clause({ clause }: { clause: string }) {
  const { speech } = useSetting();
  return clause === 'platform' ? null : <span class="soft">{speech.say('clause').replace('{clause}', clause)}</span>;
}
