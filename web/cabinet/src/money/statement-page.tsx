/** The statement of the account for a period: on the page, and as files. */
import { useState } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { dayInWords, momentInWords, sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { bytesAt } from '../papers/api.ts';
import { saveAs } from '../papers/read-paper.ts';
import type { Period } from './api.ts';
import { statement } from './api.ts';

/** Without the days that are not named: the API knows the usual ones. */
const periodOf = ({ from, to }: Required<Period>): Period => ({ ...(from && { from }), ...(to && { to }) });

export function StatementPage() {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const [typed, setTyped] = useState<Required<Period>>({ from: '', to: '' });
  const [asked, setAsked] = useState<Period>({});
  const { data, error } = useLoaded(JSON.stringify(asked), () => statement(api, asked));
  const saving = useSending(
    async (kind: 'csv' | 'pdf') => {
      const query = new URLSearchParams(asked as Record<string, string>);
      saveAs(await bytesAt(api, `/v1/statement.${kind}?${query}`), `${say('statement')} ${data?.from} – ${data?.to}.${kind}`);
    },
    () => undefined,
  );
  const wrong = error ?? saving.error;
  const sum = ({ amount }: { amount: number }): string => sumInWords(language, amount);
  return (
    <div class="stack">
      <Heading word="statement" />
      <form
        class="grid"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(periodOf(typed));
        }}
      >
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            <span>{say(name === 'from' ? 'firstDay' : 'lastDay')}</span>
            <input
              id={`field-${name}`}
              type="date"
              value={typed[name] || data?.[name] || ''}
              onInput={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
            />
          </label>
        ))}
        <button type="submit" class="first wide">
          {say('show')}
        </button>
      </form>
      {wrong !== undefined && <Problem error={wrong} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{say('loading')}</p>}
      {data && (
        <>
          <div class="row">
            <strong>
              {dayInWords(data.from)} – {dayInWords(data.to)}
            </strong>
            <button type="button" disabled={saving.isSending} onClick={() => saving.start('pdf')}>
              PDF
            </button>
            <button type="button" disabled={saving.isSending} onClick={() => saving.start('csv')}>
              CSV
            </button>
          </div>
          {data.accounts.length === 0 && <p class="soft">{say('noEntries')}</p>}
          {data.accounts.map(({ kind, name, about, opening, entries, closing }) => (
            <section key={`${kind} ${about}`}>
              <h2>{name}</h2>
              <ul class="lines">
                <li class="row spread">
                  <span>{say('opening')}</span>
                  <strong class="sum">{sum(opening)}</strong>
                </li>
                {entries.map((entry) => (
                  <li key={`${entry.at} ${entry.life} ${entry.balance.amount}`} class="row spread">
                    <span>
                      {entry.reason} <span class="soft">{momentInWords(language, entry.at)}</span>
                    </span>
                    <span class="sum">{sum(entry.amount)}</span>
                  </li>
                ))}
                <li class="row spread">
                  <span>{say('closing')}</span>
                  <strong class="sum">{sum(closing)}</strong>
                </li>
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  );
}
