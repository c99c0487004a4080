/** The page of a life that is no task: where it stands, what its reader may do, and what happened. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { components } from '../../../shared/api.ts';
import type { Command } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { Title } from '../../../shared/heading.tsx';
import { History } from '../../../shared/history.tsx';
import { FilesOfSides } from '../../../shared/hung-files.tsx';
import { Menu } from '../../../shared/menu.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import { StatementsOfSides } from '../../../shared/statements.tsx';
import { PapersOf } from '../papers/paper-cards.tsx';

type Life = Pick<
  components['schemas']['DebtLife'],
  'id' | 'number' | 'seq' | 'stateName' | 'waits' | 'commands' | 'ifNobodyActs' | 'silence' | 'statements' | 'files'
>;

interface Given<Own> {
  /** Its address in the API. */
  at: string;
  /** `debt/<id>`: of a life that has papers. */
  papersOf?: string;
  title(life: Own): string;
  /** What its commands answer, as it was read. */
  read?(life: Own, command: Command): Values;
  /** How a field of a command is chosen that nobody types, such as another life. */
  choice?(life: Own, command: Command): Parameters<typeof CommandForm>[0]['choice'];
  children(life: Own): ComponentChildren;
  /** What stands after what the sides wrote. */
  after?(life: Own): ComponentChildren;
}

export function LifePage<Own extends Life>({ at, papersOf, title, read, choice, children, after }: Given<Own>) {
  const { api, speech } = useSetting();
  const { data: life, error, reload } = useLoaded(at, () => dataOf(api.client.GET(at as never)) as Promise<Own>);
  const [chosen, choose] = useState<{ command: Command; life: Own }>();
  useNews(reload);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (life === undefined) return <p role="status">{speech.say('loading')}</p>;
  const chosenOtherwise = chosen && choice?.(chosen.life, chosen.command);
  const done = (): void => {
    choose(undefined);
    reload();
  };
  return (
    <article class="stack">
      <div>
        <Title>{title(life)}</Title>
        <span class="badge">{life.stateName}</span>
      </div>
      <p role="status" class="waits">
        {life.waits}
      </p>
      <Menu commands={life.commands} onChoose={(command) => choose({ command, life })} />
      <Silence ifNobodyActs={life.ifNobodyActs} silence={life.silence} title="ifNobodyActs" />
      {children(life)}
      {papersOf && <PapersOf of={papersOf} seq={life.seq} />}
      <StatementsOfSides statements={life.statements} />
      <FilesOfSides files={life.files} />
      {after?.(life)}
      <History at={at} seq={life.seq} />
      {chosen && (
        <CommandForm
          key={chosen.command.name}
          command={chosen.command}
          stateName={chosen.life.stateName}
          read={read?.(chosen.life, chosen.command) ?? {}}
          {...(chosenOtherwise && { choice: chosenOtherwise })}
          onClose={() => choose(undefined)}
          onDone={done}
        />
      )}
    </article>
  );
}
