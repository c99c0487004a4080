/** What one member of the staff may do alone. What takes something from somebody and cannot be undone needs a second person, or stands here by name. */
import { lifeTypes } from './index.ts';
import { allTransitions, commandsOf } from './judge.ts';
import type { TransitionLaw } from './law.ts';
import type { LifeType } from './life-type.ts';

/** The guards that compare who gives the command with who gave another one before. */
const SECOND_PERSON = ['confirmedByAnother', 'isAnother', 'raisedByAnother', 'anotherPays', 'releasedByAnother'];

type Takes =
  | 'nothing'
  /** What an account may do. */
  | 'authority'
  /** What users have written. */
  | 'words'
  /** A sum that a user had or that is owed to the user. */
  | 'money'
  /** A sum that the operator had or that is owed to it. */
  | 'money of the operator';
type Undoing = [life: string, command: string];
type Alone = [takes: 'nothing'] | [takes: Exclude<Takes, 'nothing'>, undoneBy: Undoing | 'nobody'];

const ALONE: Record<string, Alone> = {
  // An account of the staff is made by `npm run staff`; the API gives no `register` to them.
  'account register': ['nothing'],
  'account verify': ['nothing'],
  'account suspend': ['authority', ['account', 'lift']],
  'account lift': ['nothing'],
  'account reportAccess': ['authority', ['account', 'restoreAccess']],
  'account restoreAccess': ['nothing'],
  'account confirmTaxStatus': ['nothing'],
  'account refuseTaxStatus': ['authority', ['account', 'declareTaxStatus']],
  'verification ask': ['nothing'],
  'verification askAgain': ['nothing'],
  'verification withdraw': ['nothing'],
  // Documents that prove an IIN or BIN displace the other accounts that only named it.
  'verification approve': ['authority', ['account', 'withdrawIdentity']],
  'verification refuse': ['nothing'],
  'qualification approve': ['nothing'],
  'qualification refuse': ['nothing'],
  'qualification revoke': ['authority', ['qualification', 'declare']],
  'objection excuse': ['nothing'],
  // What the clock of the task has recorded counts as before.
  'objection keep': ['nothing'],
  // The first of two.
  'reidentification approve': ['nothing'],
  'reidentification refuse': ['nothing'],
  'task block': ['words', 'nobody'],
  'review block': ['words', 'nobody'],
  // What the staff write to the sides of a dispute, and put right.
  'thread say': ['nothing'],
  'thread edit': ['nothing'],
  'thread withdraw': ['nothing'],
  'thread markRead': ['nothing'],
  // Nobody writes there any more; what was written stays.
  'thread close': ['words', 'nobody'],
  'signing checkAgain': ['nothing'],
  // The check by the machine has refused them before. The parties sign a new document.
  'signing refuseSignatures': ['nothing'],
  'payment tryAgain': ['nothing'],
  'payout tryAgain': ['nothing'],
  // Says what was recovered of a loss that is there already.
  'payment closeLoss': ['nothing'],
  // A payment that never came would be a fee forgiven by one person.
  'invoice recordPayment': ['money of the operator', 'nobody'],
  'invoice sendAgain': ['nothing'],
  'invoice warnAgain': ['nothing'],
  // Money that came is for a wrong invoice or customer: the operator owes it to who paid.
  'inflow match': ['money of the operator', 'nobody'],
  'inflow keep': ['money of the operator', 'nobody'],
  // It is owed to the payee again, who is paid twice if it did not come back.
  'inflow takeReturn': ['money of the operator', 'nobody'],
  'inflow takeTransferReturn': ['money of the operator', 'nobody'],
  'inflow rejectDifference': ['nothing'],
  'inflow settle': ['money of the operator', 'nobody'],
  // A payout counts as paid only with its own sum, by an entry that the bank made.
  'outflow match': ['money of the operator', 'nobody'],
  // Nobody is paid by it before another releases it.
  'bank-order make': ['nothing'],
  'bank-order dissolve': ['nothing'],
  // Nobody loses by it, and what is refused meanwhile is recorded once two have opened the month again.
  'month close': ['nothing'],
  // The customer contested what it was charged, and owes what it owed before.
  'invoice uphold': ['nothing'],
  // What has accrued by the rule is named, and can be contested.
  'invoice claimPenalty': ['money of the operator', 'nobody'],
  // Up to the limit of 6.2. Beyond it two persons have acted before.
  'dispute admit': ['money of the operator', 'nobody'],
  'dispute admitInPart': ['money of the operator', 'nobody'],
  'dispute acceptOffer': ['money of the operator', 'nobody'],
  'dispute confirmInstruction': ['money of the operator', 'nobody'],
  // It binds nobody until the other side agrees.
  'dispute offer': ['money of the operator', 'nobody'],
  'dispute jointInstruction': ['money of the operator', 'nobody'],
  'dispute reject': ['nothing'],
  'dispute declineOffer': ['nothing'],
  'dispute objectToCourtAct': ['nothing'],
  // The first of two, each.
  'dispute proposeLimit': ['nothing'],
  'dispute refuseLimit': ['nothing'],
  'dispute recordCourtAct': ['nothing'],
  'debt orderPayment': ['nothing'],
  // A payment to the operator that never came would be a debt forgiven by one person.
  'debt confirm': ['money of the operator', 'nobody'],
  // Of two debts each is reduced by the same sum, so nobody loses.
  'debt proposeSetOff': ['nothing'],
  'debt acceptSetOff': ['nothing'],
  'debt declineSetOff': ['nothing'],
  'debt deny': ['money', ['debt', 'confirm']],
  // A transfer that was never made is put right line by line. A return that never came would be paid to the State twice.
  'social-transfer recordPaid': ['money of the operator', ['social-transfer', 'recordReturned']],
  'social-transfer recordReturned': ['money of the operator', 'nobody'],

  // What the State's system made of a tax invoice: the record moves nothing.
  'tax-invoice record': ['nothing'],
  'tax-invoice correct': ['nothing'],
  'tax-invoice annul': ['nothing'],
};

const chartOf = (kind: string) => (lifeTypes as Record<string, LifeType | undefined>)[kind]?.chart as LifeType['chart'];
const lawsOf = (kind: string): { name: string; law: TransitionLaw }[] =>
  allTransitions(chartOf(kind)).flatMap(({ eventType, meta }) =>
    (meta as TransitionLaw | undefined)?.by.includes('operator') ? [{ name: eventType, law: meta as TransitionLaw }] : [],
  );
const asksASecondPerson = ({ candidate, guard, checks }: TransitionLaw): boolean =>
  [candidate, guard, ...checks].some((each) => each !== undefined && SECOND_PERSON.includes(each));

const commands = Object.keys(lifeTypes).flatMap((kind) => lawsOf(kind).map(({ name, law }) => ({ command: `${kind} ${name}`, law })));
const ofTwo = new Set(commands.filter(({ law }) => asksASecondPerson(law)).map(({ command }) => command));

describe('one member of the staff', () => {
  it('is listed with every command that needs no second person, and with what it takes', () => {
    const alone = [...new Set(commands.filter(({ law }) => !asksASecondPerson(law)).map(({ command }) => command))];
    expect(alone.toSorted()).toEqual(Object.keys(ALONE).toSorted());
  });

  it('takes no account, no identity, no role and no fee from anybody', () => {
    expect([...ofTwo].toSorted()).toEqual([
      ...['account dismiss', 'account grantAppeal', 'account refuseAppeal', 'account setStaffRoles', 'account terminate'],
      ...[
        'account withdrawIdentity',
        'bank-order release',
        'debt report',
        'debt writeOff',
        'dispute confirmCourtAct',
        'dispute confirmLimit',
        'inflow acceptDifference',
        'inflow sendBack',
      ],
      ...[
        'invoice credit',
        'invoice writeOff',
        'month reopen',
        'outflow setAside',
        'payout allow',
        'payout payInFull',
        'payout reportRefused',
        'reidentification confirm',
      ],
    ]);
  });

  it('takes from users only what can be given back, and words', () => {
    const forGood = Object.entries(ALONE).flatMap(([command, [takes, undoneBy]]) => (undoneBy === 'nobody' ? [{ command, takes }] : []));
    expect(forGood.filter(({ takes }) => takes !== 'money of the operator')).toEqual([
      { command: 'task block', takes: 'words' },
      { command: 'review block', takes: 'words' },
      { command: 'thread close', takes: 'words' },
    ]);
    for (const [, [, undoneBy]] of Object.entries(ALONE))
      if (Array.isArray(undoneBy)) {
        const [life, name] = undoneBy as Undoing;
        expect(commandsOf(chartOf(life))).toContain(name);
      }
  });
});
