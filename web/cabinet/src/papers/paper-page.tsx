/** One paper: it is read here, signed here, and shows who signed it, when and how. */
import { useEffect, useState } from 'preact/hooks';
import type { Command } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { Title } from '../../../shared/heading.tsx';
import { History } from '../../../shared/history.tsx';
import { Menu } from '../../../shared/menu.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSending, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import { StatementsOfSides } from '../../../shared/statements.tsx';
import { ADDRESSES } from '../address.ts';
import type { WholePaper } from './api.ts';
import { bytesAt, paperOf, signingAt } from './api.ts';
import { nameOfPaper } from './paper-cards.tsx';
import type { ReadPaper } from './read-paper.ts';
import { readPaper, saveAs } from './read-paper.ts';
import { SignForm } from './sign-form.tsx';
import { Signatures } from './signatures.tsx';

export function PaperPage({ id }: { id: string }) {
  const { api, speech, account } = useSetting();
  const { data, error, reload } = useLoaded(`paper ${id}`, async () => {
    const paper = await paperOf(api, id);
    return { paper, signing: await signingAt(api, paper.signing) };
  });
  const [chosen, choose] = useState<Command>();
  const file = useFile(data?.paper);
  useNews(reload);

  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{speech.say('loading')}</p>;
  const { paper, signing } = data;
  const party = paper.parties.find((each) => each.account === account)?.party;
  const done = (): void => {
    choose(undefined);
    reload();
  };
  return (
    <article class="stack">
      <div>
        <Title>{nameOfPaper(paper)}</Title>
        <div class="row soft">
          <span class="badge">{paper.stateName}</span>
          {paper.waitsForMe && <strong class="awaited">{speech.say('waitsForYou')}</strong>}
        </div>
      </div>
      {signing && (
        <p role="status" class="waits">
          {signing.waits}
        </p>
      )}
      <Reading paper={paper} file={file} />
      {signing && <Menu commands={signing.commands} onChoose={choose} />}
      {signing && <Silence ifNobodyActs={signing.ifNobodyActs} silence={signing.silence} title="ifNobodyActs" />}
      <Signatures paper={paper} />
      <Facts
        facts={[
          [speech.say('task'), paper.task && <a href={ADDRESSES.task(paper.task.id)}>{paper.task.title ?? speech.say('textErased')}</a>],
          [speech.say('broughtBy'), paper.broughtBy && speech.partyName(paper.broughtBy)],
          [speech.say('hashOfPaper'), <code key="hash">{paper.sha256}</code>],
        ]}
      />
      {signing && <StatementsOfSides statements={signing.statements} />}
      {signing && <History at={paper.signing} seq={signing.seq} />}
      {chosen?.name === 'sign' && signing && party ? (
        <SignForm command={chosen} signing={signing} party={party} file={file.data} onClose={() => choose(undefined)} onDone={done} />
      ) : (
        chosen && (
          <CommandForm key={chosen.name} command={chosen} stateName={paper.stateName} onClose={() => choose(undefined)} onDone={done} />
        )
      )}
    </article>
  );
}

/** The bytes that are signed, read once: what is shown is what is signed. */
function useFile(paper: WholePaper | undefined): { data: ReadPaper | undefined; error: unknown } {
  const { api } = useSetting();
  const { data, error } = useLoaded(`bytes ${paper?.sha256} ${paper?.erased}`, async () =>
    paper === undefined || paper.erased ? undefined : readPaper(await bytesAt(api, paper.links.content), paper.sha256),
  );
  useEffect(() => () => data && URL.revokeObjectURL(data.address), [data]);
  return { data, error };
}

function Reading({ paper, file: { data: file, error } }: { paper: WholePaper; file: ReturnType<typeof useFile> }) {
  const { api, speech } = useSetting();
  const name = nameOfPaper(paper).replaceAll(/[^\p{L}\p{N} .-]/gu, '-');
  const saving = useSending(
    async ({ at, extension }: { at: string; extension: string }) => saveAs(await bytesAt(api, at), `${name}.${extension}`),
    () => undefined,
  );
  if (paper.erased) return <p>{speech.say('paperErased')}</p>;
  return (
    <section aria-label={speech.say('readPaper')} class="stack">
      {(error ?? saving.error) !== undefined && <Problem error={error ?? saving.error} speech={speech} />}
      {file === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {file && !file.isTrue && <p class="note bad">{speech.say('paperNotTrue')}</p>}
      {file && (
        <div class="row">
          <a class="button first" href={file.address} target="_blank" rel="noopener">
            {speech.say('readPaper')}
          </a>
          <a class="button" href={file.address} download={`${name}.pdf`}>
            {speech.say('savePaper')}
          </a>
        </div>
      )}
      <div class="row">
        <button type="button" class="quiet" onClick={() => saving.start({ at: paper.links.copy, extension: 'pdf' })}>
          {speech.say('saveCopy')}
        </button>
        <button type="button" class="quiet" onClick={() => saving.start({ at: paper.links.package, extension: 'zip' })}>
          {speech.say('savePackage')}
        </button>
        <a href={paper.links.check} target="_blank" rel="noopener">
          {speech.say('checkPaper')}
        </a>
      </div>
    </section>
  );
}
