/** The page of what happens in each state if nobody acts: a timer's consequence, or the text that nothing happens by itself. */
import { lifeTypes } from '../charts/index.ts';
import type { WaitsFor } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import type { PublishedChart, PublishedState, PublishedTransition } from '../charts/publish.ts';
import { published } from '../charts/publish.ts';

const HEAD = `# What happens if nobody acts

Written by \`npm run silence\` from the charts. A test holds that this page is current.

Every state of a life has a timer with a consequence, or a text that says that nothing happens by itself. In the second case the API's \`ifNobodyActs\` is
null, and \`silence\` gives that text in the reader's language. A test explores every chart and fails for a state that has neither.

A timer counts only while its moment is set. Some states therefore have both a consequence and a text; the text applies once the moment has passed. A life can
be in several states at once, such as a task's work and a hold. The API then gives all their texts.

Each state with a text names who or what must act next:

| Waits for | Reminders |
| --- | --- |
| people | The people who can act get reminders some working days after the state was entered (\`openReminderWorkingDays\`). No others follow. |
| staff | None: the matter is on the work list of the operator's staff. |
| platform | None: the life waits for the provider, a bank or the platform itself, and no user can speed it up. |
| another life | None: the other life has its own terms and reminders. |
| nothing | None: the life waits for nothing. |

A life that waits for people, staff or platform for longer than \`standingDays\` is on the work list of the operator's staff
(\`GET /v1/operator/work?kind=standing\`).`;

const WAITS_FOR: Record<WaitsFor, string> = {
  people: 'people',
  staff: 'staff',
  platform: 'platform',
  otherLife: 'another life',
  nothing: 'nothing',
};

/** The page. */
export const silenceTable = (given: Record<string, LifeType> = lifeTypes): string =>
  `${[HEAD, ...Object.values(given).flatMap(sectionOf)].join('\n\n')}\n`;

function sectionOf(law: LifeType): string[] {
  const chart = published(law);
  const rows = chart.states.flatMap((state) => rowsOf(law, chart, state));
  const head = ['State', 'Consequence of time', 'Clause', 'Nothing happens by itself: what people may do', 'Clause', 'Waits for'];
  return [`## ${law.messages.life.en}`, [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

function rowsOf({ messages }: LifeType, { life, regions, states, transitions }: PublishedChart, state: PublishedState): string[][] {
  const { id, type, openEnded, waitsFor } = state;
  const [first = life] = regions;
  const keyOf = (of: string): string => of.slice((of.startsWith(`${first}.`) ? first : life).length + 1);
  const passes = transitions.some(({ from, event, when }) => from === id && event === '' && when === undefined);
  if (type !== 'atomic' || passes || isInitial(states, state, first)) return [];
  const nameOf = (of: string): string => states.find((each) => each.id === of)?.words?.name.en ?? keyOf(of);
  const timers = transitions.filter(({ from, delay, reminder }) => delay !== undefined && !reminder && `${id}.`.startsWith(`${from}.`));
  const own = timers.length > 0 || openEnded !== undefined;
  if (!own && !id.startsWith(`${first}.`)) return [];
  const leadsTo = ({ delay = '', targets: [target] }: PublishedTransition): string =>
    `${messages.timers[delay]?.en ?? delay}${target === undefined ? '' : ` → ${nameOf(target)}`}`;
  return [
    [
      state.words ? `${state.words.name.en} (\`${keyOf(id)}\`)` : `\`${keyOf(id)}\``,
      unique(timers.map(leadsTo)).join('<br>') || (own ? '' : 'That of the other active states.'),
      unique(timers.map(({ clause = '' }) => clause)).join(', '),
      openEnded === undefined ? '' : (messages.silence?.[keyOf(id)]?.en ?? ''),
      openEnded ?? '',
      waitsFor === undefined ? '' : WAITS_FOR[waitsFor],
    ],
  ];
}

/** Whether a life does not exist yet in this state. */
const isInitial = (states: PublishedState[], { id }: PublishedState, first: string): boolean =>
  states.some((around) => around.id === first && around.initial === id);

const unique = (each: string[]): string[] => [...new Set(each)];
