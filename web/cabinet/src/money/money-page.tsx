/** The money of the account: what is kept for it, owed to it and by it, and every payment that is on its way. */
import type { ComponentChildren } from 'preact';
import { Heading } from '../../../shared/heading.tsx';
import { dayInWords, sumInWords } from '../../../shared/language.ts';
import { usePaged } from '../../../shared/paged.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSetting } from '../../../shared/setting.ts';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES } from '../address.ts';
import { balance, debts, invoices, payments, payouts, receipts } from './api.ts';

export function MoneyPage() {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const sum = ({ amount }: { amount: number }): string => sumInWords(language, amount);
  return (
    <div class="stack">
      <Heading word="money" />
      <nav class="row" aria-label={say('moreAboutMoney')}>
        <a href={ADDRESSES.statement}>{say('statement')}</a>
        <a href={ADDRESSES.payoutDetails}>{say('payoutDetails')}</a>
      </nav>
      <Balance />
      <Lives
        title="payments"
        load={(after) => payments(api, after)}
        card={({ id, stateName, amount }) => ({ at: ADDRESSES.payment(id), name: sum(amount), stateName })}
      />
      <Lives
        title="payouts"
        load={(after) => payouts(api, after)}
        card={({ id, stateName, amount, to }) => ({ at: ADDRESSES.payout(id), name: sum(amount), stateName, more: to })}
      />
      <Lives
        title="debts"
        load={(after) => debts(api, after)}
        card={({ id, stateName, owed, dueOn, debtor, creditor }) => ({
          ...{ at: ADDRESSES.debt(id), name: sum(owed), stateName },
          more: `${speech.partyName(debtor)} → ${speech.partyName(creditor)} · ${say('dueOn')} ${dayInWords(dueOn)}`,
        })}
      />
      <Lives
        title="invoices"
        load={(after) => invoices(api, after)}
        card={({ id, stateName, paperNumber, principal, dueOn }) => ({
          ...{ at: ADDRESSES.invoice(id), name: `№\u00a0${paperNumber}: ${sum(principal)}`, stateName },
          more: `${say('dueOn')} ${dayInWords(dueOn)}`,
        })}
      />
      <Lives
        title="receipts"
        load={(after) => receipts(api, after)}
        card={({ id, stateName, amount, giveBy }) => ({
          ...{ at: ADDRESSES.receipt(id), name: sum(amount), stateName },
          more: `${say('giveBy')} ${dayInWords(giveBy)}`,
        })}
      />
    </div>
  );
}

function Balance() {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const { data, error, reload } = useLoaded('balance', () => balance(api));
  useNews(reload);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{say('loading')}</p>;
  const sum = (amount: number): string => sumInWords(language, amount);
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{say('balance')}</h2>
      {data.accounts.length === 0 && <p class="soft">{say('noBalance')}</p>}
      <ul class="lines">
        {data.accounts.map(({ kind, name, about, balance: { amount }, coming, going }) => (
          <li key={`${kind} ${about}`} class="row spread">
            <span>
              {name}
              {coming.amount !== 0 && (
                <span class="soft">
                  {' '}
                  · {say('coming')} {sum(coming.amount)}
                </span>
              )}
              {going.amount !== 0 && (
                <span class="soft">
                  {' '}
                  · {say('going')} {sum(going.amount)}
                </span>
              )}
            </span>
            <strong class="sum">{sum(amount)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Card {
  at: string;
  name: string;
  stateName: string;
  more?: ComponentChildren;
}

interface Given<Item> {
  title: Word;
  load(after?: string): Promise<{ items: Item[]; next: string | null }>;
  card(item: Item): Card;
}

/** Lives of one kind as cards. A kind that the account has none of is left out. */
function Lives<Item>({ title, load, card }: Given<Item>) {
  const { speech } = useSetting();
  const { items, error, more, reload } = usePaged(title, load);
  useNews(reload);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (items === undefined || items.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{speech.say(title)}</h2>
      <ul class="cards">
        {items.map(card).map(({ at, name, stateName, more: rest }) => (
          <li key={at} class="card">
            <a href={at}>{name}</a>
            <div class="row soft">
              <span class="badge">{stateName}</span>
              {rest && <span>{rest}</span>}
            </div>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" onClick={more}>
          {speech.say('more')}
        </button>
      )}
    </section>
  );
}
