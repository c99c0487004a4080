/** What papers say of value added tax. The price includes it where the contractor pays it. */
import type { Language } from '../charts/messages.ts';
import { formatTenge, plainPercent } from '../rules/money.ts';
import type { PaperParty, TwoLanguages } from '../rules/paper-party.ts';
import { vatWithin } from '../rules/unit-price.ts';
import { both, cell } from './phrases.ts';

/** Of a deal or an act: `amount` in tiyn, `vatRate` in hundredths of a per cent. */
export interface Taxed {
  contractor: PaperParty | null;
  amount: string;
  vatRate: number;
}

export const paysVat = ({ contractor }: Pick<Taxed, 'contractor'>): boolean => contractor !== null && contractor.vat !== null;

/** `в том числе НДС 16 % — 1 793,10 тенге`, or that there is none. */
export function vatWords(taxed: Taxed): TwoLanguages {
  if (!paysVat(taxed)) return both('ҚҚС-сыз', 'без НДС');
  const rate = plainPercent(taxed.vatRate);
  const vat = cell(vatWithin(BigInt(taxed.amount), taxed.vatRate));
  return both(`оның ішінде ҚҚС ${rate} % — ${vat} теңге`, `в том числе НДС ${rate} % — ${vat} тенге`);
}

/** The same of a price of the operator, in one language. `rate`: hundredths of a per cent; undefined where it pays no such tax. */
export function vatIn(language: Language, amount: string, rate: number | undefined): string {
  if (rate === undefined) return { kk: 'ҚҚС-сыз', ru: 'без НДС', en: 'without VAT' }[language];
  const vat = formatTenge(vatWithin(BigInt(amount), rate), language);
  return {
    kk: `оның ішінде ҚҚС ${plainPercent(rate)} % — ${vat}`,
    ru: `в том числе НДС ${plainPercent(rate)} % — ${vat}`,
    en: `including VAT of ${rate / 100}%: ${vat}`,
  }[language];
}
