import type { AnyMachineSnapshot } from 'xstate';
import type { LifeLaw } from '../charts/index.ts';
import { choicesOf, timersOf } from '../charts/judge.ts';
import { PEOPLE } from '../charts/law.ts';
import { stateOf } from '../charts/state.ts';

/** Local time of the parties, for people who read the engine's UI. */
const clock = new Intl.DateTimeFormat('ru-KZ', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'short' });

/** A life in words, as Markdown: state, who is waited for, the next moments and what they do, who may do what. No names, no texts. */
export function describe(law: LifeLaw, snapshot: AnyMachineSnapshot, number: string, at: string): string {
  const { words, chart } = law;
  const state = stateOf(snapshot);
  const { name, waits } = words.states[state] ?? { name: { en: state }, waits: { en: '' } };
  const timers = timersOf(chart, snapshot, at).map(
    (timer) => `- ${clock.format(timer.due)}: ${words.timers[timer.name]?.en ?? timer.name} (${timer.clause})`,
  );
  const mayDo = PEOPLE.flatMap((party) => {
    const commands = choicesOf(chart, snapshot, party).map(({ name: command, clause }) => `${command} (${clause})`);
    return commands.length === 0 ? [] : [`- ${party}: ${commands.join(', ')}`];
  });
  return [`**${words.life.en} ${number}: ${name.en}**`, waits.en, '', ...timers, '', ...mayDo].join('\n').trim();
}
