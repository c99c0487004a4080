/** Letters of a task that run from the beginning of a state: reminders where only people can move it, and word of a delay. */
import { reminder } from '../law.ts';
import type { TaskTemplate } from './messages/index.ts';
import type { notify } from './orders.ts';
import { notifyBoth } from './orders.ts';

/** Reminds those who can act. An open claim or proposal is already an act, of which the other side was notified. */
export const openReminder = (clause: string, ...actions: ReturnType<typeof notify>[]) =>
  reminder(clause, { guard: 'nothingIsUnderWay', actions });

/** Notifies both parties of a delay that has lasted a while. The right to leave exists from its first minute, and the menu shows it then. */
export const lateNotice = (clause: string, template: TaskTemplate) => reminder(clause, { actions: [...notifyBoth(template)] });
