/** Accession: the offer in force is read here, and accepted in the form that the API asks for. Of a new revision it is shown first what changed. */
import { useState } from 'preact/hooks';
import type { Account } from '../../../shared/client.ts';
import { Refusal } from '../../../shared/client.ts';
import { Heading } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { LegalText } from '../../../shared/legal-text.tsx';
import { fieldId, Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSending, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES, go } from '../address.ts';
import type { Acceptance, Revision } from './api.ts';
import { answerOffer, offer, revisionsSince, statement } from './api.ts';

export function OfferPage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('offer', async () => {
    const [account, current] = await Promise.all([api.me(), offer(api)]);
    const accepted = account.offer?.accepted?.revision;
    const revisions = accepted === undefined ? [] : await revisionsSince(api, accepted, current.sha256);
    return { account, current, revisions };
  });
  return (
    <div class="stack">
      <Heading word="offer" />
      <Problem error={error} speech={speech} />
      {data === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {data && (
        <>
          <Standing account={data.account} />
          {data.revisions.map((each) => (
            <Changes key={each.sha256} revision={each} />
          ))}
          <h2>
            {speech.say('offerText')} № {data.current.number}
          </h2>
          <LegalText text={data.current.text} title={speech.say('offer')} />
          {data.account.offer?.next && <Answer account={data.account} revision={data.current.sha256} checkbox={data.current.checkbox} />}
        </>
      )}
    </div>
  );
}

function Standing({ account: { offer: own } }: { account: Account }) {
  const { say, language } = useSetting().speech;
  if (own === null) return null;
  if (own.next === 'acknowledge') return <p class="note">{say('offerChanged')}</p>;
  if (own.next === 'accept') return <p class="note">{say(own.accepted ? 'offerDeclined' : 'offerToAccept')}</p>;
  return (
    <p role="status">
      {say('offerAccepted')} {own.accepted && momentInWords(language, own.accepted.at)}
    </p>
  );
}

/** The changes of a revision, clause by clause. */
function Changes({ revision: { number, difference } }: { revision: Revision }) {
  const { say, choiceName } = useSetting().speech;
  if (difference === null) return null;
  return (
    <section class="stack" aria-labelledby={`changes-${number}`}>
      <h2 id={`changes-${number}`}>
        {say('changesOfRevision')} № {number}
      </h2>
      <ul class="cards">
        {difference.map(({ clause, change, before, words }) => (
          <li key={`${change} ${clause}`} class="card">
            <h3>
              {say('clauseNumber')} {clause} · {choiceName(change)} {before !== null && `(${say('wasClause')} ${before})`}
            </h3>
            <p>
              {words.map(({ mark, text }, index) => {
                if (mark === 'added') return <ins key={index}>{text}</ins>;
                return mark === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GivenAnswer {
  account: Account;
  revision: string;
  /** The exact words that a contractor ticks. */
  checkbox: string;
}

/** The answer to the offer: what the roles of the account ask for, and nothing else. */
function Answer({ account, revision, checkbox }: GivenAnswer) {
  const { api, speech } = useSetting();
  const { say } = speech;
  const isNew = account.offer?.next === 'accept';
  const isCustomer = isNew && account.roles.includes('customer');
  const isContractor = isNew && account.roles.includes('contractor');
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const [lacks, setLacks] = useState<string[]>([]);
  const [key] = useState(() => crypto.randomUUID());
  const own = useLoaded(`statement ${isCustomer}`, async () => (isCustomer ? statement(api) : null));
  const answer: Acceptance = {
    act: isNew ? 'accept' : 'acknowledge',
    revision,
    ...(isContractor && { checkbox }),
    ...(own.data && { statement: own.data.sha256 }),
  };
  const done = (): void => go(ADDRESSES.account);
  const accepting = useSending(() => answerOffer(api, answer, key), done);
  const declining = useSending(() => answerOffer(api, { act: 'decline', revision }, `${key}-decline`), done);
  const needed = [...(isContractor ? ['checkbox'] : []), ...(isCustomer ? ['statement'] : []), ...(isNew ? [] : ['read'])];
  const tick = (name: string, words: string) => (
    <label class="choice">
      <input
        id={fieldId(name)}
        type="checkbox"
        checked={ticked[name] === true}
        onChange={({ currentTarget }) => setTicked({ ...ticked, [name]: currentTarget.checked })}
      />
      <span>{words}</span>
    </label>
  );
  if (own.error !== undefined) return <Unready error={own.error} />;
  if (own.data === undefined) return <p role="status">{say('loading')}</p>;
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const missing = needed.filter((name) => !ticked[name]);
        setLacks(missing);
        if (missing.length === 0) accepting.start();
      }}
    >
      {own.data && (
        <>
          <h2>{say('accessionStatement')}</h2>
          <LegalText text={own.data.text} title={say('accessionStatement')} />
          {tick('statement', say('statementConfirmed'))}
        </>
      )}
      {isContractor && tick('checkbox', checkbox)}
      {!isNew && tick('read', say('revisionRead'))}
      <Problem
        error={accepting.error ?? declining.error}
        speech={{ ...speech, fieldName: (name) => say(name === 'statement' ? 'accessionStatement' : 'tick') }}
        lacking={lacks}
      />
      <div class="row end">
        {account.offer?.next === 'acknowledge' && (
          <button type="button" disabled={declining.isSending} onClick={declining.start}>
            {say('declineRevision')}
          </button>
        )}
        <button type="submit" class="first" disabled={accepting.isSending}>
          {say(isNew ? 'acceptOffer' : 'goOn')}
        </button>
      </div>
    </form>
  );
}

/** The statement names the customer as papers do, so requisites come first. */
function Unready({ error }: { error: unknown }) {
  const { speech } = useSetting();
  if (!(error instanceof Refusal && error.problem.code === 'requisites-missing')) return <Problem error={error} speech={speech} />;
  return (
    <p class="note">
      {error.problem.detail} <a href={ADDRESSES.requisites}>{speech.say('setRequisites')}</a>
    </p>
  );
}
