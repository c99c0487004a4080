/** What people read of a task. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../../messages.ts';
import { defineMessages } from '../../messages.ts';
import { commands } from './commands.ts';
import { notices } from './notices.ts';
import { rules } from './rules.ts';
import { silence } from './silence.ts';
import { states } from './states.ts';
import { timers } from './timers.ts';

export const taskMessages = defineMessages({
  life: { kk: 'Тапсырма', ru: 'Задание', en: 'Task' },
  states,
  silence,
  commands,
  timers,
  rules,
  notices,
});

export type TaskTemplate = TemplateOf<typeof taskMessages>;
