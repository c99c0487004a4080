/** The page of errors: the problems of the API, and the rules that refuse an input or a moment. */
import { PROBLEMS, RULES } from '../api/errors.ts';
import { lifeTypes } from '../charts/index.ts';
import { allTransitions } from '../charts/judge.ts';
import type { TransitionLaw } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import type { Localized } from '../charts/messages.ts';

const HEAD = `# Errors of the API

Written by \`npm run errors\` from \`api/errors.ts\` and the charts' texts. A test holds that it is current.

Every error is a problem document (RFC 9457, \`application/problem+json\`) with \`type\`, \`title\`, \`status\` and \`code\`. \`title\` is in the language of
\`Accept-Language\` (kk, ru, en), or else in that of the account. Some errors have more members:

| Member | Content |
| --- | --- |
| \`errors\` | The invalid fields of an \`invalid-input\`. |
| \`roles\` | For \`role-missing\`: the roles that allow the command. |
| \`rule\`, \`clause\`, \`detail\` | The rule that refused the command, and its clause of the offer. |
| \`terms\` | For \`termsAreWithinBounds\`: each term with its bounds. |
| \`missing\`, \`next\` | For \`requisites-missing\`: each field that papers lack, with \`party\`, \`own\` and \`papers\`; and where to set one's own. For \`qualification-missing\`: each category that is not proved, and where a contractor declares its own. |
| \`invoices\`, \`payTo\` | For \`invoices-overdue\`: each unpaid invoice with what is owed today, and where to pay. |
| \`most\` | For \`statement-too-long\`: how many entries and accounts a PDF may have. |
| \`commands\` | For \`not-in-this-state\`: the commands that are possible instead. |

A refused command adds no event to the chain. Events that were due before it are added.

After a \`500\`, a \`503\` or no answer, retry with the same \`Idempotency-Key\`. The command is executed only once.
`;

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((each) => row(...each))].join('\n');
const languages = ({ en, ru, kk }: Localized): string[] => [en, ru, kk];

/** Where a chart checks a rule: on the state (409) or on the input (422) of a command. */
function askedIn({ chart }: LifeType, rule: string): { status: number; commands: string[] } | undefined {
  const asking = allTransitions(chart).flatMap(({ eventType, meta }) => {
    const law = meta as TransitionLaw | undefined;
    return law && (law.guard === rule || law.checks.includes(rule)) ? [{ eventType, status: law.guard === rule ? 409 : 422 }] : [];
  });
  const [first] = asking;
  return first && { status: first.status, commands: [...new Set(asking.map(({ eventType }) => eventType))] };
}

/** The rules outside the charts, each with its status and the code that checks it. */
const ASKED: Record<keyof typeof RULES, [status: string, by: string]> = {
  threadIsOpen: ['422', '`POST …/messages`, thread: `say`, `edit`'],
  onlyOfDeals: ['422', '`POST …/messages`, thread: `say`, `edit`'],
  addresseeIsNamed: ['422', '`POST /v1/tasks/{id}/messages`'],
  messageIsOwn: ['422', 'thread: `edit`, `withdraw`'],
  undecidedQualificationsAreFew: ['422', '`POST /v1/qualifications`'],
  startIsRecorded: ['422', '`POST /v1/objections`'],
  openObjectionsAreFew: ['422', '`POST /v1/objections`'],
  invitedAreContractors: ['422', 'task: `post`'],
  termsAreWithinBounds: ['422', 'task: `post`'],
  taskHadContractor: ['422, 409', '`POST /v1/disputes`, task: `claim`'],
  costsOfLeaving: ['422', '`POST /v1/disputes`'],
  dayOfEventIsPossible: ['422', '`POST /v1/disputes`'],
  answersAreCurrent: ['422', 'dispute: what the staff say of a sum in a claim against the operator'],
  claimStandsAlone: ['409', 'task: `claim`'],
  payableThroughPlatform: ['422', 'task: `choose`, `accept`'],
  documentIsWhole: ['422', 'signing: `sign`'],
  signerMaySign: ['422', 'signing: `sign`'],
  repeatsAreLeft: ['409', 'every command but those of an account and the duties of the staff'],
  sidesMayDeal: ['422', 'debt: `pay`'],
  consentIsCurrent: ['422', '`POST /v1/accounts`'],
  identityIsProvedElsewhere: ['422', 'verification: `approve`'],
  statementIsCurrent: ['422', '`POST /v1/offer/acceptances`'],
  statementIsSigned: ['422', '`POST /v1/offer/acceptances`'],
  accedesWhoMayAct: ['422', '`POST /v1/offer/acceptances`'],
  checkboxIsTheirs: ['422', '`POST /v1/offer/acceptances`'],
  accountIsOfAnother: ['422', 'every command of the operator'],
  emailCodeIsRight: ['422', 'account: `confirmEmail`'],
  addressIsNotRefused: ['422', '`PATCH /v1/accounts/me`'],
  personIsOfAnother: ['422', 'reidentification: `approve`, `confirm`, `refuse`'],
  administratorsDecide: ['422', 'reidentification: `approve`, `confirm`, `refuse`'],
  invitationsToPersonAreLeft: ['422', 'account: `addMember`'],
  membershipsAreLeft: ['422', '`POST /v1/auth/invitations/{id}/accept`'],
  nameIsFree: ['422', '`POST /v1/accounts`, `PATCH /v1/accounts/me`, account: `describe`'],
  savedSearchesAreBounded: ['422', '`POST /v1/searches`'],
  tiesAreBounded: ['422', '`PUT /v1/accounts/me/favourites/{id}`, `PUT /v1/accounts/me/blocked/{id}`'],
  partiesDealWithEachOther: ['422', 'task: `post`, `respond`, `choose`, `accept`'],
  partiesAreTwoPeople: ['422', 'task: `post`, `respond`, `choose`, `accept`'],
  standsInRegister: ['422', '`POST /v1/social-transfers/{id}/record-returned`, inflow: `takeTransferReturn`'],
  transferIsUnpaid: ['422', '`GET /v1/social-transfers/{id}/file`'],
  operatorBankIsNamed: ['422', '`GET /v1/social-transfers/{id}/file`'],
  onePlaceOfPost: ['422', 'task: `accept`'],
  nothingElseIsProposed: ['422', 'every proposed command, `POST /v1/offer/revisions`, `POST /v1/tariffs`'],
  bothAreInOffice: ['422', '`POST /v1/operator/proposals/{id}/confirm`'],
  personHasNoStaffAccount: ['422', '`npm run staff`'],
  secondPersonDecides: ['422', '`POST /v1/operator/proposals/{id}/confirm`, `…/refuse`'],
  orderIsOfThePast: ['422', 'account: `suspend`, `terminate`'],
  orderIsForTheGround: ['422', 'account: `suspend`, `terminate`'],
  revisionIsInForce: ['422', '`POST /v1/offer/acceptances`'],
  offerHasClauses: ['422', '`POST /v1/offer/revisions`'],
  offerNamesItsDay: ['422', '`POST /v1/offer/revisions`'],
  offerGivesNotice: ['422', '`POST /v1/offer/revisions`, `POST /v1/operator/proposals/{id}/confirm`'],
  offerComesLater: ['422', '`POST /v1/offer/revisions`'],
  ownPapersAreLeft: ['422', 'task: `sendPaper`'],
  paperWaitsAlready: ['422', 'task: `sendPaper`'],
  offerIsNew: ['422', '`POST /v1/offer/revisions`'],
  planIsOffered: ['422', 'account: `choosePlan`'],
  statementIsOurs: ['422', '`POST /v1/operator/statements`'],
  statementIsRead: ['422', '`POST /v1/operator/statements`'],
  orderIsReleased: ['422', '`GET /v1/bank-orders/{id}/file`'],
  filesAreUsable: ['422', 'every command with `files`'],
  filesAreFew: ['422', 'every command with `files`'],
  filesAreImages: ['422', 'account: `describe`'],
  skillsAreFew: ['422', 'account: `describe`'],
  placesAreFew: ['422', 'account: `describe`'],
  uploadIsOpen: ['422', '`POST /v1/files`, `PATCH /v1/uploads/{id}`'],
  payoutsWait: ['422', '`POST /v1/bank-orders`'],
  moneyIsAtBank: ['422', '`POST /v1/bank-orders`, bank-order: `release`'],
  monthIsReady: ['422', '`POST /v1/operator/months/{month}/close`'],
  monthIsAsSeen: ['422', '`POST /v1/operator/months/{month}/close`'],
  monthIsOpen: ['422', 'invoice: `recordPayment`, `POST /v1/operator/statements`'],
  accountIsCustomer: ['422', 'inflow: `keep`'],
  providerHoldsIt: ['422', 'inflow: `settle`, `accept-difference`'],
  firstIsRegistered: ['422', '`GET /v1/tax-invoices/{id}/file`'],
  tariffHasStandardPlan: ['422', '`POST /v1/tariffs`'],
  tariffNamesPlansOnce: ['422', '`POST /v1/tariffs`'],
  tariffNamesExtrasOnce: ['422', '`POST /v1/tariffs`'],
  extraIsOffered: ['422', '`POST /v1/extras`'],
  priceIsCurrent: ['422', '`POST /v1/extras`'],
  periodIsOver: ['422', '`POST /v1/extras`'],
  identityIsProved: ['422', '`POST /v1/extras`'],
  noExtraIsUnpaid: ['422', '`POST /v1/extras`'],
  tariffBoundsAreInOrder: ['422', '`POST /v1/tariffs`'],
  tariffGivesNotice: ['422', '`POST /v1/tariffs`, `POST /v1/operator/proposals/{id}/confirm`'],
  tariffBeginsWithMonth: ['422', '`POST /v1/tariffs`'],
  tariffComesLater: ['422', '`POST /v1/tariffs`, `POST /v1/operator/proposals/{id}/confirm`'],
};

/** The page. @throws Error for a rule with a text that no command uses. */
export function errorTable(given: Record<string, LifeType> = lifeTypes): string {
  const problems = Object.entries(PROBLEMS).map(([code, { status, title }]) => [String(status), `\`${code}\``, ...languages(title)]);
  const rules = Object.entries(given).flatMap(([life, law]) =>
    Object.entries(law.messages.rules).map(([rule, text]) => {
      const asked = askedIn(law, rule);
      if (asked === undefined) throw new Error(`${life} has words for the rule ${rule}, which no command asks`);
      return [
        String(asked.status),
        `\`${rule}\``,
        `${life}: ${asked.commands.map((name) => `\`${name}\``).join(', ')}`,
        ...languages(text),
      ];
    }),
  );
  const ours = Object.entries(RULES).map(([rule, text]) => {
    const [status, by] = ASKED[rule as keyof typeof RULES];
    return [status, `\`${rule}\``, by, ...languages(text)];
  });
  return [
    HEAD,
    '## Problems\n',
    table(['Status', 'Code', 'English', 'Русский', 'Қазақша'], problems),
    '\n## Rules\n',
    'A `409` names the rule about the present state, a `422` the one that the input breaks.\n',
    table(['Status', 'Rule', 'Asked by', 'English', 'Русский', 'Қазақша'], [...rules, ...ours]),
    '',
  ].join('\n');
}
