/** The money of a task: what its reader will pay or receive, what is due and paid, and where the money is. */
import { useEffect } from 'preact/hooks';
import type { Task } from '../../../shared/client.ts';
import { Refusal } from '../../../shared/client.ts';
import type { Fact } from '../../../shared/facts.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { dayInWords, sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useNews, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import type { Payment, Payout } from './api.ts';
import { paymentOf, payoutOf } from './api.ts';
import { PaymentFacts, PayoutFacts } from './facts-of-money.tsx';

type Moves = { payments: Payment[]; payouts: Payout[] };

/** Payouts are shown to whom they are made alone. */
const unlessOfOthers = <Data,>(asked: Promise<Data>): Promise<Data[]> =>
  asked.then(
    (data) => [data],
    (error: unknown) => {
      if (error instanceof Refusal && error.problem.status === 404) return [];
      throw error;
    },
  );

export function MoneyOfTask({ task }: { task: Task }) {
  const { api, speech } = useSetting();
  const { say, language } = speech;
  const idsOf = (kind: string): string[] =>
    (task.progress?.children ?? []).filter((child) => child.startsWith(`${kind}/`)).map((child) => child.slice(kind.length + 1));
  const moves = useLoaded(`money ${task.id}`, async (): Promise<Moves> => {
    const [payments, payouts] = await Promise.all([
      Promise.all(idsOf('payment').map((id) => unlessOfOthers(paymentOf(api, id)))),
      Promise.all(idsOf('payout').map((id) => unlessOfOthers(payoutOf(api, id)))),
    ]);
    return { payments: payments.flat(), payouts: payouts.flat() };
  });
  useEffect(moves.reload, [task.seq]);
  useNews(moves.reload);
  const { progress, taxes = [], receipts = [], payoutDetails } = task;
  const sum = (money: { amount: number } | null | undefined): string | undefined =>
    money && money.amount !== 0 ? sumInWords(language, money.amount) : undefined;
  const facts: Fact[] = [
    [say('approvedWork'), sum(progress?.approved)],
    [say('compensation'), sum(progress?.compensation)],
    [say('due'), sum(progress?.due)],
    [say('paidSoFar'), sum(progress?.paid)],
    [say('reportedAsPaid'), sum(progress?.reported)],
    [say('overpaid'), sum(progress?.overpaid)],
    [say('owedBeside'), sum(progress?.owedBeside)],
  ];
  const { payments = [], payouts = [] } = moves.data ?? {};
  // Then there is no estimate any more, but what really happened.
  const isPaid = (progress?.paid.amount ?? 0) > 0;
  return (
    <section aria-labelledby="money" class="stack">
      <h2 id="money">{say('money')}</h2>
      {!isPaid && payouts.length === 0 && taxes.map((each) => <Estimate key={each.contractor} task={task} taxes={each} />)}
      <Facts facts={facts} />
      {moves.error !== undefined && <Problem error={moves.error} speech={speech} />}
      {payoutDetails && (
        <p class="note">
          {payoutDetails} <a href={ADDRESSES.payoutDetails}>{say('payoutDetails')}</a>
        </p>
      )}
      <ul class="cards">
        {payments.map((payment) => (
          <li key={payment.id} class="card">
            <a href={ADDRESSES.payment(payment.id)}>
              {say('payment')}: {sumInWords(language, payment.amount.amount)}
            </a>
            <PaymentFacts payment={payment} />
          </li>
        ))}
        {payouts.map((payout) => (
          <li key={payout.id} class="card">
            <a href={ADDRESSES.payout(payout.id)}>
              {say('payout')}: {sumInWords(language, payout.amount.amount)}
            </a>
            <PayoutFacts payout={payout} />
          </li>
        ))}
        {receipts.map(({ href, stateName, amount, giveBy }) => (
          <li key={href} class="card">
            <a href={ADDRESSES.receipt(href.split('/').at(-1) as string)}>
              {say('receipt')}: {sumInWords(language, amount.amount)}
            </a>
            <div class="row soft">
              <span class="badge">{stateName}</span>
              <span>
                {say('giveBy')} {dayInWords(giveBy)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Taxes = NonNullable<Task['taxes']>[number];

/** What the payment would bear today. */
function Estimate({ task, taxes: { contractor, gross, withheld, net, words } }: { task: Task; taxes: Taxes }) {
  const { speech, account } = useSetting();
  const { say, language } = speech;
  const isPayer = account === task.customer;
  const name = isPayer && !task.contractor && task.contractors?.find(({ id }) => id === contractor)?.name;
  return (
    <div class="note">
      {name && <strong>{name}</strong>}
      <p class="total">
        {say(isPayer ? 'youWillPay' : 'youWillReceive')}: <strong>{sumInWords(language, (isPayer ? gross : net).amount)}</strong>
      </p>
      <p>{words}</p>
      {withheld.length > 0 && (
        <details>
          <summary>{say('whatIsWithheld')}</summary>
          <Facts
            facts={[
              [say('gross'), sumInWords(language, gross.amount)],
              ...withheld.map((each): Fact => [speech.choiceName(each.name), `− ${sumInWords(language, each.amount.amount)}`]),
              [say('net'), sumInWords(language, net.amount)],
            ]}
          />
        </details>
      )}
    </div>
  );
}
