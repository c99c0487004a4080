/** The operator's money: the figures of the day, what providers list otherwise, and the end of a month. */
import { useMemo, useState } from 'preact/hooks';
import { dataOf } from '../../../shared/client.ts';
import { Title } from '../../../shared/heading.tsx';
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';

export function MoneyPage() {
  const words = useWords();
  return (
    <div class="stack">
      <Title>{words('money')}</Title>
      <Figures />
      <Differences />
      <MonthEnd />
    </div>
  );
}

function Figures() {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded('finance', () => dataOf(api.client.GET('/v1/operator/finance')));
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{speech.say('loading')}</p>;
  const { revenue, payoutsInTransit, receivables, suspense, outgoing, advances, socialPayable } = data;
  const facts = [
    [words('revenueOfMonth'), revenue.month],
    [words('revenueOfYear'), revenue.year],
    [words('receivables'), receivables.total.total],
    [words('payoutsInTransit'), payoutsInTransit],
    [words('socialPayable'), socialPayable.total],
    [words('suspense'), suspense],
    [words('outgoing'), outgoing],
    [words('advances'), advances],
  ] as const;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words('figures')}</h2>
      <dl class="facts">
        {facts.map(([name, { amount }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sumInWords(speech.language, amount)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Differences() {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error, reload } = useLoaded('differences', () =>
    dataOf(api.client.GET('/v1/operator/differences', { params: { query: { limit: 100 } } })),
  );
  return (
    <section aria-labelledby="differences" class="stack">
      <h2 id="differences">{words('differences')}</h2>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data?.items.length === 0 && <p>{words('noDifferences')}</p>}
      <ul class="lines">
        {data?.items.map(({ number, words: meaning, href, foundAt }) => (
          <li key={number} class="stack">
            <p>{meaning}</p>
            <span class="row soft">
              № {number} · {momentInWords(speech.language, foundAt)} {href && <a href={ADDRESSES.of(href)}>{words('toMatter')}</a>}
            </span>
            <CloseDifference number={number} onDone={reload} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CloseDifference({ number, onDone }: { number: number; onDone(): void }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const [note, setNote] = useState('');
  const { start, isSending, error } = useSending(
    () => dataOf(api.client.POST('/v1/operator/differences/{number}/close', { params: { path: { number } }, body: { note } })),
    onDone,
  );
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Problem error={error} speech={speech} />
      <label class="grow">
        <span>{words('howSettled')}</span>
        <input required maxLength={1_000} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      <button type="submit" disabled={isSending}>
        {words('close')}
      </button>
    </form>
  );
}

/** The month before this one in Almaty, which is the next to be closed. */
const lastMonth = (): string => {
  const now = new Date(Date.now() + 5 * 3_600_000);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};

function MonthEnd() {
  const { api, speech } = useSetting();
  const words = useWords();
  const [month, setMonth] = useState(lastMonth);
  const key = useMemo(() => crypto.randomUUID(), [month]);
  const { data, error, reload } = useLoaded(`month ${month}`, () =>
    dataOf(api.client.GET('/v1/operator/months/{month}', { params: { path: { month } } })),
  );
  const closing = useSending(
    () =>
      dataOf(
        api.client.POST('/v1/operator/months/{month}/close', {
          params: { path: { month }, header: { 'Idempotency-Key': key } },
          body: { totals: data?.totals ?? '' },
        }),
      ),
    reload,
  );
  const sum = ({ amount }: { amount: number }): string => sumInWords(speech.language, amount);
  return (
    <section aria-labelledby="month" class="stack">
      <h2 id="month">{words('monthEnd')}</h2>
      <label>
        <span>{words('month')}</span>
        <input type="month" required value={month} onInput={({ currentTarget }) => currentTarget.value && setMonth(currentTarget.value)} />
      </label>
      <Problem error={error ?? closing.error} speech={speech} />
      {data && (
        <>
          <p>
            <span class="badge">{words(data.state === 'closed' ? 'monthClosed' : 'monthOpen')}</span>
          </p>
          {data.obstacles.map(({ kind, words: what, count, href }) => (
            <p key={kind} class="note">
              {what} ({count}) {href && !href.includes('?') && <a href={ADDRESSES.of(href)}>{words('toMatter')}</a>}
            </p>
          ))}
          <table class="list">
            <thead>
              <tr>
                {(['account', 'opening', 'debits', 'credits', 'closing'] as const).map((each) => (
                  <th key={each} scope="col">
                    {words(each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.accounts.map(({ kind, name, opening, debits, credits, closing: ending }) => (
                <tr key={kind}>
                  <td>{name}</td>
                  <td data-label={words('opening')}>{sum(opening)}</td>
                  <td data-label={words('debits')}>{sum(debits)}</td>
                  <td data-label={words('credits')}>{sum(credits)}</td>
                  <td data-label={words('closing')}>{sum(ending)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.state === 'open' && data.obstacles.length === 0 && (
            <form
              class="stack"
              onSubmit={(event) => {
                event.preventDefault();
                closing.start();
              }}
            >
              <label class="choice">
                <input type="checkbox" required />
                <span>{words('monthCompared')}</span>
              </label>
              <button type="submit" class="first" disabled={closing.isSending}>
                {words('closeMonth')}
              </button>
            </form>
          )}
        </>
      )}
    </section>
  );
}
