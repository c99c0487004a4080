/** The bodies of a transfer's commands, and its response. */
import { z } from 'zod';
import { COMPONENTS } from '../../rules/withholding.ts';
import { account, civilDate, tiyn } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

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
    roles: staff('money', 'finance'),
  },
  recordReturned: {
    body: z.strictObject({
      component,
      contractor: account.meta({ description: 'The account of the line that came back' }),
      amount: tiyn,
      order,
      on,
    }),
    roles: staff('money', 'finance'),
    hasRules: true,
  },
} satisfies Commands;

const Order = z
  .object({
    component,
    code: z.string().meta({ description: 'КНП' }),
    amount: Money,
    paid: z.object({ order: z.string(), on: z.string() }).nullable(),
  })
  .meta({ id: 'SocialTransferOrder' });

export const SocialTransferFacts = z.object({
  month: z.string(),
  dueOn: z.string().meta({ description: 'The last day of the transfer: moved back to a working day' }),
  persons: z.int().meta({ description: 'How many accounts stand in the register' }),
  register: z.string().meta({ description: 'The hash of its lines (SHA-256 of RFC 8785)' }),
  orders: z.array(Order).meta({ description: 'One payment order for each component of which something was withheld' }),
  rest: Money.meta({ description: 'What is still to be transferred' }),
  returned: z.array(z.object({ component, contractor: z.uuid(), amount: Money, order: z.string(), on: z.string() })),
});

/** Lines of contractors. `items` is what a reading by the staff is recorded by. */
const Line = z.object({ contractor: z.uuid(), component, amount: Money });

export const Overpaid = z.array(Line).meta({
  description:
    'What came back to contractors after its month was transferred, beyond what was withheld from them since. It lowers the next registers; finance may also claim it back and record the return',
});

export const Register = z
  .object({
    month: z.string(),
    register: z.string(),
    items: z.array(Line.extend({ iin: z.string(), name: z.string() })),
    csv: z
      .string()
      .meta({ description: 'The file for the payment order: a line for each person (IIN) and component, with semicolons, in tenge' }),
  })
  .meta({ id: 'SocialTransferRegister' });
