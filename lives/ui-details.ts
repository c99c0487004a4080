import type { AnyMachineSnapshot } from 'xstate';
import { choicesOf, timersOf } from '../charts/judge.ts';
import { PEOPLE } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { stateOf } from '../charts/state.ts';
import { lastMoment } from '../rules/moments.ts';

/**
 * A life in words, as Markdown for the Temporal UI: its state, who is expected to act, its timers and their consequences, and each party's commands.
 * Times are the parties' local time. It holds no names and no texts of people.
 */
export function describe({ messages, chart }: LifeType, snapshot: AnyMachineSnapshot, number: string, at: string): string {
  const state = stateOf(snapshot);
  const { name, waits } = messages.states[state] ?? { name: { en: state }, waits: { en: '' } };
  const timers = timersOf(chart, snapshot, at).map(
    (timer) =>
      `- ${lastMoment(new Date(timer.due).toISOString(), 'en')}: ${messages.timers[timer.name]?.en ?? timer.name} (${timer.clause})`,
  );
  const mayDo = PEOPLE.flatMap((party) => {
    const commands = choicesOf(chart, snapshot, party).map(({ name: command, clause }) => `${command} (${clause})`);
    return commands.length === 0 ? [] : [`- ${party}: ${commands.join(', ')}`];
  });
  return [`**${messages.life.en} ${number}: ${name.en}**`, waits.en, '', ...timers, '', ...mayDo].join('\n').trim();
}
