/** Any life: where it stands, what may be done with it, what it is, its chain, its notices, and what the platform does for it. */
import { useState } from 'preact/hooks';
import type { Command } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Menu } from '../../../shared/menu.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';
import type { Life } from './api.ts';
import { readInside, readLife } from './api.ts';
import { Chain } from './chain.tsx';
import { Documents } from './documents.tsx';
import { Facts } from './facts.tsx';
import { Effects, Postings, Related } from './inside.tsx';
import { Notices } from './notices.tsx';
import { Picture } from './picture.tsx';
import { titledBy } from './titles.ts';

/** `path`: as in the API, `disputes/<id>`. What follows the id names a part of the same page. */
export function LifePage({ path }: { path: string }) {
  const [folder = '', id = ''] = path.split('/');
  const kind = folder.replace(/s$/, '');
  const href = `/v1/${folder}/${id}`;
  const setting = useSetting();
  const { api, speech } = setting;
  const words = useWords();
  const { data: life, error, reload } = useLoaded(href, () => readLife(api, href));
  const inside = useLoaded(`inside ${href}`, () => readInside(api, kind, id));
  const [chosen, choose] = useState<Command>();
  const [proposed, setProposed] = useState<string>();

  const failed = error ?? inside.error;
  if (failed !== undefined) return <Problem error={failed} speech={speech} />;
  if (life === undefined || inside.data === undefined) return <p role="status">{speech.say('loading')}</p>;
  const { matter, dueAt, fault, effects, postings, related } = inside.data;
  const look = (): void => {
    reload();
    inside.reload();
  };
  const done = (answer: object): void => {
    if ('proposedBy' in answer && 'id' in answer) setProposed(String(answer.id));
    look();
  };
  return (
    <article class="stack">
      <div>
        <Title>
          {matter.lifeName} № {matter.number}
        </Title>
        <div class="row soft">
          <span class="badge">{life.stateName ?? matter.stateName}</span>
          {matter.title && <strong>{matter.title}</strong>}
          {dueAt && (
            <span>
              {words('due')}: {momentInWords(speech.language, dueAt)}
            </span>
          )}
          <button type="button" class="quiet" onClick={look}>
            {words('lookAgain')}
          </button>
        </div>
      </div>
      <p role="status" class="waits">
        {life.waits}
      </p>
      {proposed && (
        <p class="note" role="status">
          {words('isProposed')} <a href={ADDRESSES.proposal(proposed)}>{words('toProposal')}</a>
        </p>
      )}
      <Stuck effects={effects} fault={fault} />
      <Menu commands={life.commands} onChoose={choose} />
      <Silence ifNobodyActs={life.ifNobodyActs} silence={life.silence} title="ifNobodyActs" />
      <Documents of={life} />
      <Facts of={life} />
      <Statements of={life} />
      <Related matters={related} />
      <Picture kind={kind} active={life.active ?? []} />
      <Chain href={href} fault={fault} />
      <Notices href={href} />
      <Effects effects={effects} />
      <Postings postings={postings} />
      {chosen && (
        <SettingContext.Provider value={{ ...setting, speech: titledBy(speech, chosen) }}>
          <CommandForm
            key={chosen.name}
            command={chosen}
            stateName={life.stateName}
            read={readOf(chosen, life)}
            onClose={() => choose(undefined)}
            onDone={done}
          />
        </SettingContext.Provider>
      )}
    </article>
  );
}

/** What a command answers is what was read: nobody types it. */
function readOf({ input }: Command, life: Life): Values {
  const { properties = {} } = input as { properties?: object };
  if (!('version' in properties)) return {};
  const [courtAct, submissions] = [life.courtAct as { version?: number } | null, life.submissions as { version: number }[] | undefined];
  return { version: life.version ?? submissions?.at(-1)?.version ?? courtAct?.version };
}

/** What the platform could not do, or what does not hold: the first thing to know of a life that does not move. */
function Stuck({
  effects,
  fault,
}: {
  effects: readonly { title: string; open: boolean; tries: number; fault: string | null }[];
  fault: object | null;
}) {
  const words = useWords();
  const failing = effects.filter(({ open, fault: why }) => open && why !== null);
  if (failing.length === 0 && fault === null) return null;
  return (
    <section class="note bad" aria-labelledby="stuck">
      <h2 id="stuck">{words('stuck')}</h2>
      {fault && <p>{words('chainBroken')}</p>}
      {failing.map(({ title, tries, fault: why }, index) => (
        <p key={index}>
          {title}: {words('tries')} {tries}. {why}
        </p>
      ))}
    </section>
  );
}

/** What people wrote with their commands. */
function Statements({ of: { statements = [] } }: { of: Life }) {
  const { speech } = useSetting();
  const words = useWords();
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby="statements" class="stack">
      <h2 id="statements">{words('statements')}</h2>
      <ul class="lines">
        {statements.map(({ seq, at, title, by, words: said }) => (
          <li key={seq}>
            <span class="soft">
              {momentInWords(speech.language, at)} · {words(`by-${by}`)} · {title}
            </span>
            {Object.values(said).map((text, index) => typeof text === 'string' && <p key={index}>{text}</p>)}
          </li>
        ))}
      </ul>
    </section>
  );
}
