/** The pages of the cabinet: at which address each is, and which of them stand in the menu. */
import type { ComponentChildren } from 'preact';
import { Heading } from '../../shared/heading.tsx';
import type { Speech, Word } from '../../shared/words.ts';
import { ADDRESSES, usePath } from './address.ts';
import { ClaimAboutTask, ClaimAgainstOperator } from './disputes/claim-page.tsx';
import { DisputeList } from './disputes/dispute-list.tsx';
import { DisputePage } from './disputes/dispute-page.tsx';
import { DebtPage, InvoicePage, PaymentPage, PayoutPage, ReceiptPage } from './money/lives-of-money.tsx';
import { MoneyPage } from './money/money-page.tsx';
import { PayoutDetailsPage } from './money/payout-details-page.tsx';
import { StatementPage } from './money/statement-page.tsx';
import { PaperList } from './papers/paper-list.tsx';
import { PaperPage } from './papers/paper-page.tsx';
import { PostTask } from './tasks/post-task.tsx';
import { TaskList } from './tasks/task-list.tsx';
import { TaskPage } from './tasks/task-page.tsx';
import { TaskSearch } from './tasks/task-search.tsx';

interface PageOfCabinet {
  /** `:id` stands for the id of what is shown. */
  at: string;
  /** What the menu calls it, for a page that it has. */
  word?: Word;
  show(id: string): ComponentChildren;
}

const PAGES: readonly PageOfCabinet[] = [
  { at: ADDRESSES.tasks, word: 'myTasks', show: () => <TaskList /> },
  { at: ADDRESSES.search, word: 'search', show: () => <TaskSearch /> },
  { at: ADDRESSES.post, word: 'postTask', show: () => <PostTask /> },
  { at: ADDRESSES.task(':id'), show: (id) => <TaskPage key={id} id={id} /> },
  { at: ADDRESSES.papers, word: 'papers', show: () => <PaperList /> },
  { at: ADDRESSES.paper(':id'), show: (id) => <PaperPage key={id} id={id} /> },
  { at: ADDRESSES.claim(':id'), show: (id) => <ClaimAboutTask key={id} id={id} /> },
  { at: ADDRESSES.disputes, word: 'disputes', show: () => <DisputeList /> },
  { at: ADDRESSES.claimAgainstOperator, show: () => <ClaimAgainstOperator /> },
  { at: ADDRESSES.dispute(':id'), show: (id) => <DisputePage key={id} id={id} /> },
  { at: ADDRESSES.money, word: 'money', show: () => <MoneyPage /> },
  { at: ADDRESSES.statement, show: () => <StatementPage /> },
  { at: ADDRESSES.payoutDetails, show: () => <PayoutDetailsPage /> },
  { at: ADDRESSES.payment(':id'), show: (id) => <PaymentPage key={id} id={id} /> },
  { at: ADDRESSES.payout(':id'), show: (id) => <PayoutPage key={id} id={id} /> },
  { at: ADDRESSES.receipt(':id'), show: (id) => <ReceiptPage key={id} id={id} /> },
  { at: ADDRESSES.debt(':id'), show: (id) => <DebtPage key={id} id={id} /> },
  { at: ADDRESSES.invoice(':id'), show: (id) => <InvoicePage key={id} id={id} /> },
];

/** The id in a path, '' where the page has none, undefined where it is another page's path. */
const idIn = (at: string, path: string): string | undefined => {
  const found = new RegExp(`^${at.replace(':id', '([\\w.-]+)')}$`).exec(path);
  return found === null ? undefined : (found[1] ?? '');
};

export function ShownPage() {
  const path = usePath();
  for (const { at, show } of PAGES) {
    const id = idIn(at, path);
    if (id !== undefined) return <>{show(id)}</>;
  }
  return <Heading word="notFound" />;
}

export function MenuOfPages({ speech }: { speech: Speech }) {
  const path = usePath();
  return (
    <nav class="pages" aria-label={speech.say('pages')}>
      {PAGES.map(
        ({ at, word }) =>
          word !== undefined && (
            <a key={at} href={at} aria-current={at === path ? 'page' : undefined}>
              {speech.say(word)}
            </a>
          ),
      )}
    </nav>
  );
}
