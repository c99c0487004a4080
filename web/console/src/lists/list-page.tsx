/** The lives of one type, newest first. */
import { useState } from 'preact/hooks';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';
import { Title } from '../../../shared/heading.tsx';
import { sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import type { ConsoleWord } from '../words.ts';
import { useWords } from '../words.ts';

/** What the API lists, by its path. */
const LISTS: readonly { folder: string; word: ConsoleWord }[] = [
  { folder: 'tasks', word: 'tasks' },
  { folder: 'disputes', word: 'disputes' },
  { folder: 'payments', word: 'payments' },
  { folder: 'payouts', word: 'payouts' },
  { folder: 'invoices', word: 'invoices' },
  { folder: 'debts', word: 'debts' },
  { folder: 'receipts', word: 'receipts' },
  { folder: 'bank-orders', word: 'bankOrders' },
  { folder: 'social-transfers', word: 'socialTransfers' },
  { folder: 'qualifications', word: 'qualifications' },
  { folder: 'objections', word: 'objections' },
  { folder: 'signings', word: 'signings' },
];

interface Listed {
  id: string;
  number: number;
  stateName: string;
  title?: string | null;
  amount?: { amount: number } | null;
  price?: { amount: number } | null;
  principal?: { amount: number } | null;
}
interface Page {
  items: Listed[];
  next: string | null;
}

const load = (api: Api, folder: string, after?: string): Promise<Page> =>
  dataOf(api.client.GET(`/v1/${folder}` as never, { params: { query: { limit: 100, ...(after !== undefined && { after }) } } } as never));

export function ListPage({ folder }: { folder: string }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded(`list ${folder}`, () => load(api, folder));
  const [older, setOlder] = useState<Page>();
  const next = older === undefined ? data?.next : older.next;
  const showOlder = async (): Promise<void> => {
    const page = await load(api, folder, next ?? undefined);
    setOlder((shown) => ({ items: [...(shown?.items ?? []), ...page.items], next: page.next }));
  };
  const items = [...(data?.items ?? []), ...(older?.items ?? [])];
  return (
    <div class="stack">
      <Title>{words('matters')}</Title>
      <nav class="row" aria-label={words('matters')}>
        {LISTS.map((each) => (
          <a key={each.folder} href={ADDRESSES.list(each.folder)} aria-current={each.folder === folder ? 'page' : undefined}>
            {words(each.word)}
          </a>
        ))}
      </nav>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {data?.items.length === 0 && <p>{words('emptyList')}</p>}
      {items.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{words('matter')}</th>
              <th scope="col">{words('state')}</th>
              <th scope="col">{words('sum')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, number, title, stateName, amount, price, principal }) => (
              <tr key={id}>
                <td>
                  <a href={ADDRESSES.of(`/v1/${folder}/${id}`)}>№ {number}</a> {title}
                </td>
                <td data-label={words('state')}>{stateName}</td>
                <td data-label={words('sum')} class="sum">
                  {sumOf(amount ?? price ?? principal, (tiyn) => sumInWords(speech.language, tiyn))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <button type="button" onClick={() => void showOlder()}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}

const sumOf = (money: { amount: number } | null | undefined, inWords: (tiyn: number) => string): string =>
  money ? inWords(money.amount) : '—';
