/** One task: where it stands, who waits for whom, and what its reader may do now. It follows every change. */
import { useEffect, useState } from 'preact/hooks';
import type { Command, Task } from '../../../shared/client.ts';
import type { Fact } from '../../../shared/facts.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { Title } from '../../../shared/heading.tsx';
import { History } from '../../../shared/history.tsx';
import { FilesOfSides } from '../../../shared/hung-files.tsx';
import { momentInWords, numberInWords, sumInWords } from '../../../shared/language.ts';
import { Menu } from '../../../shared/menu.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import { StatementsOfSides } from '../../../shared/statements.tsx';
import { ADDRESSES, go } from '../address.ts';
import { MoneyOfTask } from '../money/task-money.tsx';
import { PapersOf } from '../papers/paper-cards.tsx';
import { TaskCommand } from './task-command.tsx';
import { Threads } from './thread.tsx';
import { useWayOfTask, WayOfTask } from './way-of-task.tsx';

export function TaskPage({ id }: { id: string }) {
  const { api, speech, account } = useSetting();
  const { data: task, error, set } = useLoaded(`task ${id}`, () => api.task(id));
  const way = useWayOfTask();
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
  const side = account === task.customer ? 'customer' : 'contractor';
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
      <Menu
        commands={[...task.commands, ...(task.claim ? [task.claim] : [])]}
        onChoose={(command) => (command.name === 'claim' ? go(ADDRESSES.claim(task.id)) : choose(command))}
      />
      {task.warnings.map(({ message }) => (
        <p key={message} class="note">
          {message}
        </p>
      ))}
      <Silence ifNobodyActs={task.ifNobodyActs} silence={task.silence} title="ifNobodyActs" />
      <WayOfTask way={way} state={task.state} />
      <MoneyOfTask task={task} />
      <Claims task={task} />
      <PapersOf of={`task/${task.id}`} seq={task.seq} />
      <Work task={task} />
      <FilesOfSides files={task.files} />
      <Terms task={task} />
      <StatementsOfSides statements={task.statements} />
      <Threads about="task" id={task.id} side={side} isAlone={side === 'customer' && task.contractor === null} />
      <History at={`/v1/tasks/${task.id}`} seq={task.seq} />
      {chosen && <TaskCommand key={chosen.name} command={chosen} task={task} onClose={() => choose(undefined)} onDone={look} />}
    </article>
  );
}

/** The claims of a task, each on its own page. */
function Claims({ task: { progress } }: { task: Task }) {
  const { speech } = useSetting();
  const claims = progress?.claims ?? [];
  if (claims.length === 0) return null;
  return (
    <ul class="plain">
      {claims.map((id, index) => (
        <li key={id}>
          <a href={ADDRESSES.dispute(id)}>
            {speech.say('claim')} {claims.length > 1 && index + 1}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Work({ task }: { task: Task }) {
  const { speech } = useSetting();
  const { language, say, fieldName } = speech;
  const facts: Fact[] = [
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
      <Facts facts={facts} />
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
