/**
 * What the payment for work would bear if it were made today: told to both before they are bound, and before it is paid (3.4). The day of payment counts in
 * the end. Sums are tiyn.
 */
import { civilContractOf, civilContractTermsAt } from './civil-contract.ts';
import type { Parameter } from './parameters.ts';
import type { DeclaredTax, TaxStatus, TaxWait } from './payout-tax.ts';
import { statusOn, taxOn } from './payout-tax.ts';
import type { WayOfPayment } from './way-of-payment.ts';
import { COMPONENTS } from './withholding.ts';

/** Who has to withhold. `nobody`: nothing is withheld; `unknown`: it depends on a regime that is not proved yet. */
export type Withholder = 'operator' | 'customer' | 'nobody' | 'unknown';

export interface DealTaxes {
  status: TaxStatus | undefined;
  withholder: Withholder;
  /** What is withheld, by its name: the four social payments, or those of a civil contract with the income tax. */
  withheld: { name: 'opv' | 'opvr' | 'so' | 'vosms' | 'iit'; amount: bigint }[];
  net: bigint;
  /** Why a payment through the platform would wait. */
  waits: TaxWait | undefined;
}

interface Deal {
  /** A civil date. */
  day: string;
  price: bigint;
  /** Through the platform, or directly. */
  payment: WayOfPayment;
  tax: DeclaredTax | undefined;
  /** The customer is a company or an entrepreneur. */
  customerIsAgent: boolean;
  /** What the contractor was paid before in the calendar month, where the reader may know it. */
  earlier: bigint;
}

/** @throws RangeError if a parameter is missing on the day. */
export function dealTaxes({ day, price, payment, tax, customerIsAgent, earlier }: Deal, rows: readonly Parameter[]): DealTaxes {
  const status = statusOn(tax, day);
  const taxed = taxOn(day, { income: price, earlier, tax, payerIsAgent: customerIsAgent, inFull: false }, rows);
  const waits = payment === 'platform' && 'waits' in taxed ? taxed.waits : undefined;
  const nothing = { status, withheld: [], net: price, waits };
  if (status === 'naturalPerson' && customerIsAgent) {
    const { opv, vosms, so, iit, net } = civilContractOf(price, civilContractTermsAt(rows, day));
    const withheld = Object.entries({ iit, opv, vosms, so }).map(([name, amount]) => ({ name: name as 'iit', amount }));
    return { ...nothing, withholder: 'customer', withheld, net };
  }
  if (status === undefined) return { ...nothing, withholder: 'unknown' };
  if (status !== 'selfEmployed' || payment === 'direct') return { ...nothing, withholder: 'nobody' };
  const reckoned = 'withheld' in taxed ? taxed.withheld : undefined;
  if (reckoned === undefined) return { ...nothing, withholder: 'operator' };
  const withheld = COMPONENTS.map((name) => ({ name, amount: reckoned.components[name] }));
  return { ...nothing, withholder: 'operator', withheld, net: reckoned.net };
}
