/** Invoices for tests of what follows from them. */
import { randomInt, randomUUID } from 'node:crypto';
import type { FeeInput } from '../../charts/fee/types.ts';
import type { InvoiceInput } from '../../charts/invoice/types.ts';
import { commit } from '../../lives/commit.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { limitTermsAt, payTermsAt } from '../../rules/pay-terms.ts';
import type { World } from '../worlds/world.ts';
import { createChild } from './creations.ts';

/** An invoice of 1 000 tenge for one fee. Returns its life. */
export async function drawInvoice(world: World, customer: string, given: Partial<InvoiceInput> = {}): Promise<string> {
  const seq = randomInt(2 ** 31);
  const life = given.id ?? `invoice/${randomUUID()}`;
  const id = life.slice('invoice/'.length);
  const [fee, parent] = [`fee/${id}/1`, `task/${id}`];
  const input: InvoiceInput = {
    ...{ id: life, customer, number: `1999-${seq}`, period: todayInAlmaty().slice(0, 7), lines: 1 },
    ...{ principal: '100000', advance: '0' },
    ...{ terms: payTermsAt(parameters, todayInAlmaty()), limitTerms: limitTermsAt(parameters, todayInAlmaty()) },
    ...given,
  };
  const { period, principal, advance, terms } = input;
  const charged: FeeInput = { parent, customer, principal, terms };
  await createChild(world, parent, { child: fee, type: 'charge', by: 'platform', input: charged });
  await world.owner.query(
    `insert into bill (id, customer, period, year, seq, principal, advance, lines, terms) values ($1, $2, $3, 1999, $4, $5, $6, 1, $7)`,
    [life, customer, period, seq, principal, advance, JSON.stringify(terms)],
  );
  await world.owner.query('insert into bill_line (fee, invoice) values ($1, $2)', [fee, life]);
  await createChild(world, 'billing', { child: life, type: 'draw', by: 'platform', input });
  return life;
}

/** The platform's answer after it has asked when the invoice was sent. */
export async function invoiceIsSent(world: World, life: string, on = todayInAlmaty()): Promise<void> {
  const input = { on, due: `${on}T06:00:00.000Z` };
  const { outcome } = await commit(world.lives, { life, idempotencyKey: randomUUID(), type: 'noticeSent', by: 'platform', input });
  if (outcome !== 'done') throw new Error(`${life} was not sent: ${outcome}`);
}

export const invoicePath = (life: string): string => `/v1/invoices/${life.slice('invoice/'.length)}`;

/** A moment at which this month and the next are over. */
export const inTwoMonths = (): string => new Date(Date.now() + 62 * 86_400_000).toISOString();
