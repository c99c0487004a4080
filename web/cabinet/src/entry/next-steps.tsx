/** What an account still needs before it can do everything, with the reason. All of it is what the API says of the account. */
import type { ComponentChildren } from 'preact';
import type { Account, Command } from '../../../shared/client.ts';
import { momentInWords } from '../../../shared/language.ts';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import type { Speech, Word } from '../../../shared/words.ts';
import { ADDRESSES } from '../address.ts';
import type { PayoutDetails } from '../money/api.ts';
import { payoutDetails } from '../money/api.ts';
import type { OwnRequisites } from './api.ts';
import { requisites } from './api.ts';
import { lackedBy } from './lacked.ts';

interface Given {
  account: Account;
  onChoose(command: Command): void;
}

interface NextStep {
  word: Word;
  isDone: boolean;
  /** The account does everything without it too. */
  isOptional?: boolean;
  why: string | null;
  act?: ComponentChildren;
}

export function NextSteps({ account, onChoose }: Given) {
  const { api, speech } = useSetting();
  // Members without the role for it read no requisites: then it is no step of theirs.
  const own = useLoaded(`requisites ${account.seq}`, () => requisites(api).catch(() => null));
  const paid = useLoaded(`payout ${account.seq}`, () =>
    account.contractor === null ? Promise.resolve(null) : payoutDetails(api).catch(() => null),
  );
  const command = (name: Command['name']): ComponentChildren => {
    const found = account.commands.find((each) => each.name === name);
    if (found === undefined) return null;
    return (
      <button type="button" data-command={name} onClick={() => onChoose(found)}>
        {found.title}
      </button>
    );
  };
  const link = (to: string, word: Word): ComponentChildren => <a href={to}>{speech.say(word)}</a>;
  const all = [
    ...(own.data ? [ofRequisites(own.data, speech.say('papersLack'), link)] : []),
    ofOffer(account, speech.say, link),
    ofEmail(account, speech.say, command, link),
    ...(paid.data ? [ofPayouts(paid.data, speech, link)] : []),
    ...(account.contractor === null ? [] : [ofTax(account, speech.say, command)]),
    ofIdentity(account, speech.say, command, link),
  ];
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{speech.say('steps')}</h2>
      <ol class="cards">
        {all.map(({ word, isDone, isOptional, why, act }) => (
          <li key={word} class="card">
            <div class="row spread">
              <strong>{speech.say(word)}</strong>
              <span class="badge">{speech.say(isDone ? 'done' : isOptional ? 'optional' : 'toDo')}</span>
            </div>
            {why && <p>{why}</p>}
            {!isDone && act && <div class="row">{act}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Say = (word: Word) => string;
type Link = (to: string, word: Word) => ComponentChildren;
type Button = (name: Command['name']) => ComponentChildren;

function ofRequisites(own: OwnRequisites, words: string, link: Link): NextStep {
  const { fields } = lackedBy(own);
  const why = fields.length === 0 ? null : `${words}: ${fields.join('; ')}.`;
  return { word: 'requisites', isDone: fields.length === 0, why, act: link(ADDRESSES.requisites, 'setRequisites') };
}

function ofOffer({ offer }: Account, say: Say, link: Link): NextStep {
  const isNew = offer?.next === 'acknowledge';
  const why = offer?.next ? say(isNew ? 'offerChanged' : 'offerToAccept') : null;
  return { word: 'offer', isDone: !offer?.next, why, act: link(ADDRESSES.accession, isNew ? 'seeChanges' : 'readOffer') };
}

function ofEmail({ email, emailConfirmation }: Account, say: Say, command: Button, link: Link): NextStep {
  if (email === null) return { word: 'email', isDone: false, why: say('noEmail'), act: link(ADDRESSES.details, 'nameEmail') };
  if (emailConfirmation === null) return { word: 'email', isDone: true, why: email };
  const { refused, codeSentAt } = emailConfirmation;
  return {
    ...{ word: 'email', isDone: false },
    why: say(refused ? 'emailRefused' : codeSentAt === null ? 'emailCodeComes' : 'emailToConfirm').replace('{email}', email),
    act: (
      <>
        {command('confirm-email')}
        {command('send-email-code')}
        {refused && link(ADDRESSES.details, 'nameEmail')}
      </>
    ),
  };
}

function ofPayouts({ present, coming }: PayoutDetails, { say, language }: Speech, link: Link): NextStep {
  const why = coming
    ? `${coming.masked ?? ''} ${say('countsFrom')} ${momentInWords(language, coming.from)}`
    : (present?.masked ?? say('noPayoutDetails'));
  return { word: 'payoutDetails', isDone: (present ?? coming) !== null, why, act: link(ADDRESSES.payoutDetails, 'setPayoutDetails') };
}

function ofTax({ tax, taxRefused }: Account, say: Say, command: Button): NextStep {
  const why = taxRefused ?? (tax === null ? say('noTaxStatus') : tax.confirmed ? null : say('taxStatusChecked'));
  return { word: 'taxStatus', isDone: tax?.confirmed === true, why, act: command('declare-tax-status') };
}

function ofIdentity({ identity, verification }: Account, say: Say, command: Button, link: Link): NextStep {
  const why = identity.withdrawal ?? identity.words;
  const act = verification === null ? command('prove-identity') : link(ADDRESSES.verification(verification), 'showDocuments');
  const words = { word: 'identity', isDone: identity.proved, isOptional: true } as const;
  return { ...words, why: identity.proved ? identity.words : `${why}. ${say('whyIdentity')}`, act };
}
