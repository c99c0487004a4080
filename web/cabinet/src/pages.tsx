/** The pages of the cabinet: at which address each is, and which of them stand in the menu. */
import type { ComponentChildren } from 'preact';
import { Heading } from '../../shared/heading.tsx';
import type { Speech, Word } from '../../shared/words.ts';
import { ADDRESSES, usePath } from './address.ts';
import { ClaimAboutTask, ClaimAgainstOperator } from './disputes/claim-page.tsx';
import { DisputeList } from './disputes/dispute-list.tsx';
import { DisputePage } from './disputes/dispute-page.tsx';
import { AccountChoice } from './entry/account-choice.tsx';
import { OfferPage } from './entry/offer.tsx';
import { Registration } from './entry/registration.tsx';
import { RequisitesPage } from './entry/requisites.tsx';
import { AccountPage } from './mine/account.tsx';
import { DetailsPage } from './mine/details.tsx';
import { NoticesPage } from './mine/notices.tsx';
import { ProfilePage } from './mine/profile.tsx';
import { DeclarePage, QualificationPage, QualificationsPage } from './mine/qualifications.tsx';
import { SearchesPage } from './mine/searches.tsx';
import { SecurityPage } from './mine/security.tsx';
import { ObjectionPage, StartsPage } from './mine/starts.tsx';
import { VerificationPage } from './mine/verification.tsx';
import { DebtPage, InvoicePage, PaymentPage, PayoutPage, ReceiptPage } from './money/lives-of-money.tsx';
import { MoneyPage } from './money/money-page.tsx';
import { PayoutDetailsPage } from './money/payout-details-page.tsx';
import { StatementPage } from './money/statement-page.tsx';
import { PaperList } from './papers/paper-list.tsx';
import { PaperPage } from './papers/paper-page.tsx';
import { ScreenNotices } from './screen/screen-notices.tsx';
import { About } from './site/about.tsx';
import { CheckPaper } from './site/check-paper.tsx';
import { Contacts } from './site/contacts.tsx';
import { Help } from './site/help.tsx';
import { Offer } from './site/offer.tsx';
import { OfferRevision } from './site/offer-revision.tsx';
import { Tariffs } from './site/tariffs.tsx';
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
  { at: ADDRESSES.screen, word: 'screenNotices', show: () => <ScreenNotices /> },
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
  { at: ADDRESSES.account, word: 'account', show: () => <AccountPage /> },
  { at: ADDRESSES.accounts, show: () => <AccountChoice /> },
  { at: ADDRESSES.newAccount, show: () => <Registration /> },
  { at: ADDRESSES.requisites, show: () => <RequisitesPage /> },
  { at: ADDRESSES.accession, show: () => <OfferPage /> },
  { at: ADDRESSES.details, show: () => <DetailsPage /> },
  { at: ADDRESSES.notices, show: () => <NoticesPage /> },
  { at: ADDRESSES.security, show: () => <SecurityPage /> },
  { at: ADDRESSES.profile, show: () => <ProfilePage /> },
  { at: ADDRESSES.qualifications, show: () => <QualificationsPage /> },
  { at: ADDRESSES.declare, show: () => <DeclarePage /> },
  { at: ADDRESSES.qualification(':id'), show: (id) => <QualificationPage id={id} /> },
  { at: ADDRESSES.starts, show: () => <StartsPage /> },
  { at: ADDRESSES.objection(':id'), show: (id) => <ObjectionPage id={id} /> },
  { at: ADDRESSES.searches, show: () => <SearchesPage /> },
  { at: ADDRESSES.verification(':id'), show: (id) => <VerificationPage id={id} /> },
];

/** For everybody, with an account or without. */
const SITE: readonly PageOfCabinet[] = [
  { at: ADDRESSES.about, word: 'about', show: () => <About /> },
  { at: ADDRESSES.offer, word: 'theOffer', show: () => <Offer /> },
  { at: ADDRESSES.offerRevision(':id'), show: (sha256) => <OfferRevision key={sha256} sha256={sha256} /> },
  { at: ADDRESSES.tariffs, word: 'tariffs', show: () => <Tariffs /> },
  { at: ADDRESSES.help, word: 'help', show: () => <Help /> },
  { at: ADDRESSES.check, word: 'checkOfPaper', show: () => <CheckPaper /> },
  { at: ADDRESSES.contacts, word: 'contacts', show: () => <Contacts /> },
];

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
