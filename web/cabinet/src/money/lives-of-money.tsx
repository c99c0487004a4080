/** The pages of single payments, payouts, debts, invoices and receipts. */
import { Facts } from '../../../shared/facts.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { dayInWords, momentInWords, sumInWords } from '../../../shared/language.ts';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { LifePage } from '../lives/life-page.tsx';
import type { Debt, Invoice, Payment, Payout, ReceiptOfPayout } from './api.ts';
import { debts } from './api.ts';
import { PaymentFacts, PayoutFacts } from './facts-of-money.tsx';

/** The task of a life that belongs to one: its id is that of the task and a number. */
function OfTask({ life: { id, ...life } }: { life: { id: string; debt?: string | null; invoice?: string | null; extra?: string | null } }) {
  const { speech } = useSetting();
  const isOfOther = [life.debt, life.invoice, life.extra].some((other) => other !== undefined && other !== null);
  if (isOfOther) return life.debt ? <a href={ADDRESSES.debt(life.debt)}>{speech.say('debt')}</a> : null;
  return <a href={ADDRESSES.task(id.split('.')[0] as string)}>{speech.say('task')}</a>;
}

export function PaymentPage({ id }: { id: string }) {
  const { say, language } = useSetting().speech;
  return (
    <LifePage<Payment> at={`/v1/payments/${id}`} title={({ amount }) => `${say('payment')}: ${sumInWords(language, amount.amount)}`}>
      {(payment) => (
        <>
          <PaymentFacts payment={payment} />
          <OfTask life={payment} />
        </>
      )}
    </LifePage>
  );
}

export function PayoutPage({ id }: { id: string }) {
  const { say, language } = useSetting().speech;
  return (
    <LifePage<Payout> at={`/v1/payouts/${id}`} title={({ amount }) => `${say('payout')}: ${sumInWords(language, amount.amount)}`}>
      {(payout) => (
        <>
          <PayoutFacts payout={payout} />
          <OfTask life={payout} />
        </>
      )}
    </LifePage>
  );
}

export function ReceiptPage({ id }: { id: string }) {
  const { say, language } = useSetting().speech;
  return (
    <LifePage<ReceiptOfPayout>
      at={`/v1/receipts/${id}`}
      title={({ amount }) => `${say('receipt')}: ${sumInWords(language, amount.amount)}`}
    >
      {({ paidOn, giveBy, givenAt, annulledAt }) => (
        <Facts
          facts={[
            [say('paidOn'), dayInWords(paidOn)],
            [say('giveBy'), dayInWords(giveBy)],
            [say('givenAt'), givenAt && momentInWords(language, givenAt)],
            [say('annulledAt'), annulledAt && momentInWords(language, annulledAt)],
          ]}
        />
      )}
    </LifePage>
  );
}

export function DebtPage({ id }: { id: string }) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const sum = ({ amount }: { amount: number }): string | undefined => (amount === 0 ? undefined : sumInWords(language, amount));
  return (
    <LifePage<Debt>
      papersOf={`debt/${id}`}
      at={`/v1/debts/${id}`}
      title={({ owed }) => `${say('debt')}: ${sumInWords(language, owed.amount)}`}
      read={({ reports, proposal }, { name }) => ({
        report: reports.findLast(({ answer }) => answer === null)?.number,
        proposal: proposal?.number,
        ...(name === 'accept-set-off' && { debt: proposal?.debt }),
      })}
      choice={(_, { name }) =>
        name === 'propose-set-off'
          ? { names: ['debt'], show: (values, change) => <CounterDebts own={id} {...{ values, change }} /> }
          : undefined
      }
    >
      {({ ground, debtor, creditor, amount, paid, setOff, waived, dueOn, overdueSince, task, reports }) => (
        <>
          <Facts
            facts={[
              [say('groundOfDebt'), speech.choiceName(ground)],
              [say('whoOwes'), `${speech.partyName(debtor)} → ${speech.partyName(creditor)}`],
              [say('sumOfDebt'), sum(amount)],
              [say('paidSoFar'), sum(paid)],
              [say('setOff'), sum(setOff)],
              [say('waived'), sum(waived)],
              [say('dueOn'), dayInWords(dueOn)],
              [say('overdueSince'), overdueSince && dayInWords(overdueSince)],
              [say('task'), task && <a href={ADDRESSES.task(task)}>{say('toTask')}</a>],
            ]}
          />
          {reports.length > 0 && (
            <ul class="lines">
              {reports.map((report) => (
                <li key={report.number}>
                  {say('reportedAsPaid')}: {sumInWords(language, report.amount.amount)}, {dayInWords(report.paidOn)}
                  {report.answer && ` · ${say(report.answer.answer === 'confirmed' ? 'confirmedReport' : 'deniedReport')}`}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </LifePage>
  );
}

interface GivenCounterDebts {
  own: string;
  values: Values;
  change(values: Values): void;
}

/** Of the other debts one is chosen to set this one off against. */
function CounterDebts({ own, values, change }: GivenCounterDebts) {
  const { api, speech } = useSetting();
  const { data } = useLoaded('debts', () => debts(api));
  return (
    <fieldset id="field-debt" tabIndex={-1}>
      <legend>{speech.say('counterDebt')}</legend>
      {data?.items
        .filter(({ id }) => id !== own)
        .map(({ id, owed, dueOn, stateName, debtor, creditor }) => (
          <label key={id} class="choice">
            <input type="radio" name="debt" checked={values.debt === id} onChange={() => change({ ...values, debt: id })} />
            <span>
              {sumInWords(speech.language, owed.amount)} · {speech.partyName(debtor)} → {speech.partyName(creditor)} · {stateName} ·{' '}
              {dayInWords(dueOn)}
            </span>
          </label>
        ))}
    </fieldset>
  );
}

export function InvoicePage({ id }: { id: string }) {
  const { say, language } = useSetting().speech;
  const sum = ({ amount }: { amount: number }): string | undefined => (amount === 0 ? undefined : sumInWords(language, amount));
  return (
    <LifePage<Invoice>
      papersOf={`invoice/${id}`}
      at={`/v1/invoices/${id}`}
      title={({ paperNumber }) => `${say('invoice')} №\u00a0${paperNumber}`}
    >
      {(invoice) => (
        <>
          <Facts
            facts={[
              [say('period'), invoice.period],
              [say('sumOfInvoice'), sum(invoice.principal)],
              [say('principalOwed'), sum(invoice.principalOwed)],
              [say('penaltyOwed'), sum(invoice.penaltyOwed)],
              [say('asOf'), dayInWords(invoice.asOf)],
              [say('dueOn'), dayInWords(invoice.dueOn)],
            ]}
          />
          {invoice.card && (
            <a class="button first" href={ADDRESSES.payment(invoice.card.payment)}>
              {say('goToPayment')}: {sumInWords(language, invoice.card.amount.amount)}
            </a>
          )}
          {[
            ...invoice.payments.map((each) => ({ ...each, is: say('paidSoFar') })),
            ...invoice.credits.map((each) => ({ ...each, is: say('credited') })),
          ].map(({ on, amount, is }) => (
            <p key={`${is} ${on} ${amount.amount}`}>
              {dayInWords(on)} · {is}: {sumInWords(language, amount.amount)}
            </p>
          ))}
        </>
      )}
    </LifePage>
  );
}
