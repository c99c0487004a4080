/** Asks the finance for a tax invoice (ЭСФ) of what an invoice charged or credited, if the operator owes one: once for each. Nothing waits for it. */
import type { Effects } from '../charts/effects.ts';
import type { AskTaxInvoice } from '../charts/tax-invoice/types.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { createKey, parseEffectId, taxInvoiceLife } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { findLife } from '../models/stores/life.ts';
import { orderingOf } from '../models/stores/paper-source.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { owesTaxInvoice, taxInvoiceTermsAt } from '../rules/tax-invoices.ts';
import { civilDate } from '../rules/working-days.ts';
import { createLife } from './create-life.ts';

export const askTaxInvoice = (lives: Lives, dispatch: Dispatch, operator: Operator): Performer<Effects['askTaxInvoice']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life: invoice, params: { nth, paper, amount } }) {
    const { database } = lives;
    const [{ at, context }, rows] = await Promise.all([orderingOf(database, invoice, parseEffectId(id).seq), readParameters(database)]);
    const turnoverOn = civilDate(at.toISOString());
    const owes =
      nth === 1
        ? owesTaxInvoice(operatorOn(operator, rows, turnoverOn).vat !== null, rows, turnoverOn)
        : // A credit note changes what was told the State, and nothing where nothing was told.
          (await findLife(database, taxInvoiceLife(invoice, 1))) !== undefined;
    if (!owes) return undefined;
    const life = taxInvoiceLife(invoice, nth);
    const { customer } = context as { customer: string };
    const input: AskTaxInvoice = { parent: invoice, customer, nth, paper, amount, turnoverOn, ...taxInvoiceTermsAt(rows, turnoverOn) };
    await createLife(lives, dispatch, { life, key: createKey(id), type: 'ask', input });
    return undefined;
  },
});
