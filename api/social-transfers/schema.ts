/** The bodies of a transfer's commands, and its response. */
import { z } from 'zod';
import { PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { account, civilDate, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

export const FINANCE = staff('money', 'finance');

const component = z.enum(COMPONENTS);
const order = z
  .string()
  .max(20)
  .regex(/^[A-Za-z0-9/-]+$/)
  .meta({ description: 'The number of the payment order, as the bank has it', example: '17' });
const on = civilDate.meta({ description: 'The day on which the bank carried it out' });

/** By the command's name in the chart. */
export const COMMANDS = {
  recordPaid: {
    body: z.strictObject({ component: component.optional().meta({ description: 'Default: all that are not paid yet' }), order, on }),
    roles: FINANCE,
  },
  recordReturned: {
    body: z.strictObject({
      component,
      contractor: account.meta({ description: 'The account of the line that came back' }),
      amount: tiyn,
      order,
      on,
    }),
    roles: FINANCE,
    hasRules: true,
  },
} satisfies Commands;

const Order = z
  .object({
    component,
    paperNumber: z.string().meta({ description: 'What its purpose names: by it the bank’s statement is matched', example: 'SP-2026-11/1' }),
    code: z.string().meta({ description: 'КНП' }),
    amount: Money,
    paid: z
      .object({
        order: z.string(),
        on: z.string(),
        outflow: z.uuid().nullable().meta({ description: 'The entry of the statement that shows it; null if the finance recorded it' }),
      })
      .nullable(),
  })
  .meta({ id: 'SocialTransferOrder' });

export const SocialTransferFacts = z.object({
  month: z.string(),
  dueOn: z.string().meta({ description: 'The last day of the transfer: moved back to a working day' }),
  persons: z.int().meta({ description: 'How many accounts stand in the register' }),
  register: z.string().meta({ description: 'The hash of its lines (SHA-256 of RFC 8785)' }),
  orders: z.array(Order).meta({ description: 'One payment order for each component of which something was withheld' }),
  rest: Money.meta({ description: 'What is still to be transferred' }),
  returned: z
    .array(z.object({ component, contractor: z.uuid(), amount: Money, order: z.string(), on: z.string(), inflow: z.uuid().nullable() }))
    .meta({ description: 'Lines that came back: the next register asks for them' }),
  sentBack: z
    .array(z.object({ component, amount: Money, on: z.string(), reason: z.enum(PAYOUT_FAULTS), words: z.string(), inflow: z.uuid() }))
    .meta({ description: 'Whole orders that the bank sent back, and why: they are to be transferred again' }),
  links: z
    .object({
      register: z.string(),
      file: z.string().nullable().meta({ description: 'The payment orders for the bank; null once all is transferred' }),
    })
    .meta({ description: 'What can be fetched of it' }),
});

/** Lines of contractors. `items` is what a reading by the staff is recorded by. */
const Line = z.object({ contractor: z.uuid(), component, amount: Money });

export const Overpaid = z.array(Line).meta({
  description:
    'What came back to contractors after its month was transferred, beyond what was withheld from them since. It lowers the next registers; finance may also claim it back and record the return',
});

const PersonsLine = Line.extend({ iin: z.string(), name: z.string() });

export const Register = z
  .object({
    month: z.string(),
    register: z.string(),
    items: z.array(PersonsLine),
    csv: z.string().meta({ description: 'A line for each person (IIN) and component, with semicolons, in tenge' }),
  })
  .meta({ id: 'SocialTransferRegister' });

export const TransferFile = z
  .object({
    month: z.string(),
    on: z.string().meta({ description: 'The day of the orders: the bank takes them on this day' }),
    total: Money.meta({ description: 'What the orders come to' }),
    items: z.array(PersonsLine),
    orders: z.array(
      z.object({
        component,
        paperNumber: z.string(),
        count: z.int().meta({ description: 'Control total: how many persons stand in it' }),
        total: Money.meta({ description: 'Control total: what they come to' }),
        message: z.string().meta({ description: 'The order with its persons, after the message MT102' }),
      }),
    ),
    csv: z
      .string()
      .meta({ description: 'The orders as a table: IBAN, BIC, BIN and name of the payee, sum, КНП, КБе and purpose, in tenge' }),
  })
  .meta({ id: 'SocialTransferFile' });
