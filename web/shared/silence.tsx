import { Clause } from './clause.tsx';
import type { Task } from './client.ts';
import { Countdown } from './countdown.tsx';
import { momentInWords } from './language.ts';
import { useSetting } from './setting.ts';
import type { Word } from './words.ts';

interface Given extends Pick<Task, 'ifNobodyActs' | 'silence'> {
  title: Word;
}

/** What happens by itself and when, or that nothing does. */
export function Silence({ ifNobodyActs, silence, title }: Given) {
  const { speech } = useSetting();
  if (ifNobodyActs === null && silence.length === 0) return null;
  return (
    <section class="note">
      <h2>{speech.say(title)}</h2>
      {ifNobodyActs && (
        <p>
          {ifNobodyActs.title}
          <br />
          <strong>
            <Countdown to={ifNobodyActs.at} />
          </strong>{' '}
          <span class="soft">
            {momentInWords(speech.language, ifNobodyActs.at)} <Clause clause={ifNobodyActs.clause} />
          </span>
          {ifNobodyActs.unconfirmed && <span class="soft"> {speech.say('unconfirmed')}</span>}
        </p>
      )}
      {silence.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
    </section>
  );
}
