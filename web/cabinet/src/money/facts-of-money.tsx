/** What is known of a payment and of a payout, on their pages and on that of their task. */
import type { Fact } from '../../../shared/facts.tsx';
import { Facts } from '../../../shared/facts.tsx';
import { momentInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import type { Payment, Payout } from './api.ts';

interface Sum {
  amount: number;
}

/** Sums that are not zero. */
const useSums = () => {
  const { language } = useSetting().speech;
  return (sum: Sum | null): string | undefined => (sum && sum.amount !== 0 ? sumInWords(language, sum.amount) : undefined);
};

export function PaymentFacts({ payment }: { payment: Payment }) {
  const { say, language } = useSetting().speech;
  const sum = useSums();
  const { decline, payBy } = payment;
  const page = payment.payable ? payment.page : null;
  return (
    <>
      <span class="badge">{payment.stateName}</span>
      {decline && <p class="note bad">{decline.words}</p>}
      {page && (
        <a class="button first" href={page} target="_blank" rel="noopener">
          {say('goToPayment')}
        </a>
      )}
      <Facts
        facts={[
          [say('payBy'), page && momentInWords(language, payBy)],
          [say('held'), sum(payment.held)],
          [say('captured'), sum(payment.captured)],
          [say('refunded'), sum(payment.refunded)],
          [say('takenBack'), sum(payment.takenBack)],
        ]}
      />
    </>
  );
}

export function PayoutFacts({ payout }: { payout: Payout }) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const { tax, waitsFor, fault } = payout;
  const withheld = (tax?.withheld ?? []).map(
    ({ component, amount }): Fact => [speech.choiceName(component), `− ${sumInWords(language, amount.amount)}`],
  );
  return (
    <>
      <span class="badge">{payout.stateName}</span>
      {waitsFor && (
        <p class="note">
          {waitsFor.words} {waitsFor.until && momentInWords(language, waitsFor.until)}
        </p>
      )}
      {fault && <p class="note bad">{fault.words}</p>}
      <Facts
        facts={[
          [say('heldBy'), payout.heldBy],
          [say('paidBy'), payout.paidBy],
          [say('paidTo'), payout.to],
          [say('gross'), withheld.length > 0 && tax && sumInWords(language, tax.gross.amount)],
          ...withheld,
          [say('net'), tax && sumInWords(language, tax.net.amount)],
        ]}
      />
    </>
  );
}
