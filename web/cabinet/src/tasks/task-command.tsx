/** The form of a command of a task: what it answers and what it changes is read from the task. */
import { useState } from 'preact/hooks';
import type { Command, Task } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { useLoaded, useSetting } from '../../../shared/setting.ts';

interface Given {
  command: Command;
  task: Task;
  onClose(): void;
  onDone(): void;
}

const readOf = ({ version, progress }: Task): Values => ({
  version,
  submission: progress?.submission?.number,
  proposal: (progress?.amendment ?? progress?.cancellation)?.number,
  report: progress?.report,
  notice: progress?.notice,
  briefing: progress?.briefingNumber,
});

/** The work as a command that changes it takes it. Its price is what the lines come to, unless another is typed. */
const workOf = ({ price: _, ...task }: Task): Values => ({
  ...task,
  requires: task.requires.map(({ code }) => code),
  location: task.location && { place: task.location.place, point: task.location.point },
});

const takes = ({ input }: Command, name: string): boolean => name in ((input as { properties?: object }).properties ?? {});

export function TaskCommand({ command, task: shown, onClose, onDone }: Given) {
  // As it was read when the form was opened: an answer to something else is refused.
  const [task] = useState(shown);
  const choice = takes(command, 'response') && {
    names: ['response', 'contractor'],
    show: (values: Values, change: (values: Values) => void) => (
      <Responses task={task} value={values.response} onChange={(chosen) => change({ ...values, ...chosen })} />
    ),
  };
  return (
    <CommandForm
      {...{ command, task, onClose, onDone, ...(choice && { choice }) }}
      stateName={task.stateName}
      read={readOf(task)}
      first={takes(command, 'lines') ? workOf(task) : undefined}
      late={<Changes task={task} />}
    />
  );
}

/** What others did since the form was opened. */
function Changes({ task }: { task: Task }) {
  const { api, speech } = useSetting();
  const { data } = useLoaded(`events ${task.id}`, () => api.taskEvents(task.id));
  const happened = data?.items.filter(({ seq }) => seq > task.seq) ?? [];
  if (happened.length === 0) return null;
  return (
    <ul>
      {happened.map(({ seq, title, at }) => (
        <li key={seq}>
          {title} · {momentInWords(speech.language, at)}
        </li>
      ))}
    </ul>
  );
}

interface GivenResponses {
  task: Task;
  value: unknown;
  onChange(chosen: { response: number; contractor: string }): void;
}

/** Of those who have responded, one is chosen. */
function Responses({ task, value, onChange }: GivenResponses) {
  const { speech } = useSetting();
  return (
    <fieldset id="field-response" tabIndex={-1}>
      <legend>{speech.say('response')}</legend>
      {task.responses.map(({ number, contractor, price, message }) => (
        <label key={number} class="choice">
          <input type="radio" name="response" checked={value === number} onChange={() => onChange({ response: number, contractor })} />
          <span>
            {task.contractors?.find(({ id }) => id === contractor)?.name} · {sumInWords(speech.language, (price ?? task.price).amount)}
            {message && <span class="soft"> {message}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
