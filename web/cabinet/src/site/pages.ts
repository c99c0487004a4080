/** The site: loaded when one of its pages is shown, with its words. */
import { SITE_WORDS } from '../../../shared/words/site.ts';
import { addWords } from '../../../shared/words.ts';

export { About } from './about.tsx';
export { CheckPaper } from './check-paper.tsx';
export { Contacts } from './contacts.tsx';
export { Help } from './help.tsx';
export { Offer } from './offer.tsx';
export { OfferRevision } from './offer-revision.tsx';
export { Tariffs } from './tariffs.tsx';

addWords(SITE_WORDS);
