/** The pages of the cabinet: at which address each is, and which of them stand in the menu. */
import type { ComponentChildren } from 'preact';
import { Heading } from '../../shared/heading.tsx';
import type { Speech, Word } from '../../shared/words.ts';
import { ADDRESSES, usePath } from './address.ts';
import { ClaimAboutTask, ClaimAgainstOperator } from './disputes/claim-page.tsx';
import { DisputeList } from './disputes/dispute-list.tsx';
import { DisputePage } from './disputes/dispute-page.tsx';
import { Later } from './later.tsx';
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

const mine = () => import('./mine/pages.ts');
const site = () => import('./site/pages.ts');

const PAGES: readonly PageOfCabinet[] = [
  { at: ADDRESSES.tasks, word: 'myTasks', show: () => <TaskList /> },
  { at: ADDRESSES.search, word: 'search', show: () => <TaskSearch /> },
  { at: ADDRESSES.post, word: 'postTask', show: () => <PostTask /> },
  { at: ADDRESSES.screen, show: () => <Later of="mine" load={mine} show={({ ScreenNotices }) => <ScreenNotices />} /> },
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
  { at: ADDRESSES.account, word: 'account', show: () => <Later of="mine" load={mine} show={({ AccountPage }) => <AccountPage />} /> },
  { at: ADDRESSES.accounts, show: () => <Later of="mine" load={mine} show={({ AccountChoice }) => <AccountChoice />} /> },
  { at: ADDRESSES.newAccount, show: () => <Later of="mine" load={mine} show={({ Registration }) => <Registration />} /> },
  { at: ADDRESSES.requisites, show: () => <Later of="mine" load={mine} show={({ RequisitesPage }) => <RequisitesPage />} /> },
  { at: ADDRESSES.accession, show: () => <Later of="mine" load={mine} show={({ OfferPage }) => <OfferPage />} /> },
  { at: ADDRESSES.details, show: () => <Later of="mine" load={mine} show={({ DetailsPage }) => <DetailsPage />} /> },
  { at: ADDRESSES.notices, show: () => <Later of="mine" load={mine} show={({ NoticesPage }) => <NoticesPage />} /> },
  { at: ADDRESSES.security, show: () => <Later of="mine" load={mine} show={({ SecurityPage }) => <SecurityPage />} /> },
  { at: ADDRESSES.profile, show: () => <Later of="mine" load={mine} show={({ ProfilePage }) => <ProfilePage />} /> },
  { at: ADDRESSES.qualifications, show: () => <Later of="mine" load={mine} show={({ QualificationsPage }) => <QualificationsPage />} /> },
  { at: ADDRESSES.declare, show: () => <Later of="mine" load={mine} show={({ DeclarePage }) => <DeclarePage />} /> },
  {
    at: ADDRESSES.qualification(':id'),
    show: (id) => <Later of="mine" load={mine} show={({ QualificationPage }) => <QualificationPage id={id} />} />,
  },
  { at: ADDRESSES.starts, show: () => <Later of="mine" load={mine} show={({ StartsPage }) => <StartsPage />} /> },
  { at: ADDRESSES.objection(':id'), show: (id) => <Later of="mine" load={mine} show={({ ObjectionPage }) => <ObjectionPage id={id} />} /> },
  { at: ADDRESSES.searches, show: () => <Later of="mine" load={mine} show={({ SearchesPage }) => <SearchesPage />} /> },
  {
    at: ADDRESSES.verification(':id'),
    show: (id) => <Later of="mine" load={mine} show={({ VerificationPage }) => <VerificationPage id={id} />} />,
  },
];

/** For everybody, with an account or without. */
const SITE: readonly PageOfCabinet[] = [
  { at: ADDRESSES.about, word: 'about', show: () => <Later of="site" load={site} show={({ About }) => <About />} /> },
  { at: ADDRESSES.offer, word: 'theOffer', show: () => <Later of="site" load={site} show={({ Offer }) => <Offer />} /> },
  {
    at: ADDRESSES.offerRevision(':id'),
    show: (sha256) => <Later of="site" load={site} show={({ OfferRevision }) => <OfferRevision key={sha256} sha256={sha256} />} />,
  },
  { at: ADDRESSES.tariffs, word: 'tariffs', show: () => <Later of="site" load={site} show={({ Tariffs }) => <Tariffs />} /> },
  { at: ADDRESSES.help, word: 'help', show: () => <Later of="site" load={site} show={({ Help }) => <Help />} /> },
  { at: ADDRESSES.check, word: 'checkOfPaper', show: () => <Later of="site" load={site} show={({ CheckPaper }) => <CheckPaper />} /> },
  { at: ADDRESSES.contacts, word: 'contacts', show: () => <Later of="site" load={site} show={({ Contacts }) => <Contacts />} /> },
];

/** For a person who acts for no account yet: one is registered, or chosen. */
export const Beginning = ({ isNew }: { isNew: boolean }) => (
  <Later of="mine" load={mine} show={({ AccountChoice, Registration }) => (isNew ? <Registration /> : <AccountChoice />)} />
);

/** The id in a path, '' where the page has none, undefined where it is another page's path. */
const idIn = (at: string, path: string): string | undefined => {
  const found = new RegExp(`^${at.replace(':id', '([\\w.-]+)')}$`).exec(path);
  return found === null ? undefined : (found[1] ?? '');
};

/** What the page at this path shows; undefined where none of these is there. */
function shownAt(pages: readonly PageOfCabinet[], path: string): ComponentChildren | undefined {
  for (const { at, show } of pages) {
    const id = idIn(at, path);
    if (id !== undefined) return show(id);
  }
  return undefined;
}

/** A page of the site at this path. */
export const siteAt = (path: string): ComponentChildren | undefined => shownAt(SITE, path);

export function ShownPage() {
  return shownAt(PAGES, usePath()) ?? <Heading word="notFound" />;
}

export const MenuOfPages = ({ speech }: { speech: Speech }) => <Links pages={PAGES} speech={speech} name="pages" />;

export const MenuOfSite = ({ speech }: { speech: Speech }) => <Links pages={SITE} speech={speech} name="site" />;

function Links({ pages, speech, name }: { pages: readonly PageOfCabinet[]; speech: Speech; name: Word }) {
  const path = usePath();
  return (
    <nav class="pages" aria-label={speech.say(name)}>
      {pages.map(
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
