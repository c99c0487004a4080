/** Invoices for tests of what follows from them, drawn without a plan and without fees. */
import { randomUUID } from 'node:crypto';
import type { InvoiceInput } from '../../charts/invoice/types.ts';
import { commit } from '../../lives/commit.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { payTermsAt } from '../../rules/pay-terms.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { World } from '../worlds/world.ts';
import { createChild } from './creations.ts';

const today = (): string => civilDate(new Date().toISOString());
let drawn = 0;

/** An invoice of 1 000 tenge. Returns its life. */
export async function drawInvoice(world: World, customer: string, given: Partial<InvoiceInput> = {}): Promise<string> {
  const life = `invoice/${randomUUID()}`;
  const input: InvoiceInput = {
    ...{ customer, number: `1999-${++drawn}-${life.slice(-4)}`, period: today().slice(0, 7), lines: 1 },
    ...{ principal: '100000', advance: '0', terms: payTermsAt(parameters, today()) },
    ...given,
  };
  await createChild(world, 'billing', { child: life, type: 'draw', by: 'platform', input });
  return life;
}

/** The platform's answer after it has asked when the invoice was sent. */
export async function invoiceIsSent(world: World, life: string, on = today()): Promise<void> {
  const input = { on, due: `${on}T06:00:00.000Z` };
  const { outcome } = await commit(world.lives, { life, idempotencyKey: randomUUID(), type: 'noticeSent', by: 'platform', input });
  if (outcome !== 'done') throw new Error(`${life} was not sent: ${outcome}`);
}

export const invoicePath = (life: string): string => `/v1/invoices/${life.slice('invoice/'.length)}`;

/** A moment at which this month and the next are over. */
export const inTwoMonths = (): string => new Date(Date.now() + 62 * 86_400_000).toISOString();
