/** Papers as cards: those that wait for the reader first. */
import { useEffect } from 'preact/hooks';
import { dayInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import type { Paper } from './api.ts';
import { papersOf } from './api.ts';

/** `Акт выполненных работ № АВР-2026-7, 28.11.2026` */
export const nameOfPaper = ({ kindName, title, number, date }: Paper): string =>
  `${title ?? kindName}${number === null ? '' : ` №\u00a0${number}`}, ${dayInWords(date)}`;

export function PaperCards({ papers }: { papers: readonly Paper[] }) {
  const { speech } = useSetting();
  const ordered = [...papers.filter(({ waitsForMe }) => waitsForMe), ...papers.filter(({ waitsForMe }) => !waitsForMe)];
  return (
    <ul class="cards">
      {ordered.map((paper) => (
        <li key={paper.reference} class="card">
          <a href={ADDRESSES.paper(paper.reference)}>{nameOfPaper(paper)}</a>
          <div class="row soft">
            <span class="badge">{paper.stateName}</span>
            {paper.waitsForMe && <strong class="awaited">{speech.say('waitsForYou')}</strong>}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Given {
  /** `task/<id>`, as the API names it. */
  of: string;
  /** The last event of the life: its papers are read again after another. */
  seq: number;
}

/** The papers of one life. They are read again with whatever concerns the account, because another process draws them. */
export function PapersOf({ of, seq }: Given) {
  const { api, speech } = useSetting();
  const { data, error, reload } = useLoaded(`papers ${of}`, () => papersOf(api, { of }));
  useEffect(reload, [seq]);
  useNews(reload);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{speech.say('papers')}</h2>
      <PaperCards papers={data.items} />
    </section>
  );
}
