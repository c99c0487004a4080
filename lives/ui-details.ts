import type { AnyMachineSnapshot } from 'xstate';
import { choicesOf, timersOf } from '../charts/judge.ts';
import { PEOPLE } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { stateOf } from '../charts/state.ts';

/** Local time of the parties, for people who read the engine's UI. */
const clock = new Intl.DateTimeFormat('ru-KZ', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'short' });

/** A life in words, as Markdown: state, who is waited for, the next moments and what they do, who may do what. No names, no texts. */
export function describe(law: LifeType, snapshot: AnyMachineSnapshot, number: string, at: string): string {
  const { messages, chart } = law;
  const state = stateOf(snapshot);
  const { name, waits } = messages.states[state] ?? { name: { en: state }, waits: { en: '' } };
  const timers = timersOf(chart, snapshot, at).map(
    (timer) => `- ${clock.format(timer.due)}: ${messages.timers[timer.name]?.en ?? timer.name} (${timer.clause})`,
  );
  const mayDo = PEOPLE.flatMap((party) => {
    const commands = choicesOf(chart, snapshot, party).map(({ name: command, clause }) => `${command} (${clause})`);
    return commands.length === 0 ? [] : [`- ${party}: ${commands.join(', ')}`];
  });
  return [`**${messages.life.en} ${number}: ${name.en}**`, waits.en, '', ...timers, '', ...mayDo].join('\n').trim();
}
