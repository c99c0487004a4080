/** The pages of the console: at which address each is, and which of them stand in the menu. */
import type { ComponentChildren } from 'preact';
import { useLocation } from '../../shared/address.ts';
import { Title } from '../../shared/heading.tsx';
import { useSetting } from '../../shared/setting.ts';
import type { Speech } from '../../shared/words.ts';
import { ADDRESSES } from './address.ts';
import { ListPage } from './lists/list-page.tsx';
import { LifePage } from './lives/life-page.tsx';
import { MoneyPage } from './money/money-page.tsx';
import { OfferPage } from './offer/offer-page.tsx';
import { ProposalList } from './proposals/proposal-list.tsx';
import { ProposalPage } from './proposals/proposal-page.tsx';
import { SearchPage } from './search/search-page.tsx';
import type { ConsoleWord } from './words.ts';
import { wordsOf } from './words.ts';
import { WorkPage } from './work/work-page.tsx';

interface PageOfConsole {
  /** `:path` stands for the rest of the address. */
  at: string;
  /** What the menu calls it, for a page that it has. */
  word?: ConsoleWord;
  show(path: string): ComponentChildren;
}

const PAGES: readonly PageOfConsole[] = [
  { at: ADDRESSES.work, word: 'work', show: () => <WorkPage /> },
  { at: ADDRESSES.search, word: 'search', show: () => <SearchPage /> },
  { at: ADDRESSES.list('tasks'), word: 'matters', show: () => <ListPage folder="tasks" /> },
  { at: ADDRESSES.list(':path'), show: (folder) => <ListPage key={folder} folder={folder} /> },
  { at: ADDRESSES.money, word: 'money', show: () => <MoneyPage /> },
  { at: ADDRESSES.offer, word: 'offer', show: () => <OfferPage /> },
  { at: ADDRESSES.proposals, word: 'proposals', show: () => <ProposalList /> },
  { at: ADDRESSES.proposal(':path'), show: (id) => <ProposalPage key={id} id={id} /> },
  // Whatever else the API has is a life.
  { at: ADDRESSES.of('/v1/:path'), show: (path) => <LifePage key={path} path={path} /> },
];

/** What stands for `:path`, '' where the page has none, undefined where it is another page's path. */
const pathIn = (at: string, path: string): string | undefined => {
  const found = new RegExp(`^${at.replace(':path', '([\\w./-]+)')}$`).exec(path);
  return found === null ? undefined : (found[1] ?? '');
};

export function ShownPage() {
  const { speech } = useSetting();
  const address = useLocation('pathname');
  for (const { at, show } of PAGES) {
    const path = pathIn(at, address);
    if (path !== undefined) return <>{show(path)}</>;
  }
  return <Title>{speech.say('notFound')}</Title>;
}

export function MenuOfPages({ speech }: { speech: Speech }) {
  const address = useLocation('pathname');
  const words = wordsOf(speech);
  return (
    <nav class="pages" aria-label={speech.say('pages')}>
      {PAGES.map(
        ({ at, word }) =>
          word !== undefined && (
            <a key={at} href={at} aria-current={at === address ? 'page' : undefined}>
              {words(word)}
            </a>
          ),
      )}
    </nav>
  );
}
