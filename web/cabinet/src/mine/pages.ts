/** The way into the cabinet and one's own things: loaded when one of these pages is shown, with its words. */
import { ENTRY_CHOICES, ENTRY_WORDS } from '../../../shared/words/entry.ts';
import { addWords } from '../../../shared/words.ts';

export { AccountChoice } from '../entry/account-choice.tsx';
export { OfferPage } from '../entry/offer.tsx';
export { Registration } from '../entry/registration.tsx';
export { RequisitesPage } from '../entry/requisites.tsx';
export { ScreenNotices } from '../screen/screen-notices.tsx';
export { AccountPage } from './account.tsx';
export { DetailsPage } from './details.tsx';
export { NoticesPage } from './notices.tsx';
export { ProfilePage } from './profile.tsx';
export { DeclarePage, QualificationPage, QualificationsPage } from './qualifications.tsx';
export { SearchesPage } from './searches.tsx';
export { SecurityPage } from './security.tsx';
export { ObjectionPage, StartsPage } from './starts.tsx';
export { VerificationPage } from './verification.tsx';

addWords(ENTRY_WORDS, ENTRY_CHOICES);
