/** Access: every route of the table, called by every kind of caller. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { MemberRole, StaffRole } from '../charts/account/types.ts';
import { lifeTypes } from '../charts/index.ts';
import { allTransitions } from '../charts/judge.ts';
import type { TransitionLaw } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { createVapidKeys } from '../gateways/push/vapid.ts';
import { commit } from '../lives/commit.ts';
import { closingLife, collectKey } from '../lives/ids.ts';
import { registerHash } from '../lives/social-register.ts';
import { requisitesOfCompany } from '../local/fictitious-requisites.ts';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../models/today.ts';
import { ordering } from '../testing/charts/examples/extra.ts';
import { receiving } from '../testing/charts/examples/file.ts';
import { raising } from '../testing/charts/examples/objection.ts';
import { declaring } from '../testing/charts/examples/qualification.ts';
import { collecting } from '../testing/charts/examples/social-transfer.ts';
import { asking } from '../testing/charts/examples/tax-invoice.ts';
import { createChild, seal } from '../testing/lives/creations.ts';
import { owe } from '../testing/lives/debts.ts';
import { drawInvoice } from '../testing/lives/invoices.ts';
import { bookOwed } from '../testing/lives/owed.ts';
import type { Signing } from '../testing/lives/signings.ts';
import { addressOf, drawn } from '../testing/lives/signings.ts';
import { acceptedTask, closedTask } from '../testing/lives/tasks.ts';
import type { Registered } from '../testing/people/accounts.ts';
import { employ, join, joinCompany, openSessionFor, register, registerUnderOffer } from '../testing/people/accounts.ts';
import { anyNumber, createNewcomer } from '../testing/people/people.ts';
import { agree, proposeTermination, terminates } from '../testing/people/proposals.ts';
import { done } from '../testing/people/registration.ts';
import { openTestAnchors } from '../testing/worlds/anchors.ts';
import type { Api, Reply } from '../testing/worlds/api.ts';
import { inHours, openApi, posting } from '../testing/worlds/api.ts';
import type { Door } from './doors.ts';
import { feeTermsAt } from './fees/terms.ts';
import { reidentificationTerms } from './reidentifications/terms.ts';
import { pascal } from './resource/fields.ts';
import { publicId } from './resource/public-id.ts';
import type { Route } from './route.ts';
import { actsForAccount } from './route.ts';
import { verificationTerms } from './verifications/terms.ts';

/**
 * The access class of each operation. A class that begins with a party names the roles that its members need besides the owner, who may give every
 * command; `staff` names the roles of the operator's staff. `both` are the two parties of a life. In the dispute here the contractor is the claimant
 * and the customer the respondent; in the debt the customer is the debtor and the contractor the creditor. `side` is either of them.
 */
const CLASSES: Record<string, string> = {
  public: `isAlive isReady readOpenApi listCharts drawChart readChart readOffer listOfferRevisions readOfferRevision readTariffs readUsualTerms readContacts listCategories listPlaces readSearchRules
    describeLog readLogCheckpoint readLogTimestamp`,
  'the door of the staff': 'readMetrics',
  'a tile of the public log': 'readLogTile readLogTileOfTwo readLogTileOfThree',
  'a paper in hand': 'checkPaper',
  'a signed webhook': 'hearOfPayment hearOfTipTopPay',
  'a caller with a proof': 'askCode logIn askChallenge askReidentification refuseEmail',
  'a link to a file': 'showFile',
  'bytes of a file': 'sendFile beginUpload readUpload continueUpload endUpload',
  'a file that nobody has looked at': 'readFileContent',
  'a search of somebody else': 'readSavedSearch changeSavedSearch deleteSavedSearch',
  'a phone with a QR code': 'readEgovInvitation readEgovDocument signInEgov',
  'any person': `registerAccount readPersonalDataConsent listSessions endSession endOtherSessions listOwnAccounts actForAccount authoriseDevice listDevices revokeDevice
    setPassword listInvitations acceptInvitation declineInvitation leaveAccount listOwnReidentifications objectOwnReidentification readSigningQr`,
  'own account': 'readOwnAccount',
  'any account': `listThreads listContractors readContractor listTasks searchTasks listDisputes listDebts listFees listInvoices readOwnPlan listPayments listPayouts listReceipts listExtras listQualifications listObjections listStarts listSignings listDocuments
    listActs readEvents streamEvents readPush subscribePush unsubscribePush listFavourites keepFavourite dropFavourite listSavedSearches saveSearch listBlocked blockAccount unblockAccount readBalance readBalanceProof readAccountStatement readAccountStatementFile exportOwnInvoices exportOwnPayments exportOwnServiceActs readOwnReconciliationAct readOwnReconciliationActPaper
    listAcceptances listReadings`,
  'any user': 'readStatement readAccountStatementPaper',
  'own account alone': 'readAcceptedStatement readAcceptedPaper readAcceptedSignature',
  'who registered it': 'readOwnConsent',
  'a session of the staff': 'beginSecondFactor confirmSecondFactor proveSecondFactor',
  'any staff': `readMonthEnd readMonth readMonthEvents readMonthProof readMonthNotices readInflow readInflowEvents readInflowProof readInflowNotices readSocialPayments listOperatorWork searchMatters readInside readAnchors markUnexpectedSeen listProposals readProposal listDifferences
    readTaxInvoice readTaxInvoiceEvents readTaxInvoiceProof readTaxInvoiceNotices
    readOutflow readOutflowEvents readOutflowProof readOutflowNotices
    listBankOrders readBankOrder readBankOrderEvents readBankOrderProof readBankOrderNotices
    listSocialTransfers readSocialTransfer readSocialTransferEvents readSocialTransferProof readSocialTransferNotices readSocialTransferRegister`,
  'the finance alone': 'closeDifference',
  'read by the finance':
    'readReconciliationAct readReconciliationActPaper readFinance readFinanceFile exportInvoices exportPayments exportServiceActs exportPostings exportBankExchange exportSales',

  'read by parties': `readThread readThreadEvents readThreadProof readThreadNotices readThreadMessages readTask readTaskEvents readTaskProof readTaskNotices readSigning readSigningEvents readSigningProof readSigningNotices
    readDocument readDocumentContent readDocumentCopy readDocumentPackage readActFile
    readPayment readPaymentEvents readPaymentProof readPaymentNotices readPayout readPayoutEvents readPayoutProof readPayoutNotices readReceipt readReceiptEvents readReceiptProof readReceiptNotices readExtra readExtraEvents readExtraProof readExtraNotices readFile readFileEvents readFileProof readFileNotices readFee readFeeEvents readFeeProof readFeeNotices
    readInvoice readInvoiceEvents readInvoiceProof readInvoiceNotices
    readDispute readDisputeEvents readDisputeProof readDisputeNotices readDebt readDebtEvents readDebtProof readDebtNotices readReview readReviewEvents readReviewProof readReviewNotices
    readObjection readObjectionEvents readObjectionProof readObjectionNotices
    readQualification readQualificationEvents readQualificationProof readQualificationNotices readVerification readVerificationEvents readVerificationProof readVerificationNotices
    readReidentification readReidentificationNotices readAccount readAccountEvents readAccountProof readAccountNotices readAccountLiability`,

  // The chain names the accounts of the person: a company of which the person is a member does not read it.
  'read by their own account': 'readReidentificationEvents readReidentificationProof',

  'any customer: manager': 'postTask',
  'any user: manager signatory': 'postDispute',
  'any user: signatory': 'acceptOffer',
  'any user: owner': 'changeOwnAccount changeIdentifier readPayoutDetails setPayoutDetails',
  'any user: manager': 'readRequisites setRequisites',

  'customer: manager': 'setAddressTask changeTask withdrawTask chooseTask briefTask reportRiskTask allowEarlyStartTask',
  'customer: manager signatory': 'answerObjection approveTask approvePartTask refuseTask cancelTask',
  'customer: accountant': 'fundTask reportTask payTask retryPayment cancelPayment payInvoice disputeInvoice',
  'any contractor: manager accountant': 'orderExtra',
  'any contractor: manager signatory': 'declareQualification raiseObjection',
  'contractor: manager': `respondTask retractTask declineTask acknowledgeTask startTask submitTask reportNoAccessTask stopWorkTask
    resumeWorkTask`,
  'contractor: manager signatory': 'acceptTask resignTask withdrawQualification withdrawObjection',
  'contractor: manager accountant': 'confirmTask denyTask giveReceipt annulReceipt',
  'both: manager': 'amendTask declineAmendmentTask declineCancelTask signAgainTask writeReview replyReview',
  'both: manager signatory': `sendPaperTask giveUpTask proposeCancelTask acceptCancelTask acceptAmendmentTask claimTask reportForceMajeureTask
    admitForceMajeureTask contestForceMajeureTask endForceMajeureTask requestStatementDispute`,
  'both: signatory': 'signSigning refuseSigning withdrawSigning openSigningQr endTalksDispute appealAccount choosePlanAccount',
  'staff: support moderator administrator': 'checkAgainSigning',
  'both: signatory, staff: finance': `offerDispute acceptOfferDispute declineOfferDispute jointInstructionDispute
    confirmInstructionDispute objectToCourtActDispute`,
  'claimant: signatory': 'dropDispute',
  'respondent: signatory, staff: finance': 'admitDispute admitInPartDispute rejectDispute',
  'debtor: accountant, staff: finance': 'reportDebt',
  'debtor: accountant': 'payDebt',
  'operator as a side, staff: finance': 'orderPaymentDebt writeOffDebt proposeLimitDispute confirmLimitDispute refuseLimitDispute',
  'creditor: manager accountant, staff: finance': 'confirmDebt denyDebt',
  'creditor: signatory': 'waiveDebt',
  'side: signatory, staff: finance': 'proposeSetOffDebt acceptSetOffDebt declineSetOffDebt',
  'both: accountant signatory': 'choosePaymentAccount',
  'both: owner': `signActsAccount addMemberAccount withdrawInvitationAccount changeMemberAccount removeMemberAccount declareTaxStatusAccount
    closeAccount withdrawPayoutDetailsAccount confirmEmailAccount sendEmailCodeAccount proveIdentityAccount`,
  'both: manager ': 'describeAccount chooseNoticesAccount',
  'both: manager accountant': 'sayAboutTask',
  'both: manager accountant, staff: support moderator finance': 'sayAboutDispute sayThread editThread withdrawThread markReadThread',
  'both: manager signatory accountant': 'submitVerification objectReidentification',
  'both: manager signatory accountant, staff: support': 'reportAccessAccount',

  'staff: moderator':
    'blockTask blockReview closeThread approveQualification refuseQualification revokeQualification excuseObjection keepObjection',
  'staff: moderator administrator':
    'refuseSignaturesSigning suspendAccount liftAccount grantAppealAccount refuseAppealAccount withdrawIdentityAccount',
  'staff: finance administrator': 'publishTariffs offerPlan',
  'staff: finance': `takeTransferReturnInflow readSocialTransferFile tryAgainPayment tryAgainPayout payInFullPayout allowPayout recordPaidSocialTransfer recordReturnedSocialTransfer recordPaymentInvoice writeOffInvoice creditInvoice upholdInvoice claimPenaltyInvoice sendAgainInvoice warnAgainInvoice recordTaxInvoice correctTaxInvoice annulTaxInvoice readTaxInvoiceFile
    reportRefusedPayout makeBankOrder releaseBankOrder dissolveBankOrder readBankOrderFile matchOutflow setAsideOutflow takeReturnInflow settleInflow acceptDifferenceInflow rejectDifferenceInflow
    importStatement closeMonth reopenMonth matchInflow keepInflow sendBackInflow closeLossPayment recordCourtActDispute confirmCourtActDispute`,
  'staff: support': 'restoreAccessAccount',
  'staff: support administrator': 'approveReidentification confirmReidentification refuseReidentification',
  'staff: support finance': 'confirmTaxStatusAccount refuseTaxStatusAccount',
  'staff: support moderator finance': 'verifyAccount',
  'staff: moderator finance': 'askAgainVerification approveVerification refuseVerification withdrawVerification',
  'staff: administrator': 'setStaffRolesAccount dismissAccount publishOfferRevision terminateAccount confirmProposal refuseProposal',
};

/**
 * What each command of the staff is about. All but the ordinary ones need a fresh second factor. A command of the staff that stands nowhere here fails
 * the test below.
 */
const MATTERS: Record<string, string> = {
  money: `takeTransferReturnInflow reportRefusedPayout makeBankOrder releaseBankOrder dissolveBankOrder matchOutflow setAsideOutflow takeReturnInflow settleInflow acceptDifferenceInflow rejectDifferenceInflow closeMonth reopenMonth closeDifference recordPaidSocialTransfer recordReturnedSocialTransfer publishTariffs offerPlan importStatement matchInflow keepInflow sendBackInflow recordPaymentInvoice writeOffInvoice creditInvoice upholdInvoice claimPenaltyInvoice tryAgainPayment tryAgainPayout payInFullPayout allowPayout closeLossPayment recordCourtActDispute confirmCourtActDispute
    offerDispute acceptOfferDispute declineOfferDispute jointInstructionDispute confirmInstructionDispute objectToCourtActDispute
    admitDispute admitInPartDispute rejectDispute proposeLimitDispute confirmLimitDispute refuseLimitDispute orderPaymentDebt
    reportDebt confirmDebt denyDebt writeOffDebt proposeSetOffDebt acceptSetOffDebt declineSetOffDebt`,
  identity: `approveReidentification confirmReidentification refuseReidentification reportAccessAccount restoreAccessAccount confirmTaxStatusAccount
    refuseTaxStatusAccount askAgainVerification approveVerification refuseVerification withdrawVerification approveQualification refuseQualification`,
  // A proposal is decided under the matter of its kind. The one here is a termination.
  sanction: `withdrawIdentityAccount blockTask blockReview suspendAccount liftAccount grantAppealAccount refuseAppealAccount terminateAccount confirmProposal
    refuseProposal closeThread revokeQualification excuseObjection keepObjection`,
  authority: 'setStaffRolesAccount dismissAccount publishOfferRevision refuseSignaturesSigning',
  ordinary:
    'verifyAccount sendAgainInvoice warnAgainInvoice recordTaxInvoice correctTaxInvoice annulTaxInvoice markUnexpectedSeen checkAgainSigning sayAboutDispute sayThread editThread withdrawThread markReadThread',
};

/** Operations that begin something new: a suspended account may not call them (4.4.2). */
const BEGINS = ['postTask', 'changeTask', 'respondTask', 'chooseTask', 'acceptTask', 'startTask', 'orderExtra'];
/** What an excluded account may still call: about itself, or to end its exclusion. */
const ALWAYS = [
  ...['registerAccount', 'acceptOffer', 'reportAccessAccount', 'appealAccount', 'submitVerification', 'objectReidentification'],
  ...['confirmEmailAccount', 'sendEmailCodeAccount', 'sendFile', 'beginUpload', 'continueUpload', 'endUpload', 'unsubscribePush'],
];
/** What a terminated account may still do: it claims, answers, is paid and signs. */
const FINISHES = [
  ...[
    'postDispute',
    'claimTask',
    'reportTask',
    'confirmTask',
    'denyTask',
    'signSigning',
    'refuseSigning',
    'withdrawSigning',
    'openSigningQr',
  ],
  ...['admit', 'admitInPart', 'reject', 'offer', 'acceptOffer', 'declineOffer', 'endTalks', 'drop'].map((name) => `${name}Dispute`),
  ...['jointInstruction', 'confirmInstruction', 'requestStatement', 'objectToCourtAct'].map((name) => `${name}Dispute`),
  ...['report', 'pay', 'confirm', 'deny', 'waive'].map((name) => `${name}Debt`),
  'payInvoice',
  ...['sayAboutTask', 'sayAboutDispute', 'sayThread', 'editThread', 'withdrawThread', 'markReadThread'],
  ...['giveReceipt', 'annulReceipt', 'setRequisites', 'setPayoutDetails', 'withdrawPayoutDetailsAccount'],
];

/** The class of each operation. @throws if an operation has two. */
const classesOf = (classes: Record<string, string>): Map<string, string> => {
  const table = new Map<string, string>();
  for (const [name, operations] of Object.entries(classes)) {
    for (const operation of operations.trim().split(/\s+/)) {
      if (table.has(operation)) throw new Error(`${operation} stands in two classes`);
      table.set(operation, name);
    }
  }
  return table;
};
const TABLE = classesOf(CLASSES);
const MATTER = classesOf(MATTERS);
const needsFreshFactor = (operation: string): boolean => (MATTER.get(operation) ?? 'ordinary') !== 'ordinary';

interface Asker {
  name: string;
  token?: string;
  /** The caller's account, whose data may be in its responses. */
  account?: Registered;
  /** The caller's parties in the lives of this world; none for a stranger. */
  party?: 'customer' | 'contractor';
  /** The account's roles; none without an account. */
  roles?: ('customer' | 'contractor')[];
  member?: MemberRole[];
  staff?: StaffRole[];
  /** Their number is being changed, in their own account. */
  changes?: true;
  standing?: 'unaccepted' | 'suspended' | 'paused' | 'terminated';
  /** The second factor of one of the staff, if it is not fresh. */
  factor?: 'missing' | 'old';
  /** The door, if it is not the listener that is both. */
  door?: Door;
}

/** The result of a call: let in, or the problem. */
const outcomeOf = ({ status, problem }: Reply<unknown>): string => problem?.code ?? (status < 400 ? 'done' : String(status));

/** The database's error for an event in this world, whose chains accept none. Any other internal error is a bug, and no class expects it. */
const CHAIN_IS_SHUT = 'ZZ001';
const REACHED_THE_CHAIN = 'reached the chain';
/** Past every gate: it is done, the chart's rules or state refuse it, or it reaches the chain. */
const LET_IN = ['done', 'not-in-this-state', 'rule-refused', 'signature-needed', REACHED_THE_CHAIN];
const OUTSIDE = ['not-found'];
/** For a reader of the life: the act belongs to another party, or to nobody now. It is never done. */
const NOT_THEIRS = ['wrong-party', 'role-missing', 'not-in-this-state', 'signature-needed'];

interface Access {
  parties: string[];
  members: string[];
  staff: string[] | undefined;
  any: boolean;
}
const PARTIES: Record<string, string[]> = {
  ...{ customer: ['customer'], contractor: ['contractor'], both: ['customer', 'contractor'], user: ['customer', 'contractor'] },
  ...{ claimant: ['contractor'], respondent: ['customer'] },
  ...{ debtor: ['customer'], creditor: ['contractor'], side: ['customer', 'contractor'] },
};

/** `both: manager, staff: finance` */
function accessOf(given: string): Access {
  const [users = '', staff] = given.startsWith('staff: ') ? ['', given] : given.split(', ');
  const [who = '', roles = ''] = users.split(': ');
  const party = who.replace('any ', '');
  return {
    parties: PARTIES[party] ?? [],
    members: roles.trim().split(' '),
    staff: staff?.replace('staff: ', '').split(' '),
    any: who.startsWith('any '),
  };
}

/** The lives of one party alone: no other party knows them. */
const OF_ONE: Record<string, 'customer' | 'contractor' | 'operator'> = {
  'social-transfers': 'operator',
  payouts: 'contractor',
  fees: 'customer',
  invoices: 'customer',
  extras: 'contractor',
  qualifications: 'contractor',
  inflows: 'operator',
  'tax-invoices': 'operator',
  outflows: 'operator',
  'bank-orders': 'operator',
  months: 'operator',
  accounts: 'customer',
  verifications: 'customer',
  reidentifications: 'customer',
};

/** Operations of the staff that are about no life. */
const ABOUT_NO_LIFE = [
  'publishOfferRevision',
  'confirmProposal',
  'refuseProposal',
  'publishTariffs',
  'offerPlan',
  'importStatement',
  'closeMonth',
  'makeBankOrder',
  'readBankOrderFile',
  'readSocialTransferFile',
];

/** The expected results when this caller calls this route, if it had this class. */
function expectedOf(route: Route, asker: Asker, given = TABLE.get(route.operation) ?? ''): string[] {
  const { operation, path, method, access, beforeFactor } = route;
  const { roles = [], member = [], staff, standing, account, changes, factor, door } = asker;
  const ofTheirs = changes && path.startsWith('/v1/reidentifications');
  const party = ofTheirs ? 'customer' : asker.party;
  if (door === 'public' && ['staff', 'inside'].includes(access)) return ['not-found', 'method-not-allowed'];
  if (given === 'public' || given === 'the door of the staff') return ['done'];
  // One paper is drawn at a time, and few may wait.
  const isLetIn = operation.endsWith('ReconciliationActPaper') ? ['done', 'too-many-requests'] : ['done'];
  // Everybody gets the tiles that there are.
  if (given === 'a tile of the public log') return path.endsWith('{a}/{b}') ? ['done'] : ['not-found'];
  // Who has a paper may check it.
  if (given === 'a paper in hand') return ['done'];
  if (given === 'a signed webhook') return ['hook-refused'];
  // None was made for the caller.
  if (given === 'a link to a file') return ['invalid-input'];
  if (given === 'a phone with a QR code') return ['egov-refused', 'invalid-input'];
  if (given === 'a caller with a proof') return ['done', 'invalid-input', 'malformed-json', 'proof-refused'];
  if (asker.token === undefined || asker.name === 'a removed member') return ['unauthenticated'];
  // A session without an account is a user's.
  if (door !== undefined && door !== (staff === undefined ? 'public' : 'staff')) return ['wrong-door'];
  if (factor === 'missing' && !beforeFactor) return ['second-factor-needed'];
  if (given === 'any person') return [...LET_IN, 'invalid-input', 'malformed-json', 'not-found', 'proof-refused'];
  if (account === undefined) return ['account-needed'];
  // The bytes are missing, and so are the headers of the protocol.
  if (given === 'bytes of a file') return ['file-refused', 'invalid-input', 'not-found'];
  if (given === 'a file that nobody has looked at') return OUTSIDE;
  if (method !== 'get' && actsForAccount(route) && given !== 'a session of the staff' && !ALWAYS.includes(operation)) {
    if (standing === 'terminated' && !FINISHES.includes(operation)) return ['account-terminated'];
    if (standing === 'paused') return ['commands-paused'];
    if (standing === 'suspended' && BEGINS.includes(operation)) return ['account-suspended'];
    if (standing === 'unaccepted' && operation !== 'setRequisites') return ['offer-not-accepted'];
  }
  if (given === 'a session of the staff') return staff ? ['proof-refused', 'proof-of-work-needed'] : ['wrong-party'];
  // Staff without a role act for nobody.
  const isFormer = staff?.length === 0;
  if (given === 'own account') return isFormer ? OUTSIDE : ['done'];
  if (given === 'any account') return isLetIn;
  if (given === 'a search of somebody else') return OUTSIDE;
  // One is drawn at a time, and few may wait.
  if (operation === 'readAccountStatementPaper' && !staff) return ['done', 'too-many-requests'];
  if (given === 'any user') return staff ? OUTSIDE : ['done'];
  // The other members of a company did not.
  if (given === 'who registered it') return staff || asker.name.startsWith('a member') ? OUTSIDE : ['done'];
  // Nobody signed the statement here: api/offer/signed-statement.test.ts has one that was signed.
  if (operation === 'readAcceptedSignature') return OUTSIDE;
  if (given === 'own account alone') return party === 'customer' ? ['done'] : OUTSIDE;
  if (given === 'any staff' && !staff?.length) return path.includes('{id}') ? OUTSIDE : ['wrong-party'];
  if (given === 'any staff') return ['done'];
  if (given === 'the finance alone') {
    if (!staff?.length) return ['wrong-party'];
    if (!staff.includes('finance')) return ['role-missing'];
    return factor === 'old' ? ['step-up-needed'] : OUTSIDE;
  }

  if (given === 'read by the finance') {
    if (!staff?.length) return ['wrong-party'];
    return staff.includes('finance') ? isLetIn : ['role-missing'];
  }

  const resource = path.split('/')[2] ?? '';
  const sees = staff?.length || (party !== undefined && (OF_ONE[resource] ?? party) === party);
  // The same of copies.
  if (operation === 'readDocumentCopy' && sees) return ['done', 'too-many-requests'];
  if (given === 'read by parties') return sees ? ['done'] : OUTSIDE;
  if (given === 'read by their own account') return staff?.length || ofTheirs ? ['done'] : OUTSIDE;

  const { parties, members, staff: ours, any } = accessOf(given);
  const isMember = member.some((role) => role === 'owner' || members.includes(role));
  if (any) {
    if (staff)
      return operation === 'acceptOffer' ||
        (isFormer &&
          ['changeOwnAccount', 'changeIdentifier', 'readRequisites', 'setRequisites', 'readPayoutDetails', 'setPayoutDetails'].includes(
            operation,
          ))
        ? OUTSIDE
        : ['wrong-party'];
    if (!isMember) return ['role-missing'];
    if (!roles.some((role) => parties.includes(role))) return ['wrong-party'];
    // Wrong passwords cost work.
    if (operation === 'setPayoutDetails') return [...LET_IN, 'proof-refused', 'proof-of-work-needed'];
    // The number of the body is an IIN, which a company cannot have.
    return operation === 'changeIdentifier' ? [...LET_IN, 'invalid-input'] : LET_IN;
  }
  if (ABOUT_NO_LIFE.includes(operation)) {
    if (!staff?.length) return path.includes('{id}') ? OUTSIDE : ['wrong-party'];
    if (!staff.some((role) => ours?.includes(role))) return ['role-missing'];
    return factor === 'old' ? ['step-up-needed'] : LET_IN;
  }
  if (!sees) return OUTSIDE;
  if (staff) {
    if (ours === undefined) return NOT_THEIRS;
    if (!staff.some((role) => ours.includes(role))) return ['role-missing'];
    if (factor === 'old' && needsFreshFactor(operation)) return ['step-up-needed'];
    // The operator is the respondent of a claim against it, and a side of its own debts; of those here it is neither.
    return /^(respondent|debtor|creditor|side|operator as)/.test(given) ? NOT_THEIRS : LET_IN;
  }
  if (party === undefined || !parties.includes(party)) return NOT_THEIRS;
  if (!isMember) return ['role-missing'];
  // Who may close the account is asked for a proof first.
  return operation === 'closeAccount' ? ['invalid-input'] : LET_IN;
}

/** A company's customer and its members, a contractor, strangers, and staff; and one life of each kind between the two parties. */
let api: Api;
let customer: Registered;
let contractor: Registered;
let everybody: Registered[];
let askers: Asker[];
let addresses: Record<string, string>;
/** Every operation by every caller. */
const outcomes = new Map<string, Map<string, string>>();
const tellings: string[] = [];

beforeAll(async () => {
  api = await openApi({ settings: { PUSH_PUBLIC_KEY: createVapidKeys().publicKey } });
  await buildWorld();
  // From here on no chain accepts an event. A caller that reaches the chain was let in, and the world stays the same for the next one.
  await api.owner.query(`
    create function keep_still() returns trigger language plpgsql as $$ begin
      raise exception 'the world stands still' using errcode = '${CHAIN_IS_SHUT}'; end $$;
    create trigger keep_still before insert on event for each row execute function keep_still()`);
  let last = Date.now();
  for (const route of api.routes) {
    // The age of a second factor stays what it is, however slow the machine.
    const now = Date.now();
    await api.owner.query(`update session set factor_at = factor_at + $1 * interval '1 ms'`, [now - last]);
    last = now;
    const told = await Promise.all(askers.map(async (asker) => [asker.name, await ask(route, asker)] as const));
    outcomes.set(route.operation, new Map(told));
  }
});
afterAll(() => api.close());

async function buildWorld(): Promise<void> {
  const both = ['customer', 'contractor'] as ('customer' | 'contractor')[];
  customer = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  contractor = await registerUnderOffer(api, ['contractor']);
  const [stranger, rival, unaccepted, suspended, paused, terminated] = await Promise.all([
    registerUnderOffer(api, ['customer']),
    registerUnderOffer(api, ['contractor']),
    register(api, both),
    registerUnderOffer(api, both),
    registerUnderOffer(api, both),
    registerUnderOffer(api, both),
  ]);
  const newcomer = await createNewcomer(api.owner);
  const members = await Promise.all(
    (['owner', 'manager', 'signatory', 'accountant'] as const).map(async (role) => ({
      role,
      person: await joinCompany(api, customer, [role]),
    })),
  );
  // The customer owns a company, and the person whose number changes is a member of it.
  const victim = await registerUnderOffer(api, ['customer']);
  await join(api, customer, victim, ['accountant']);
  const removed = await joinCompany(api, customer, ['owner']);
  done(await api.as(customer).post(`/v1/accounts/${customer.id}/remove-member`, { person: removed.person }));
  const roles = ['support', 'moderator', 'finance', 'administrator'] as const;
  const staff = await Promise.all(roles.map(async (role) => ({ role, person: await employ(api, [role]) })));
  const former = await employ(api, ['support']);
  const everyRole = await employ(api, [...roles]);
  const [, moderator, , administrator] = staff.map(({ person }) => person) as [Registered, Registered, Registered, Registered];
  const order = { ground: 'complaints', reasons: 'Many' };
  const second = await employ(api, ['administrator']);
  await agree(api, [administrator, second], `/v1/accounts/${former.id}/set-staff-roles`, { staff: [] });
  done(await api.as(moderator).post(`/v1/accounts/${suspended.id}/suspend`, order));
  await terminates(api, [administrator, second], terminated, order);
  done(await api.as(paused).post(`/v1/accounts/${paused.id}/report-access`, { reasons: 'Not me' }));
  const withFactor = async (person: Registered, provedMinutesAgo: number | null) => ({
    ...person,
    token: await openSessionFor(api.owner, person.person, person.id, { provedMinutesAgo }),
  });
  const again = async (person: Registered) => ({ ...person, token: await openSessionFor(api.owner, person.person, person.id) });

  const owner = ['owner'] as MemberRole[];
  const asker = (name: string, account: Registered, rest: Partial<Asker>): Asker => ({
    name,
    token: account.token,
    account,
    member: owner,
    ...rest,
  });
  askers = [
    { name: 'nobody' },
    { name: 'a person without an account', token: newcomer.token },
    asker('another customer', stranger, { roles: ['customer'] }),
    asker('another contractor', rival, { roles: ['contractor'] }),
    asker('the customer', customer, { party: 'customer', roles: ['customer'] }),
    asker('the contractor', contractor, { party: 'contractor', roles: ['contractor'] }),
    asker('one who never accepted the offer', unaccepted, { roles: both, standing: 'unaccepted' }),
    asker('a suspended account', suspended, { roles: both, standing: 'suspended' }),
    asker('a paused account', await again(paused), { roles: both, standing: 'paused' }),
    asker('a terminated account', await again(terminated), { roles: both, standing: 'terminated' }),
    ...members.map(({ role, person }) => asker(`a member: ${role}`, person, { party: 'customer', roles: ['customer'], member: [role] })),
    asker('the person whose number changes', victim, { roles: ['customer'], changes: true }),
    asker('a removed member', removed, {}),
    ...staff.map(({ role, person }) => asker(`staff: ${role}`, person, { staff: [role] })),
    asker('staff without a role', former, { staff: [] }),
    asker('staff without a second factor', await withFactor(second, null), { staff: ['administrator'], factor: 'missing' }),
    asker('staff with an old second factor', await withFactor(everyRole, 16), { staff: [...roles], factor: 'old' }),
    asker('staff with a second factor of some minutes ago', await withFactor(everyRole, 10), { staff: [...roles] }),
    asker('staff at the public door', everyRole, { staff: [...roles], door: 'public' }),
    asker('staff at their own door', everyRole, { staff: [...roles], door: 'staff' }),
    asker('a user at the door of the staff', customer, { party: 'customer', roles: ['customer'], door: 'staff' }),
    asker('a user at the public door', customer, { party: 'customer', roles: ['customer'], door: 'public' }),
    { name: 'a person without an account at the door of the staff', token: newcomer.token, door: 'staff' },
    { name: 'nobody at the public door', door: 'public' },
  ];
  everybody = [...new Set(askers.flatMap(({ account }) => account ?? []))];

  const profile = { headline: 'Pianos', services: [{ title: 'Moving' }] };
  done(await api.as(contractor).post(`/v1/accounts/${contractor.id}/describe`, { profile }));
  const task = await acceptedTask(api, customer, contractor);
  const ended = await closedTask(api, customer, contractor);
  const claim = { task: ended, against: 'counterparty', about: 'conduct', demand: 'For the waiting' };
  const dispute = done(await api.as(contractor).post<{ id: string }>('/v1/disputes', claim));

  const thread = done(await api.as(customer).post<{ id: string }>(`/v1/tasks/${task}/messages`, { text: 'When do you come?' }));
  const signing = await drawn(api, task);
  const { document } = done(await api.as(customer).get<Signing>(addressOf(signing)));
  const { items } = done(await api.as(customer).get<{ items: { id: string }[] }>('/v1/offer/acceptances'));
  const offer = done(await api.as().get<{ sha256: string }>('/v1/offer'));
  const sides = { parent: `task/${task}`, customer: customer.id, contractor: contractor.id };
  const payment = await born(`payment/${task}/1`, 'ask', { ...sides, amount: '100000', mode: 'hold', payBy: inHours(24), reminders: [] });
  await bookOwed(api, contractor.id);
  const payout = await born(`payout/${task}/1`, 'ask', { parent: sides.parent, contractor: contractor.id, amount: '100000' });
  const receipt = await born(`receipt/${task}/1`, 'ask', {
    ...{ ...sides, payout, amount: '100000', paidOn: '2026-03-01', status: 'selfEmployed', reminders: [] },
    ...{ giveBy: inHours(24), endsAt: inHours(48) },
  });
  const today = todayInAlmaty();
  const extra = `extra/${randomUUID()}`;
  await createChild(api, 'extras', {
    ...{ child: extra, type: 'order', by: 'contractor', actor: { account: contractor.id } },
    input: { ...ordering(new Date().toISOString()), id: extra, contractor: contractor.id },
  });
  const file = `file/${randomUUID()}`;
  const content = randomUUID();
  await api.owner.query(`insert into file_content (id, key) values ($1, '')`, [content]);
  await createChild(api, 'uploads', {
    ...{ child: file, type: 'receive', by: 'platform', actor: { account: customer.id } },
    input: receiving({ id: file, owner: customer.id, content }),
  });
  await api.owner.query('insert into file_of (file, life, seq) values ($1, $2, 1)', [file, sides.parent]);
  const terms = feeTermsAt(parameters, today, { rate: 500 });
  const fee = await born(`fee/${task}/1`, 'charge', {
    parent: sides.parent,
    customer: customer.id,
    principal: '1000',
    terms,
  });
  const invoice = await drawInvoice(api, customer.id);
  const taxInvoice = `tax-invoice/${invoice.slice('invoice/'.length)}/1`;
  await createChild(api, invoice, {
    child: taxInvoice,
    type: 'ask',
    by: 'platform',
    input: asking({ parent: invoice, customer: customer.id }),
  });
  const entered = randomUUID();
  const inflow = `inflow/${entered}`;
  const entry = await seal(api, inflow, { payer: 'Name', identifier: null, purpose: 'Paint', reference: '1' });
  await createChild(api, 'bank', {
    ...{ child: inflow, type: 'enter', by: 'platform' },
    input: { inflow: entered, amount: '1000', on: today, statement: 'a'.repeat(64), entry },
  });
  const left = randomUUID();
  const outflow = `outflow/${left}`;
  const paid = await seal(api, outflow, { payer: 'Name', identifier: null, purpose: 'Rent', reference: '2' });
  await createChild(api, 'bank', {
    ...{ child: outflow, type: 'enter', by: 'platform' },
    input: { outflow: left, amount: '1000', on: today, statement: 'a'.repeat(64), entry: paid },
  });
  const bankOrder = `bank-order/${randomUUID()}`;
  await createChild(api, 'finance', { child: bankOrder, type: 'make', by: 'operator', input: { payouts: [], until: inHours(24) } });
  const month = closingLife('2026-02', 1);
  const books = { month: '2026-02', totals: { accounts: [], received: '0' }, sha256: 'a'.repeat(64) };
  await createChild(api, 'books', { child: month, type: 'close', by: 'operator', input: books });
  const debt = await owe(api, {
    parent: `dispute/${dispute.id}`,
    about: `task/${ended}`,
    customer: customer.id,
    contractor: contractor.id,
  });
  const reviewTerms = { reminderHours: 48, replyDays: 14 };
  const review = await born(`review/${task}/1`, 'open', { ...sides, closesAt: inHours(168), terms: reviewTerms });
  // An unexpected answer.
  await commit(api.lives, { life: payout, idempotencyKey: randomUUID(), type: 'paymentHeld', by: 'platform', input: {} });
  const [unexpected] = await api.rows<{ number: string }>('select number from unexpected');

  const transfer = 'social-transfer/2026-03';
  await collected(transfer);

  const proposal = done(await proposeTermination(api, administrator, { id: customer.id }, { ground: 'complaints', reasons: 'Many' }));

  const account = `account/${customer.id}`;
  const verification = `verification/${customer.id}/91`;
  const reidentification = `reidentification/${randomUUID()}`;
  const qualification = `qualification/${randomUUID()}`;
  await createChild(api, `account/${contractor.id}`, {
    ...{ child: qualification, type: 'declare', by: 'contractor', actor: { account: contractor.id } },
    input: {
      ...declaring({ id: qualification, contractor: contractor.id, files: [] }),
      title: await seal(api, qualification, { title: 'Licence' }),
      documentNumber: await seal(api, qualification, { documentNumber: '7' }),
      issuer: await seal(api, qualification, { issuer: 'An authority' }),
    },
  });
  const objection = `objection/${task}/1`;
  await createChild(api, `task/${task}`, {
    ...{ child: objection, type: 'raise', by: 'contractor', actor: { account: contractor.id } },
    input: {
      ...raising({ id: objection, task, customer: customer.id, contractor: contractor.id, objectUntil: inHours(24) }),
      reasons: await seal(api, objection, { reasons: 'The gate was closed' }),
    },
  });
  await createChild(api, account, {
    ...{ child: verification, type: 'ask', by: 'operator', actor: { account: moderator.id } },
    input: {
      ...{ id: verification, parent: account, customer: customer.id, kinds: ['taxStatus'], answerBy: inHours(48), reminders: [] },
      what: await seal(api, account, { what: 'The certificate' }),
      terms: await verificationTerms(api.lives.database),
    },
  });
  await createChild(api, account, {
    ...{ child: reidentification, type: 'ask', by: 'platform' },
    input: {
      ...{ id: reidentification, own: [victim.id], companies: [customer.id], isStaff: false, person: victim.person, proof: 'password' },
      formerNumber: await seal(api, reidentification, { number: victim.number }),
      number: await seal(api, account, { number: anyNumber() }),
      terms: await reidentificationTerms(api.lives.database),
    },
  });
  const { id: passerby } = await api.join(['customer']);
  addresses = {
    ...{ favourites: passerby, blocked: passerby },
    ...{
      tasks: task,
      threads: thread.id,
      signings: publicId(signing),
      disputes: dispute.id,
      documents: document.sha256,
      accounts: customer.id,
    },
    checks: document.sha256,
    ...{
      payments: publicId(payment),
      payouts: publicId(payout),
      receipts: publicId(receipt),
      extras: publicId(extra),
      qualifications: publicId(qualification),
      objections: publicId(objection),
      files: publicId(file),
      uploads: randomUUID(),
      searches: randomUUID(),
      fees: publicId(fee),
      invoices: publicId(invoice),
      inflows: publicId(inflow),
      'tax-invoices': publicId(taxInvoice),
      outflows: publicId(outflow),
      'bank-orders': publicId(bankOrder),
      months: publicId(month),
      debts: debt,
      reviews: publicId(review),
    },
    'social-transfers': publicId(transfer),
    ...{ verifications: publicId(verification), reidentifications: publicId(reidentification), contractors: contractor.id },
    ...{ acceptances: items[0]?.id as string, revisions: offer.sha256, charts: 'task' },
    ...{
      work: String(unexpected?.number),
      differences: '1',
      proposals: proposal.id,
      tile: '0',
      egov: randomUUID(),
      'signing-codes': randomUUID(),
    },
  };
  const anchors = openTestAnchors(api);
  await anchors.anchor();
  anchors.remove();
  const [checkpoint] = await api.rows<{ size: string }>('select size from log_checkpoint');
  addresses.timestamps = String(checkpoint?.size);
}

/** Begins a transfer as the collection of its month does. It has no lines. */
async function collected(life: string): Promise<void> {
  await commit(api.lives, {
    ...{ life, idempotencyKey: collectKey(life), type: 'collect', by: 'platform', create: true },
    input: collecting({ register: registerHash([]) }),
  });
}

/** Creates a life as its parent would. */
async function born(life: string, type: string, input: { parent: string; [field: string]: unknown }): Promise<string> {
  await createChild(api, input.parent, { child: life, type, by: 'platform', input });
  return life;
}

/** Bodies that cannot be generated from the schema. */
const BODIES: Record<string, () => object> = {
  registerAccount: () => ({ kind: 'natural', roles: ['customer'], name: 'Name', identifier: '1', consent: 'c'.repeat(64) }),
  changeIdentifier: () => ({ identifier: '900101301015' }),
  setPayoutDetails: () => ({
    to: { iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' },
    proof: { password: 'no password of anybody at all' },
  }),
  postTask: posting,
  changeTask: () => ({ ...posting(), version: 1 }),
  amendTask: () => ({ ...posting(), version: 1 }),
  orderExtra: () => ({ extra: 'income-certificate', from: '2026-03-01', to: '2026-03-31', language: 'ru', price: 99_000 }),
  declareQualification: () => ({
    ...{ categories: ['building'], kind: 'licence', title: 'Licence', documentNumber: '7', issuer: 'An authority' },
    ...{ issuedOn: '2026-01-15', files: [randomUUID()] },
  }),
  raiseObjection: () => ({ task: randomUUID(), reasons: 'The gate was closed' }),
  changeOwnAccount: () => ({ name: 'Name' }),
  // Persons have no representatives: the chart refuses it to them.
  setRequisites: () => requisitesOfCompany('Name', customer.person),
  confirmSecondFactor: () => ({ code: '000000' }),
  proveSecondFactor: () => ({ recovery: '0000-0000-0000-0000-0000' }),
  postDispute: () => ({ against: 'operator', happenedOn: todayInAlmaty(), about: 'conduct', demand: 'Demand' }),
  acceptOffer: () => ({ act: 'accept', revision: 'c'.repeat(64) }),
  proposeSetOffDebt: () => ({ debt: `${randomUUID()}.1` }),
  acceptSetOffDebt: () => ({ proposal: 1, debt: `${randomUUID()}.1` }),
  signSigning: () => ({ sha256: 'c'.repeat(64) }),
  signInEgov: () => ({ signMethod: 'CMS_SIGN_ONLY', documentsToSign: [{ id: 1, document: { file: { mime: '', data: 'AAAA' } } }] }),
  confirmEmailAccount: () => ({ code: '00000000' }),
  refuseEmail: () => ({ token: 'x'.repeat(43) }),
  signActsAccount: () => ({ required: true }),
  publishTariffs: () => ({ plans: [{ code: 'standard', name: said('Plan') }], extras: [], inForceFrom: '2026-10-01' }),
  offerPlan: () => ({ account: customer.id, plan: { name: said('Plan') } }),
  choosePlanAccount: () => ({ plan: 'standard' }),
  saveSearch: () => ({ kind: 'tasks', name: 'Near', query: { search: 'piano' }, alerts: 'none' }),
  changeSavedSearch: () => ({ kind: 'tasks', name: 'Near', query: { search: 'piano' }, alerts: 'none' }),
  chooseNoticesAccount: () => ({ messageLetters: true }),
  choosePaymentAccount: () => ({ payment: 'platform' }),
  importStatement: () => ({ format: 'mt940', text: ':20:X' }),
  closeMonth: () => ({ totals: 'c'.repeat(64) }),
  takeReturnInflow: () => ({ payout: addresses.payouts, reason: 'bank' }),
  takeTransferReturnInflow: () => ({ transfer: '2026-03', component: 'so', reason: 'bank' }),
  matchOutflow: () => ({ kind: 'payout', id: addresses.payouts }),
  matchInflow: () => ({ kind: 'invoice', id: addresses.invoices }),
  subscribePush: () => ({
    endpoint: 'https://fcm.googleapis.com/x',
    keys: { p256dh: createVapidKeys().publicKey, auth: 'A'.repeat(22) },
  }),
  addMemberAccount: () => ({ number: '+77011234567', roles: ['manager'] }),
};

const said = (text: string) => ({ kk: text, ru: text, en: text });

interface Schema {
  [word: string]: unknown;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
/** The smallest body that a schema accepts. */
function least({
  type,
  enum: choices,
  format,
  pattern = '',
  minimum = 1,
  minItems = 0,
  items = {},
  properties = {},
  required = [],
}: Schema): unknown {
  if (choices) return choices[0];
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, least(properties[name] ?? {})]));
  if (type === 'array') return Array.from({ length: minItems }, () => least(items));
  if (type === 'integer' || type === 'number') return minimum;
  if (type === 'boolean') return true;
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-10-01';
  if (format === 'date-time') return inHours(48);
  return pattern.includes('[0-9a-f]{64}') ? 'c'.repeat(64) : 'Text';
}
const bodyOf = ({ operation, body }: Route): object | undefined =>
  BODIES[operation]?.() ?? (body && (least(z.toJSONSchema(body, { io: 'input' }) as Schema) as object));

/** The path with an existing id, by the folder before its parameter. */
const addressFor = (path: string): string =>
  path
    .replace('{provider}', 'sandbox')
    .replace('{month}', '2026-01')
    .replace('{kind}/{id}', `task/${addresses.tasks}`)
    .replace('{notification}', 'pay')
    .replace('{a}/{b}', '000.p/1')
    .replace(/\{[abc]\}/g, '000')
    .replace(/([\w-]+)\/\{\w+\}/g, (_, folder: string) => `${folder}/${addresses[folder]}`);

/** Did this request fail only because the chain is closed? The log has its id with the error's code. */
const reachedTheChain = (requestId: string | null): boolean =>
  api
    .logged()
    .split('\n')
    .some((line) => requestId !== null && line.includes(requestId) && line.includes(`"code":"${CHAIN_IS_SHUT}"`));

async function ask(route: Route, asker: Asker): Promise<string> {
  const client = api.as(asker.token === undefined ? undefined : ({ token: asker.token } as Registered), asker.door);
  const path = addressFor(route.path);
  const body = bodyOf(route);
  const reply = await (route.method === 'get'
    ? client.get<unknown>(path)
    : route.method === 'delete'
      ? client.remove(path)
      : client[route.method]<unknown>(path, route.raw ? '{}' : body));
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  for (const leak of leaksIn(ofPoster(text, route.operation), route.operation, asker))
    tellings.push(`${route.operation} tells ${asker.name} ${leak}`);
  const outcome = outcomeOf(reply);
  return outcome === 'internal' && reachedTheChain(reply.headers.get('x-request-id')) ? REACHED_THE_CHAIN : outcome;
}

/** Responses that contain a person's data: what contractors publish, who wrote a message, and the documents that parties and accounts confirm. */
const NAMED = [
  'listContractors',
  'readContractor',
  'readDocument',
  'readDocumentContent',
  'readDocumentCopy',
  'readDocumentPackage',
  'readActFile',
  'listThreads',
  'readThread',
  'readThreadMessages',
];
/** Where a contractor reads who posts a task, before acceptance, and a party of a deal the phone of the other. It contains nothing about others. */
const ofPoster = (text: string, operation: string): string => {
  if (operation !== 'readTask' || !text.startsWith('{')) return text;
  const {
    postedBy,
    contacts: _,
    contractors: __,
    ...rest
  } = JSON.parse(text) as { postedBy?: { name?: string }; contacts?: object; contractors?: object };
  return JSON.stringify(postedBy === undefined ? rest : { ...rest, postedBy: { ...postedBy, name: '' } });
};
const OWN_DOCUMENTS = ['readStatement', 'readAcceptedStatement', 'readOwnConsent'];

/** What an accountant books needs the IIN or BIN of the other side. */
const OWN_EXPORTS = ['exportOwnInvoices', 'exportOwnPayments', 'exportOwnServiceActs'];
const FOR_ACCOUNTANTS = [
  'readTaxInvoiceFile',
  'exportInvoices',
  'exportPayments',
  'exportServiceActs',
  'exportBankExchange',
  'exportSales',
];

/** Where a company reads who its members are. Of a change of a member's number it reads nothing about the person. */
const MEMBERS = ['readOwnAccount', 'readAccount', 'readAccountEvents'];
const REIDENTIFICATION = /(?<!Own)Reidentification/;
/** Where everybody reads their own. */
const OF_ONESELF = ['readPayoutDetails', 'setPayoutDetails', 'readOwnAccount', 'listInvitations', 'listOwnReidentifications'];

/** The personal data in a response that its caller may not read there. */
function leaksIn(text: string, operation: string, { account, staff, party, changes }: Asker): string[] {
  const isOurs = staff !== undefined && staff.length > 0;
  const ofOneself =
    isOurs ||
    (party === 'customer' && !REIDENTIFICATION.test(operation)) ||
    changes ||
    OF_ONESELF.includes(operation) ||
    TABLE.get(operation) === 'public';
  const masked = text.includes('•') && !ofOneself ? ['something masked'] : [];
  const told = everybody.flatMap((person) => {
    const isOwn = person.id === account?.id;
    const isJoined = changes === true && person.id === customer.id;
    // To their own number a person has codes sent; those of other members of the account are told to nobody.
    const isOwnNumber = isOwn && person.number === account?.number && operation === 'listOwnAccounts';
    const told: [string, string, boolean][] = [
      ['a number', person.number, isOwnNumber || (isOwn && OWN_DOCUMENTS.includes(operation))],
      [
        ...(['an IIN or BIN', person.identifier] as const),
        (isOwn && [...OWN_DOCUMENTS, ...OWN_EXPORTS].includes(operation)) ||
          (isOurs && FOR_ACCOUNTANTS.includes(operation)) ||
          operation === 'readActFile',
      ],
      ['a name', person.name, isOwn || isJoined || isOurs || NAMED.includes(operation)],
      ['an e-mail', person.email, isOwn || isOurs],
      ['a token', person.token, false],
      ['who a person is', person.person, isOwn || isOurs || (party === 'customer' && MEMBERS.includes(operation))],
      ['the id of an account', person.id, isOwn || isJoined || isOurs || party !== undefined || NAMED.includes(operation)],
    ];
    return told.filter(([, secret, may]) => secret !== '' && !may && text.includes(secret)).map(([what]) => `${what} of ${person.name}`);
  });
  return [...masked, ...told];
}

/** Results that differ from the table. */
function faultsOf(operation: string, given = TABLE.get(operation)): string[] {
  const route = api.routes.find((each) => each.operation === operation) as Route;
  return askers.flatMap((asker) => {
    const came = outcomes.get(operation)?.get(asker.name) as string;
    const expected = expectedOf(route, asker, given);
    return expected.includes(came) ? [] : [`${operation} by ${asker.name}: ${came}, not ${expected.join(' or ')}`];
  });
}

const unclassified = (routes: Pick<Route, 'operation'>[]): string[] =>
  routes.map(({ operation }) => operation).filter((operation) => !TABLE.has(operation));

test('every route has a class, and every class has existing routes', () => {
  expect(unclassified(api.routes)).toEqual([]);
  expect(unclassified([...api.routes, { operation: 'readEverything' }])).toEqual(['readEverything']);
  const there = new Set(api.routes.map(({ operation }) => operation));
  expect([...TABLE.keys(), ...BEGINS, ...ALWAYS, ...FINISHES].filter((operation) => !there.has(operation))).toEqual([]);
  expect(() => classesOf({ public: 'readTask', 'any account': 'readTask' })).toThrow('two classes');
});

test('every command of the staff has a matter, and every matter has existing commands', () => {
  const ofStaff = ({ operation, method, path }: Route): boolean =>
    method !== 'get' && (/staff: /.test(TABLE.get(operation) ?? '') || path.startsWith('/v1/operator/'));
  const unclassifiedOf = (routes: Route[]) => routes.filter(ofStaff).flatMap(({ operation }) => (MATTER.has(operation) ? [] : operation));
  expect(unclassifiedOf(api.routes)).toEqual([]);
  const [any] = api.routes as [Route];
  expect(unclassifiedOf([...api.routes, { ...any, method: 'post', path: '/v1/operator/payments', operation: 'payOut' }])).toEqual([
    'payOut',
  ]);
  expect([...MATTER.keys()].filter((operation) => !api.routes.some((each) => ofStaff(each) && each.operation === operation))).toEqual([]);
});

test('every route admits exactly those whom its class names', () => {
  expect(api.routes.flatMap(({ operation }) => faultsOf(operation))).toEqual([]);
});

/** An id of the same form that does not exist. */
const elsewhere = (path: string): string =>
  path
    .replace('social-transfers/2026-03', 'social-transfers/2026-04')
    .replace(/[0-9a-f](?=[0-9a-f]{7}(-|[0-9a-f]{56}))/, (digit) => (digit === '0' ? '1' : '0'));

test('a hidden life gets the same response as a missing one', async () => {
  const strangers = askers.filter(({ name }) => name.startsWith('another'));
  // Routes of the staff give all others the same response before they look. A phone with a QR code has no session: its token decides. A check is for everybody
  // who has the paper. A signed link to a file says what it is for before it is looked at.
  const hidden = api.routes.filter(
    ({ path, method }) => /\{id\}/.test(path) && method === 'get' && !/contractors|operator|egov|checks|shown/.test(path),
  );
  expect(hidden.length).toBeGreaterThan(30);
  for (const { path } of hidden) {
    const there = addressFor(path);
    expect(elsewhere(there)).not.toBe(there);
    for (const asker of strangers) {
      const [one, other] = await Promise.all([there, elsewhere(there)].map((address) => api.as(asker.account).get<unknown>(address)));
      expect([path, one?.status, one?.body]).toEqual([path, 404, other?.body]);
      expect(one?.headers.get('content-length')).toBe(other?.headers.get('content-length'));
    }
  }
});

test.each([
  ['readFee', 'any account'],
  ['readFee', 'public'],
  ['readOwnAccount', 'public'],
  ['readAcceptedStatement', 'any account'],
  ['readAcceptedStatement', 'read by parties'],
  ['listOperatorWork', 'any account'],
  ['markUnexpectedSeen', 'any account'],
  ['postTask', 'any user: manager'],
  ['postTask', 'any customer: manager signatory'],
  ['amendTask', 'both: manager accountant'],
  ['amendTask', 'both: owner'],
  ['suspendAccount', 'staff: support moderator administrator'],
  ['suspendAccount', 'staff: moderator'],
  ['readVerification', 'public'],
  ['admitDispute', 'both: signatory, staff: finance support'],
  ['publishOfferRevision', 'any staff'],
])('%s refuses %s', (operation, given) => {
  expect(faultsOf(operation, given)).not.toEqual([]);
});

/** The longest name first: a tax invoice is no invoice. */
const LIVES = Object.entries(lifeTypes)
  .map(([kind, law]) => [pascal(kind), law] as const)
  .toSorted(([one], [other]) => other.length - one.length);
/** The chart and the name of a command. */
const commandOf = (operation: string): { law: LifeType; name: string } | undefined => {
  const [title, law] = LIVES.find(([end]) => operation.endsWith(end)) ?? [];
  const name = operation.slice(0, -(title?.length ?? 0));
  return law && { law, name };
};
const partiesOf = ({ law, name }: { law: LifeType; name: string }): string[] => {
  const transitions = allTransitions(law.chart).filter(({ eventType }) => eventType === name);
  return [...new Set(transitions.flatMap(({ meta }) => (meta as TransitionLaw).by))].toSorted();
};

test('the parties of a command’s class are those of its chart', () => {
  const faults = api.routes
    // A proposal and an invitation are no lives: no chart knows their commands. A QR code leads to the command `sign`, and a message to `say`.
    .filter(({ method, path }) => method === 'post' && /(?<!(proposals|invitations)\/)\{id\}\/(?!(?:qr|messages)$)[\w-]+$/.test(path))
    .flatMap(({ operation }) => {
      // The claimant, the debtor and the creditor may be either party.
      const { parties, staff } = accessOf((TABLE.get(operation) ?? '').replace(/^(claimant|respondent|debtor|creditor)/, 'both'));
      const named = [...parties, ...(staff ? ['operator'] : [])].toSorted();
      const command = commandOf(operation);
      const chart = command && partiesOf(command);
      return JSON.stringify(named) === JSON.stringify(chart) ? [] : [`${operation}: ${named.join(' ')}, not ${chart?.join(' ')}`];
    });
  expect(faults).toEqual([]);
});

test('no response reveals numbers, names, addresses, identifiers or ids of others', () => {
  expect(tellings).toEqual([]);
  const [nobody] = askers as [Asker];
  const told = leaksIn(`${JSON.stringify(everybody)} +7701•••••67`, 'readTask', nobody);
  expect(new Set(told.map((leak) => leak.split(' of ')[0]))).toEqual(
    new Set(['something masked', 'a number', 'an IIN or BIN', 'a name', 'an e-mail', 'a token', 'who a person is', 'the id']),
  );
});

test('the whole log contains no personal data', () => {
  const logged = api.logged();
  const secrets = everybody.flatMap(({ number, identifier, name, email, token }) => [number, identifier, name, email, token]);
  expect(secrets.filter((secret) => secret !== '' && (logged.includes(secret) || logged.includes(encodeURIComponent(secret))))).toEqual([]);
  // Control: the log contains the requests and the errors.
  for (const text of [`/v1/accounts/${customer.id}/suspend`, CHAIN_IS_SHUT]) expect(logged).toContain(text);
});
