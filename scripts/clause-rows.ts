/** What carries out each clause of the offer, kept by hand. `npm run clauses` makes docs/clauses.md of it; scripts/clauses.test.ts checks it. */

/** A test by its file and its name, as written in the file. */
export interface Proof {
  file: string;
  name: string;
}

interface Described {
  clause: string;
  /** What the clause says, in plain English. */
  gist: string;
}

interface Carried extends Described {
  /** What carries it out beside the charts' transitions, which the script adds: rules, documents, doors of the API. */
  by: string;
  tests: Proof[];
}

export type Row =
  /** Numbers that only head others. */
  | (Described & { status: 'heading' })
  /**
   * Every duty and right of the clause is carried out, and each of the tests fails without it. `unconfirmed`: what no test can show, because only somebody
   * outside can say it: a bank, an accountant, a lawyer.
   */
  | (Carried & { status: 'whole'; unconfirmed?: string })
  | (Carried & { status: 'part'; missing: string })
  /** Nothing carries it out. */
  | (Described & { status: 'not'; missing: string });

const proof = (file: string, name: string): Proof => ({ file, name });
const heading = (clause: string, gist: string): Row => ({ clause, gist, status: 'heading' });
const whole = (clause: string, gist: string, by: string, ...tests: Proof[]): Row => ({ clause, gist, status: 'whole', by, tests });
const unconfirmed = (row: Row, by: string): Row => ({ ...row, unconfirmed: by }) as Row;
const part = (clause: string, gist: string, by: string, missing: string, ...tests: Proof[]): Row => ({
  clause,
  gist,
  status: 'part',
  by,
  missing,
  tests,
});
const not = (clause: string, gist: string, missing: string): Row => ({ clause, gist, status: 'not', missing });

const ACCOUNT = 'charts/account/chart.test.ts';
const SITE = 'web/cabinet/site.test.ts';
const TASK = 'charts/task/chart.test.ts';
const SIGNING = 'api/signings/life.test.ts';
const SIGNATURES = 'api/signings/signatures.test.ts';
const SUSPENSION = 'api/accounts/suspension.test.ts';
const NO_COMPLAINT = 'A user cannot report a breach to the staff; only a party can claim.';

export const clauseRows: Row[] = [
  whole(
    '1.1',
    'An authorised device is one on which the user has passed authentication.',
    'Each login makes or finds a device. Its user lists and revokes devices; a device with a key can log in by it.',
    proof('api/auth/devices.test.ts', 'is listed with its name, and every account of its person gets a notice'),
    proof('api/auth/devices.test.ts', 'cannot log in after it was revoked, and its sessions end at once'),
  ),
  part(
    '1.2',
    'The authorised number is named at registration. What is sent to it counts as received. A lost device or a new number has to be reported for re-identification.',
    'Notices of legal weight go to the number by SMS. Re-identification changes the number. Terms of claims run from the sending.',
    'An e-mail that bounces after the server took it stays unknown. Deadlines of charts run from the event, also where the notice was sent late; the staff see what reached nobody.',
    proof('api/resource/notices.test.ts', 'a legal notice (1.2) is one notice in the cabinet, with each channel and its proof'),
    proof(
      'api/auth/reidentification.test.ts',
      'becomes the authorised number after the waiting time: it logs in, and the old one and its sessions do not',
    ),
  ),
  whole(
    '1.3',
    'Authentication is passed with number and password or, where technically possible, on an authorised device. Without it there is no session.',
    'Login by code, password or the key of a device. Every route but the public ones needs a session.',
    proof('api/auth/sessions.test.ts', 'without a token is refused everywhere'),
    proof('api/auth/devices.test.ts', 'is refused with another key, purpose or challenge, or with a signature of nothing'),
    proof('api/auth/password-routes.test.ts', 'is set with a code to one’s own number, logs in with the number, and sends a notice'),
  ),
  whole(
    '1.4',
    'An account is made at registration. What is done through it after authentication is done by the user personally and has legal force.',
    'Each event of a chain names the account and, as keyed hashes, the person, the session and the device. Members act for a company by their roles.',
    proof('api/auth/sessions.test.ts', 'is recorded in the account’s chain by the platform, with the actor as keyed hashes'),
    proof(
      'api/offer/acceptances.test.ts',
      'is consented to by the next command: the chain records when it was shown, the command, the actor and the device',
    ),
    proof('api/accounts/accounts.test.ts', 'can do what their roles allow, and nothing else'),
    proof(SIGNATURES, 'is confirmed with a code to the authorised number, which counts once and for its owner alone'),
  ),
  whole(
    '1.5',
    'A task describes work of a definite volume and parameters. A customer posts it through the cabinet.',
    '`POST /v1/tasks` asks for title, lines with quantities, dates and terms; only an account in the role of customer may post.',
    proof(TASK, 'is for customers'),
    proof('api/tasks/schema.test.ts', 'must have volume and parameters: without %s it is refused'),
  ),
  whole(
    '1.6',
    'A customer is a legal entity, an individual entrepreneur or a natural person.',
    'Registration checks the kind by IIN or BIN, and that the roles fit it.',
    proof(ACCOUNT, 'takes %s (1.6, 1.7)'),
    proof('api/accounts/accounts.test.ts', 'of the kind %s as %p gives an account for which the session acts at once (1.4, 1.6, 1.7)'),
  ),
  whole(
    '1.7',
    'A contractor is a natural person or an individual entrepreneur who is registered on the platform.',
    'Registration refuses a company in the role of contractor. Only a contractor may respond and accept.',
    proof(ACCOUNT, 'takes %s (1.6, 1.7)'),
    proof(ACCOUNT, 'refuses %s (1.6, 1.7)'),
  ),
  whole(
    '1.8',
    'In the cabinet the user manages the account, posts and changes information, makes and accepts documents, follows statuses and settles.',
    'The cabinet (`/cabinet/`) has pages for all of this, and its buttons are the menu of the API. Each answer shows the state, the menu and what happens if nobody acts. In a deal a party sends a paper of its own as a PDF.',
    proof('web/cabinet/entry.test.ts', 'registers in steps, and what was typed outlives a reload'),
    proof('web/cabinet/cabinet.test.ts', 'a task goes to its end'),
    proof('web/cabinet/claims.test.ts', 'a party sends a paper of its own, which the other confirms'),
    proof('api/documents/content.test.ts', 'is served byte for byte to readers of its signing, and to nobody else'),
    proof(
      'api/papers/own-papers.test.ts',
      'is kept byte for byte, waits for both, and is read by the parties of the deal and the staff alone',
    ),
  ),
  whole(
    '1.9',
    'The password is a one-time code sent by SMS to the authorised number on request, or one that the user has set.',
    'Codes of six digits, valid for minutes; passwords kept by argon2id.',
    proof('api/auth/codes.test.ts', 'has six digits, is valid for five minutes, and logs in the holder of the number'),
    proof('api/auth/password-routes.test.ts', 'is set with a code to one’s own number, logs in with the number, and sends a notice'),
  ),
  part(
    '1.10',
    'The platform lets users post, change and withdraw tasks until acceptance, accept or decline them, follow them, settle electronically, sign and exchange documents, and write to support.',
    'Tasks, statuses, payments, payouts, documents, notices, and threads in which the parties and candidates write to each other.',
    'No message can be sent to support.',
    proof('api/threads/threads.test.ts', 'begins with the first message, and both go on in it'),
    proof(TASK, 'a change makes a new version, and the version before it can no longer be accepted'),
    proof(TASK, 'only its customer can withdraw it, and only the operator can block it (4.4.3)'),
  ),
  whole(
    '1.11',
    'An electronic digital signature is used on the platform and gives the signed documents legal force.',
    'A party signs with a CMS (ЭЦП) or in eGov Mobile, by our own QR code or through SIGEX. Each is verified when it comes, and read and checked again before the document is called signed. Dated parameters say for whom a confirmation in the account (1.4) does not do; the clause asks that of nobody, and today it does for all.',
    proof(SIGNATURES, 'is signed by both with electronic signatures, and called signed once they were read back and checked'),
    proof(SIGNATURES, 'with %s is never called signed, and the staff are told'),
    proof('api/signings/egov.test.ts', 'signs as whoever asked for the code, once, by the messages of eGov Mobile'),
    proof('api/signings/carried.test.ts', 'hands over the document, and signs as whoever asked for the code'),
  ),
  part(
    '1.12',
    'The site at akjet.kz is a part of the platform.',
    'Everybody reads how a deal goes, the offer and its revisions, tariffs, help and contacts, and checks a paper.',
    'Which host serves it under that name is not a matter of this repository.',
    proof(SITE, 'the offer is read whole, by its clauses, and a revision to come clause by clause'),
    proof(SITE, 'tariffs, help and contacts say what the API says today'),
  ),
  part(
    '1.13',
    'A session is the time in which the authorised user uses the cabinet. It lasts until logout or, where technically possible, a change of device.',
    'Sessions with logout; a login on a new device ends those on other devices.',
    'A session also ends when it was idle for long and after its longest term. The offer names neither; both are parameters of the platform.',
    proof('api/auth/sessions.test.ts', 'ended by its owner ends at once, also for a thief of its token'),
    proof('api/auth/sessions.test.ts', 'from a new device ends the session of the old one (1.13)'),
  ),
  whole(
    '2.1',
    'The offer is accepted in full and without reservation, in the way of each category of users.',
    'An acceptance names the revision in force by its hash. An account in both roles makes both acceptances.',
    proof('api/offer/acceptances.test.ts', 'needs both if the account is both'),
    proof('api/offer/acceptances.test.ts', 'must name the revision in force and a statement with its current text'),
  ),
  whole(
    '2.1.1',
    'A customer signs a statement of accession, and goes on using the platform after reading the offer.',
    'The statement is a paper in both languages. It is confirmed in the account by its hash (1.4) or signed with an electronic signature (1.11), kept sealed and read back byte for byte; a representative of a company gives it. Dated parameters say for whom only the signature counts.',
    proof('api/offer/acceptances.test.ts', 'is given by a customer with the generated statement, kept sealed and read back byte for byte'),
    proof('api/offer/acceptances.test.ts', 'is given for a company by who may act for it: it names them, and nobody else can'),
    proof(
      'api/offer/signed-statement.test.ts',
      'is signed for a company by its head with an electronic signature, which is read back with the statement',
    ),
  ),
  whole(
    '2.1.2',
    'A contractor ticks the box “I accept the terms of the public offer”, and goes on using the platform after reading the offer.',
    'The acceptance holds the exact words of the box and the hash of the revision.',
    proof(ACCOUNT, 'a contractor ticks the checkbox, and its exact text is kept (2.1.2)'),
    proof('api/offer/acceptances.test.ts', 'is given by a contractor with the checkbox and its exact words'),
  ),
  whole(
    '2.2',
    'Acceptance makes the contract between operator and user. The user has to read the offer before it.',
    'Before acceptance every command is refused and the answer says where the text is. The text is public.',
    proof('api/offer/acceptances.test.ts', 'must precede every command of any life, and the refusal says what to do; reading needs none'),
    proof('api/documentation.test.ts', 'is served word for word to anybody, with its hash and clauses'),
  ),
  not(
    '2.3',
    'The platform is provided “as is”, without warranties but those that the offer states.',
    'A limit of warranty. Only the text of the offer says it; no statement, document or answer repeats it.',
  ),
  whole(
    '3.1',
    'The operator lets users find and post tasks, communicate, settle, and prepare and sign documents with a digital signature.',
    'Open tasks are searched by words in three languages, category, place, distance, price and dates, and contractors by words, skills, places, languages, rating and tasks done, both in published orders; searches of tasks are kept, and letters tell of new ones that match. Lists of tasks, invitations, responses, payments, payouts and documents. The customer and each candidate, the parties of a deal and those of a dispute write to each other in threads; the parties of a deal see the phone of the other and the exact address.',
    proof('api/contractors/contractors.test.ts', 'returns pages, newest first, each contractor once'),
    proof('api/contractors/filters.test.ts', 'with counts by category and place, each contractor once in what lies above its skills'),
    proof('api/search/search.test.ts', 'by category and place, with all below them'),
    proof('api/search/search.test.ts', 'only open tasks: not accepted, withdrawn or blocked ones'),
    proof('api/search/search.test.ts', 'by each order, and says in words of the reader which'),
    proof('api/searches/searches.test.ts', 'match by words in Kazakh and by district, and once for each search'),
    proof('api/searches/searches.test.ts', 'at once: one letter gathers what is found until it is due, and the next keeps the pause'),
    proof('api/threads/threads.test.ts', 'begins with the first message, and both go on in it'),
    proof('api/tasks/contacts.test.ts', 'appear with acceptance, and go some days after the end of the task'),
    proof('api/files/hanging.test.ts', 'are read by both parties and the staff with the thing that they hang on, and are in its chain'),
  ),
  unconfirmed(
    whole(
      '3.2',
      'Customers pay a subscription, a commission or another fee. Its amount and order stand in the statement of accession or in the cabinet.',
      'Dated plans with a commission, its least and most, and a subscription for a month, published by two of the staff and shown without login. A customer chooses a plan or agrees to individual terms from the next month; a task pins its commission; fees become invoices with an act of services. Who pays another charge by new tariffs is told before. What claims bring for the work of a task, also after its end, bears its commission once, and the customer reads it before. New tasks are limited while the fee is overdue, after a warning.',
      proof(TASK, 'are charged the fee however the deal ends'),
      proof('api/tariffs/tariffs.test.ts', 'change by two of the staff, from a month that is told before'),
      proof(
        'api/tariffs/tariffs.test.ts',
        'are chosen by a customer from the next month, individual ones as both agreed them, and charge a subscription for each month',
      ),
      proof(
        'api/tariffs/tariffs.test.ts',
        'are told once to each customer whose charge changes, with the old and the new terms, and to nobody else',
      ),
      proof(
        'api/invoices/limits.test.ts',
        'are limited after a letter that was sent, as was shown before; what runs goes on, and the payment ends it at once',
      ),
      proof('rules/tariff.test.ts', 'of any parts adds up to that of the whole, and none is negative'),
      proof(
        'api/disputes/commission.test.ts',
        'is charged on what is admitted in part and agreed, and on a second claim, and never more than on the whole',
      ),
      proof('api/disputes/commission.test.ts', 'is a line of the invoice of its month, which names the claim and the paper'),
      proof(
        'documents/accession-statement.test.ts',
        'states the tariff with VAT, the term of payment and the penalty (3.2, 6.3), and that they never change for a task that is posted',
      ),
    ),
    'A lawyer has not confirmed that a claim after the task bears commission also beyond the price of the task, nor that a price which goes down gives none back.',
  ),
  whole(
    '3.3',
    'For contractors the main use is free. Additional paid services show their cost in the cabinet.',
    'A fee is charged to a customer alone. Profile, responses and payouts cost nothing, and the page of tariffs and the account say so. The tariffs list the extras with their price; an order names the price that was seen, is paid by card before it is drawn, and is paid back by itself if it cannot be drawn in its term.',
    proof(
      'api/extras/extras.test.ts',
      'is free for contractors but for what the tariffs list with its price, which everybody reads before',
    ),
    proof(
      'api/extras/extras.test.ts',
      'is refused at another price than that of the day, for a period to come, and while another order waits',
    ),
    proof('api/extras/extras.test.ts', 'is paid by card, then drawn from the acts and the ledger, and anybody can check it'),
    proof('api/extras/extras.test.ts', 'that cannot be drawn in its term is paid back by itself'),
    proof(
      'api/contractors/contractors.test.ts',
      'has versions, with prices and services in the contractor’s words, and no number, address or document',
    ),
  ),
  unconfirmed(
    whole(
      '3.4',
      'Accepting a task creates an obligation between customer and contractor. The operator is no party to it, no employer and no tax agent.',
      'Acceptance binds both; later versions need both. Order and contract name the two as parties, and are kept free of labour-law words. Social payments of the self-employed are withheld from payouts by component, and come back with them. Without a proved regime a payout waits. The transfer of a month is a life with its register, reminders, a file of payment orders for the bank, payment and returns by the bank’s statement. Corrections of earlier months are reversals, declared with the next register. The self-employed are asked for a receipt. A company reads what it has to withhold itself before it chooses and pays.',
      proof(TASK, 'the first of thirty contractors who accept gets the task, which binds both parties (3.4)'),
      proof(TASK, 'proposed by one side and accepted by the other makes a new version with its own dates and price'),
      proof(TASK, 'that were accepted cannot be removed by an amendment, even one proposed before'),
      proof(
        'charts/payout/chart.test.ts',
        'what is withheld is booked apart, the rest goes to the provider, and the parent hears of the gross sum',
      ),
      proof(
        'api/social-transfers/social-transfers.test.ts',
        'finance records the payment orders, and the accounts of the social payments are even',
      ),
      proof(
        'api/social-transfers/by-bank.test.ts',
        'the statement pays a component by number, sum and payee, once however often it is imported; the rest is work',
      ),
      proof(
        'api/social-transfers/by-bank.test.ts',
        'an order that the bank sends back is to be paid again, with the reason, and is paid by its next entry',
      ),
      proof(
        'api/tasks/taxes.test.ts',
        'a company reads what it has to withhold from a natural person who responds, and does not pay that person through the platform',
      ),
    ),
    'No accountant has confirmed the rates, the codes, the payee, and how corrections of earlier months are declared. No bank has taken the file.',
  ),
  heading('4.1', 'General duties of all users.'),
  part(
    '4.1.1',
    'The platform is used for lawful purposes, in good faith and as it is meant.',
    'The staff may suspend or terminate on the ground `bad-faith` (4.4.2).',
    NO_COMPLAINT,
    proof(ACCOUNT, 'a suspension sends a notice and informs the tasks, and the user can appeal until the term ends'),
  ),
  part(
    '4.1.2',
    'What the user does on the platform breaks no law, no rights of others and no business custom.',
    'The staff may suspend or terminate (4.4.2) and block a task or a review (4.4.3).',
    NO_COMPLAINT,
    proof(ACCOUNT, 'a suspension sends a notice and informs the tasks, and the user can appeal until the term ends'),
  ),
  part(
    '4.1.3',
    'No unfair competition, deception, fraud, discrimination or incitement.',
    'The staff may suspend or terminate on the grounds `fraud` and `laundering` (4.4.2). IIN, BIN and IBAN are checked by their digits. Names of the operator and look-alikes are refused.',
    NO_COMPLAINT,
    proof('rules/identifiers.test.ts', 'a change of its last digit is always found'),
  ),
  part(
    '4.1.4',
    'The user answers for what they publish being true, current and complete.',
    'Details are changed by their owner; requisites are checked by their form, and papers that lack any are not begun; a tax status has evidence, an end and a confirmation; reviews come from the parties of a deal alone.',
    'Nothing asks a user to confirm details, profile or evidence of skills from time to time. False information cannot be reported.',
    proof(
      'api/accounts/tax.test.ts',
      'is declared with evidence, and the staff confirm or refuse it with reasons that the contractor reads',
    ),
    proof('api/requisites/requisites.test.ts', 'a customer who lacks its own posts nothing: each field is named, with where to set it'),
  ),
  part(
    '4.1.5',
    'No threats, insults, slander, pornography, violence, extremism, malware, phishing, spam, or personal data of others without consent.',
    'The staff may block a task that is not accepted yet, and the texts of a review (4.4.3).',
    `Profiles, claims, reasons and messages cannot be blocked. Nothing looks for such content. ${NO_COMPLAINT}`,
    proof('api/reviews/reviews.test.ts', 'the operator may block a party’s texts, and every response omits them (4.4.3)'),
  ),
  whole(
    '4.1.6',
    'The user passes no access data on, and reports a suspected intrusion at once.',
    'Each code says that it is for nobody else. A report, also by who is locked out, ends every session and pauses all commands until the staff have checked.',
    proof('api/accounts/accounts.test.ts', 'ends every session at once and pauses the commands until the staff have checked it'),
    proof('api/accounts/accounts.test.ts', 'can be recorded for a locked-out person by support, and by no other staff'),
    proof('api/auth/code-words.test.ts', 'warns against sharing the code (4.1.6)'),
  ),
  whole(
    '4.1.7',
    'Users take reasonable care with prepayment, access to sites and confidential information.',
    'Before a task is accepted, phone numbers, addresses of mail, links and names of messengers in messages are hidden, and both are told why; in profiles they are always hidden, and the contractor is told. The exact address and the phones appear with acceptance and go again some days after the end. The letter about the acceptance, and the preview of a report of a payment in advance, warn of prepayment outside the platform.',
    proof('api/threads/threads.test.ts', 'are hidden from the other, and the author is told; the operator reads what was written'),
    proof('api/contractors/profile.test.ts', 'cannot be found by a hidden phone number'),
    proof('api/tasks/contacts.test.ts', 'are in nothing that others read, in no list, no event, no letter and no log'),
    proof('api/tasks/contacts.test.ts', 'warns of a prepayment before it is reported, and in the letter about the acceptance'),
  ),
  heading('4.2', 'Further duties of the contractor.'),
  part(
    '4.2.1',
    'The contractor performs accepted tasks well, in full and in time.',
    'Reminders and deadlines of start and end, grace, rework, acceptance in part; the customer may leave free when the contractor is late. The profile counts starts in time, late ones and no-shows; the contractor may object to a recorded one, the customer may answer, and the staff decide in a term, until which it does not count.',
    'What the customer really lost by a resignation is claimed as costs or damages.',
    proof(TASK, 'is free for the customer when the work did not start in time'),
    proof(
      'api/contractors/reliability.test.ts',
      'counts starts in time, late ones and no-shows by the clock of the task, and nothing before the start is due',
    ),
    proof(
      'api/objections/objections.test.ts',
      'takes the record out of the figures until it is decided, and for good if the operator excuses it',
    ),
    proof(
      'api/objections/objections.test.ts',
      'waits for the staff with a deadline once the term of the customer is over; what they do not decide in time counts no more',
    ),
    proof(TASK, 'work is sent back as often as the terms allow'),
    proof(TASK, 'are not accepted beyond the agreed quantity'),
  ),
  unconfirmed(
    whole(
      '4.2.2',
      'The contractor has the skills, permits, licences and equipment that the law or the task require.',
      'A task states its requirements in words, equipment too; they stand in the order, the contract and each amendment, and accepting a version accepts them. It may name categories for which a qualification must be proved: a contractor declares it with files, the staff approve, refuse or revoke it with reasons, and it ends with its last day. Nobody responds or accepts without it, also if it is revoked at that moment. The public profile shows what is proved.',
      proof('api/qualifications/qualifications.test.ts', 'counts once the staff have approved it, for its categories and those below them'),
      proof('api/qualifications/qualifications.test.ts', 'is announced to end thirty days and a week before, and ends with its last day'),
      proof(
        'api/qualifications/qualifications.test.ts',
        'is not accepted without it: what is missing is named, with what to do, and a preview says the same',
      ),
      proof('api/qualifications/qualifications.test.ts', 'gets no response without it'),
      proof('api/qualifications/qualifications.test.ts', 'is not accepted by a qualification that is just being revoked'),
      proof(
        'documents/agreement.test.ts',
        'names what the task requires of the contractor: in words, and the categories to be proved (4.2.2)',
      ),
      proof(
        'api/contractors/contractors.test.ts',
        'shows what is proved, without number, issuer and file, and nothing that is undecided or revoked (4.2.2)',
      ),
    ),
    'a lawyer: for which work the law demands a licence or a permit. Only the task demands one here.',
  ),
  part(
    '4.2.3',
    'The contractor keeps the safety rules that the customer has told.',
    'The contractor acknowledges each briefing before the work, also for hazards of later versions, and may stop unsafe work.',
    'Permits for dangerous work are not asked for. The customer cannot stop work that breaks the rules.',
    proof(TASK, 'stop work in progress until the contractor has been briefed'),
    proof(TASK, 'for a new risk keeps the work from beginning until the contractor has confirmed the briefing (4.3.1, 4.3.2)'),
  ),
  heading('4.3', 'Further duties of the customer.'),
  part(
    '4.3.1',
    'The customer gives full, true and timely information about task, site, conditions, risks and safety.',
    'A task has hazards, a description, and an exact address that the contractor alone reads after acceptance; files and questions go in its thread. Hazards of every version ask for a briefing. A new risk stops work and terms until the contractor has acknowledged it.',
    'A post itself carries no files.',
    proof('api/tasks/contacts.test.ts', 'appear with acceptance, and go some days after the end of the task'),
    proof(TASK, 'require a briefing before the work'),
    proof(TASK, 'for a new risk keeps the work from beginning until the contractor has confirmed the briefing (4.3.1, 4.3.2)'),
  ),
  part(
    '4.3.2',
    'The customer makes conditions safe, gives a briefing where needed, and gives access to the site at the agreed time.',
    'A briefing binds the customer before dangerous work, with a term after which leaving is free. Work begins at the agreed time. Missing access stops the clocks.',
    'Access once denied has no term after which the customer must give it.',
    proof(TASK, 'comes before the work and binds the customer'),
    proof(TASK, 'that is late lets the contractor give up without cost, and the time to begin counts from the briefing'),
    proof(TASK, 'is binding, unless the customer allows an earlier one'),
  ),
  whole(
    '4.3.3',
    'The customer accepts work and signs its documents in time and without unfounded delay.',
    'Terms and reminders of review and of the act. Silence approves, makes the act one-sided, or opens a claim, as the terms say: then the claim decides, and reminders go on until it is made. A refusal, and the defects of a part, are papers with the reasons.',
    proof('api/tasks/life.test.ts', 'is approved by silence if its terms say so (4.3.3)'),
    proof(SIGNING, 'reminds the party whose turn it is, and expires after its term'),
  ),
  heading('4.4', 'Rights of the operator.'),
  part(
    '4.4.1',
    'The operator may check at any moment whether users keep the offer, and ask for documents.',
    'The staff ask for documents with a term, ask again, approve, refuse, or withdraw. A tax status is confirmed in the same way.',
    'Documents are named by their hash: the files themselves cannot be handed over. A refused or lapsed check has no consequence of its own.',
    proof(
      'api/verifications/verifications.test.ts',
      'is answered by the account, extended, and approved by the operator; its account gets the result',
    ),
  ),
  whole(
    '4.4.2',
    'The operator may suspend or terminate access without notice: for bad faith, founded complaints, a threat to safety, or suspicion of fraud or laundering.',
    'Suspension and termination take effect at once, each on one of these grounds. The user may appeal.',
    proof(SUSPENSION, 'lets the account finish tasks but begin none, and hides its profile; everything works again when it is lifted'),
    proof(SUSPENSION, 'ends every session; after a new login the user can only appeal'),
  ),
  part(
    '4.4.3',
    'The operator may delete, block or edit any content that breaks the law, the offer or the rights of others.',
    'The staff may block a task that is not accepted yet, and the texts of a review, with reasons.',
    'Other content cannot be blocked: profiles, names, accepted tasks, claims, messages. Nothing can be edited.',
    proof('api/reviews/reviews.test.ts', 'the operator may block a party’s texts, and every response omits them (4.4.3)'),
    proof(TASK, 'only its customer can withdraw it, and only the operator can block it (4.4.3)'),
  ),
  unconfirmed(
    whole(
      '5.1',
      "Customers pay the operator's fee by transfer to the requisites in the statement of accession.",
      'The statement and each invoice name the requisites. Fees of a month become one numbered invoice, whose term runs from its sending; payments come by bank statements, by card for small invoices, or are recorded, also in part, and what is too much counts towards the next. A customer and the finance draw the reconciliation act of any period, and take invoices, acts and payments away as files, the finance also for 1C and the State’s tax invoices.',
      proof(
        'documents/accession-statement.test.ts',
        'states the whole account to pay the fee to, or where the operator will name it and that no penalty runs before (5.1)',
      ),
      proof(
        'api/invoices/by-card.test.ts',
        'is as it was until the provider has the money, and then settled, with the money at the provider and not at the bank',
      ),
      proof('api/invoices/by-card.test.ts', 'a chargeback opens it again, with the penalty of all its days'),
      proof('api/invoices/invoices.test.ts', 'paid in part lowers the sum that bears penalty, and shows the penalty for any day'),
      proof(
        'api/invoices/invoices.test.ts',
        'gathers the fees of a month by customer once, numbered without holes, also by workers at once and run again',
      ),
      proof(
        'api/reconciliation-acts/reconciliation-acts.test.ts',
        'has each fee, penalty and payment of a period from the ledger, and opens with what the period before closed with',
      ),
      proof('charts/invoice/chart.test.ts', 'a year of invoices with late, partial and excess payments agrees with the books to the tiyn'),
      proof('api/exports/exports.test.ts', 'has a journal that comes to the balance of every account of the books'),
      proof(
        'api/tax-invoices/tax-invoices.test.ts',
        'reminds the finance before its fifteen days end, and is overdue after them, until the number is recorded',
      ),
    ),
    'no bank, no 1C and not the State’s system of tax invoices has taken the files.',
  ),
  unconfirmed(
    whole(
      '5.2',
      'Customer and contractor settle through the platform by electronic payment, or directly, as the settings say.',
      'A customer chooses in its account how its tasks are paid, and may say otherwise for a task. Direct payment is reported and confirmed. Payment through a provider is held, prepaid or charged, captured and paid out to the details that the payee has named: by the provider, or by a payment order to the operator’s bank where the provider does not pay there.',
      proof('api/tasks/terms.test.ts', 'is what its post says, else what the account has chosen for all, and what was posted before stays'),
      proof(TASK, 'in parts leaves the rest due until all is confirmed'),
      proof('api/payments/payments.test.ts', 'is held and captured in part: the rest goes back'),
      proof('api/payout-details/payout-details.test.ts', 'goes to the details of its payee, under the payee’s own name, and pins them'),
      proof(
        'api/bank-orders/bank-orders.test.ts',
        'is confirmed by the statement alone, with its own sum, however often and by whomever that is imported',
      ),
    ),
    'no payment organisation and no bank is connected. The adapter of TipTopPay has met only its stand-in, and no bank has taken the files.',
  ),
  unconfirmed(
    whole(
      '5.3',
      'The platform prepares, exchanges and signs documents with a digital signature. Signed documents have legal force.',
      'Contract, order and completion act (form R-1) are drawn as PDF/A in Kazakh and Russian, exchanged, signed or confirmed, one after the other or in any order, and kept. Changes, refusals, claims and their outcomes are papers too, and a party sends papers of its own. An order (заявка) is confirmed with the task (1.4): who wants an electronic signature before the work chooses the contract.',
      proof(SIGNATURES, 'signs by its head, and by nobody who has no powers'),
      proof(SIGNING, 'accepts confirmations in order, each of the document’s hash (1.4), and informs the task'),
      proof(
        'api/papers/own-papers.test.ts',
        'is signed by account and by an electronic signature, over the bytes that were sent, and the task hears nothing of it',
      ),
      proof(
        'documents/completion-act.test.ts',
        'has the corner, the boxes, every column with its number, the total and the footnotes of the form',
      ),
    ),
    'no real NCANode, NCALayer, eGov mobile or SIGEX has taken part.',
  ),
  part(
    '6.1',
    'The operator does not answer for the quality and the terms of tasks; customer and contractor do.',
    'A claim about the work goes to the other party. The contract says that the operator is no party to it.',
    'A claim against the operator about the quality of work is taken without a word on this clause.',
    proof('api/disputes/disputes.test.ts', 'is about a task that has ended, and the same request gives the same dispute'),
  ),
  unconfirmed(
    whole(
      '6.2',
      'The operator is liable for at most what the user paid in the last 12 months, and at most 50 000 tenge.',
      'What the user paid for the platform is read from the ledger: fees and their penalties, and the extras of contractors, less what came back. A claim against the operator names the day of the event, and shows the cap, each payment of the months before that day, and what was admitted or awarded in other claims of these months, which is taken off. Beyond it one of the staff proposes a sum with reasons and a second person confirms it. What a court awards beyond it is recorded by one of the staff, confirmed by another, and owed. The account and the staff read the limit of any day with each payment.',
      proof('rules/liability.test.ts', 'the day itself and the day twelve months before count, the days beyond them do not'),
      proof('rules/liability.test.ts', 'what came back lowers it, and never below zero'),
      proof('api/accounts/liability.test.ts', 'is what the months are counted back from, with each payment, and the limitation too'),
      proof('api/accounts/liability.test.ts', 'is taken off the limit, also what a court awarded beyond it'),
      proof('api/accounts/liability.test.ts', 'is never exceeded by two of the staff who admit at once'),
      proof(
        'api/accounts/liability.test.ts',
        'adds what an account paid for fees in twelve months, with each payment, for the account and the staff',
      ),
      proof('api/disputes/disputes.test.ts', 'is against the operator, whose staff answer within its limit (6.2)'),
      proof(
        'api/disputes/disputes.test.ts',
        'can be admitted beyond the limit of 6.2 by two persons of the staff, with reasons that the claimant cannot read',
      ),
    ),
    'A lawyer has not confirmed that the limit is one for all events of its months, nor that an advance counts only once an invoice takes it.',
  ),
  whole(
    '6.3',
    'A fee that is paid late bears a penalty of 0.1 % a day, at most 10 % of the sum.',
    'The penalty of an invoice is computed for any day, explained by ranges of days, and stops at its cap. When it is claimed, a sheet keeps its days.',
    proof('rules/penalty.test.ts', 'it is never above the cap of what was overdue at first'),
    proof('api/invoices/invoices.test.ts', 'runs from the day on which its notice was sent, also by SMS alone'),
    proof(
      'charts/invoice/chart.test.ts',
      'runs from its sending, becomes overdue, and reaches its cap on the hundredth day, with one timer at each date that matters',
    ),
  ),
  not(
    '7.1',
    'Users do not disclose confidential information that they received through the platform.',
    'A duty of confidence. Nothing reminds of it where such information is shown, and a breach cannot be reported.',
  ),
  part(
    '7.2',
    'Personal data are processed under the law on personal data and the published policy.',
    'Consent is given at registration by its hash. It names the person, the data, who gets them and the terms. Personal data are sealed, and erased after the account is closed.',
    'A user cannot get a copy of the data, and withdraws the consent only by closing the account. A new text is accepted by new accounts alone; members of a company give none. The terms are not confirmed.',
    proof(ACCOUNT, 'needs consent to the processing of personal data (7.2)'),
    proof(
      'api/accounts/accounts.test.ts',
      'is stored where it can be erased: no plain IIN in the database, no name or email in an event, snapshot or update',
    ),
    proof('documents/personal-data-consent.test.ts', 'names each kind of recipient that there is, and whether data go abroad'),
    proof('api/erasure.test.ts', 'keeps what the law and others need until its term, and then erases it too'),
  ),
  part(
    '8.1',
    'The parties are free of liability in circumstances of insuperable force.',
    'A party of a task reports them; once the other admits, the terms move by exactly the time they lasted.',
    'What is contested moves nothing until a claim decides. A fee and its penalty know no force majeure.',
    proof(TASK, 'for force majeure that the other side admits counts from its notice (8.1)'),
    proof(TASK, 'for contested force majeure moves no term'),
  ),
  part(
    '9.1',
    'A dispute has to be settled before court first.',
    'A claim says what it is about: price, damages, a penalty, costs, conduct or the ending. Damages make a debt beside a deal that goes on. Talks run by offers in versions. The claim, the answer, the settlement and a statement on the course of the step are papers.',
    'The articles of laws in these papers are not confirmed by a lawyer. What is held or prepaid is kept whole while a part of the price is in dispute, also where a part was admitted.',
    proof('api/disputes/disputes.test.ts', 'treats silence as no agreement, after reminders, and certifies that the step was kept'),
    proof('activities/issue-paper.test.ts', 'are drawn once each, with the confirmations that were given, for both parties alone'),
  ),
  part(
    '9.2',
    'Where no agreement is reached, the court decides by the procedural law.',
    'A court act with court, case, day and day in force is recorded by one person of the staff, told to both sides, open to objection, and confirmed by another person; it then decides the sum. Each party may have the statement on the course of the pre-trial step drawn anew, with what was delivered since.',
    'The staff check a court act by hand; a writ of execution is not known here.',
    proof('api/disputes/disputes.test.ts', 'ends by a court act that two members of staff have seen (9.2)'),
    proof(
      'api/disputes/disputes.test.ts',
      'gives each side as many statements after the talks as the terms allow, and changes nothing by it',
    ),
  ),
  whole(
    '10.1',
    'The offer is in force without a term from its publication on the site.',
    'The revision in force is public, and stays so until another one follows it. Without a session anybody reads it.',
    proof('api/offer/offer.test.ts', 'begin with that of 1 February 2026, which is in force and has no difference'),
    proof('api/documentation.test.ts', 'is served word for word to anybody, with its hash and clauses'),
  ),
  whole(
    '10.2',
    'The operator may publish a new revision. Going on with the use is consent to it.',
    'The operator publishes a revision with its day; its difference is public at once. The first command after it was shown is the consent.',
    proof('api/offer/offer.test.ts', 'have a next one, which is public at once with its changes, and in force from its day in Almaty'),
    proof(
      'api/offer/acceptances.test.ts',
      'is consented to by the next command: the chain records when it was shown, the command, the actor and the device',
    ),
  ),
  whole(
    '10.3',
    'This revision is in force from 1 February 2026.',
    'The text is kept word for word with its day in force.',
    proof('documents/offer.test.ts', 'the revision of 1 February 2026 is the published text'),
    proof('api/offer/offer.test.ts', 'begin with that of 1 February 2026, which is in force and has no difference'),
  ),
];
