/** One task: where it stands, who waits for whom, and what its reader may do now. It follows every change. */
import { useEffect, useState } from 'preact/hooks';
import type { Command, Task } from '../../shared/client.ts';
import { momentInWords, numberInWords, sumInWords } from '../../shared/language.ts';
import { ADDRESSES, go } from './address.ts';
import { CommandForm } from './command-form.tsx';
import { Title } from './heading.tsx';
import { Problem } from './problem.tsx';
import { useLoaded, useSetting } from './setting.ts';
import { Silence } from './silence.tsx';
import { Threads } from './thread.tsx';
import { WayOfTask } from './way-of-task.tsx';

export function TaskPage({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const { data: task, error, set } = useLoaded(`task ${id}`, () => api.task(id));
  const [chosen, choose] = useState<Command>();
  const isLoaded = task !== undefined;
  useEffect(() => {
    if (task === undefined) return;
    const over = new AbortController();
    void api.followTask(id, task.seq, set, over.signal);
    return () => over.abort();
  }, [isLoaded, id]);

  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (task === undefined) return <p role="status">{speech.say('loading')}</p>;
  /** A command may end what its giver sees of the task. */
  const look = (): void => void api.task(id).then(set, () => go(ADDRESSES.tasks));
  return (
    <article class="stack">
      <div>
        <Title>{task.title}</Title>
        <div class="row soft">
          <span class="badge">{task.stateName}</span>
          <span>№ {task.number}</span>
          <strong>{sumInWords(speech.language, task.price.amount)}</strong>
        </div>
      </div>
      <p role="status" class="waits">
        {task.waits}
      </p>
      <Menu task={task} onChoose={choose} />
      {task.warnings.map(({ message }) => (
        <p key={message} class="note">
          {message}
        </p>
      ))}
      <Silence ifNobodyActs={task.ifNobodyActs} silence={task.silence} title="ifNobodyActs" />
      <WayOfTask state={task.state} />
      <Work task={task} />
      <Terms task={task} />
      <Threads task={task} />
      {chosen && <CommandForm key={chosen.name} command={chosen} task={task} onClose={() => choose(undefined)} onDone={look} />}
    </article>
  );
}

/** The buttons are the menu of the API, in its order, and nothing else. */
function Menu({ task, onChoose }: { task: Task; onChoose(command: Command): void }) {
  const { speech } = useSetting();
  const commands = [...task.commands, ...(task.claim ? [task.claim] : [])];
  return (
    <section aria-labelledby="menu">
      <h2 id="menu">{speech.say('now')}</h2>
      {commands.length === 0 && <p>{speech.say('nothingToDo')}</p>}
      <div class="menu">
        {commands.map((command, index) => (
          <button
            key={command.name}
            type="button"
            class={index === 0 ? 'first' : ''}
            data-command={command.name}
            onClick={() => onChoose(command)}
          >
            {command.title}
          </button>
        ))}
      </div>
    </section>
  );
}

function Work({ task }: { task: Task }) {
  const { speech } = useSetting();
  const { language, say, fieldName } = speech;
  const facts: [string, string | null | undefined][] = [
    [say('from'), momentInWords(language, task.startAt)],
    [say('until'), momentInWords(language, task.dueAt)],
    [say('district'), task.location?.name],
    [fieldName('place'), task.place],
    [fieldName('address'), task.contacts?.address],
    [say('contactPhone'), task.contacts?.phone],
    [fieldName('description'), task.description],
    [fieldName('hazards'), task.hazards],
    [fieldName('measures'), task.measures],
    [fieldName('requirements'), task.requirements],
  ];
  return (
    <section aria-labelledby="work" class="stack">
      <h2 id="work">{say('work')}</h2>
      <ul class="lines">
        {task.lines.map(({ id, name, unit, quantity, unitPrice, amount }) => (
          <li key={id} class="row spread">
            <span>
              {name}
              <span class="soft">
                {' '}
                {numberInWords(language, quantity)} {unit} × {sumInWords(language, unitPrice)}
              </span>
            </span>
            <span class="sum">{sumInWords(language, amount)}</span>
          </li>
        ))}
      </ul>
      <dl>
        {facts.flatMap(([name, value]) =>
          value
            ? [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
    </section>
  );
}

function Terms({ task }: { task: Task }) {
  const { speech } = useSetting();
  return (
    <details>
      <summary>{speech.say('terms')}</summary>
      <dl>
        {task.terms.map(({ name, title, text, usual }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              {text} {!usual && <span class="badge">{speech.say('unusual')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
