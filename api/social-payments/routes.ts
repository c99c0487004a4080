/** The register of the social payments that the operator withheld in a month, for its transfer (3.4). */
import { z } from 'zod';
import { withheldInMonth } from '../../models/stores/paid-income.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import { codesOn, registerAsCsv, registerOf, transferDueOn } from '../../rules/social-transfer.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { lastMonth } from '../../rules/working-days.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { money, month } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const Register = z
  .object({
    month: z.string(),
    dueOn: z.string().meta({ description: 'The last day of the transfer: moved back to a working day' }),
    items: z
      .array(
        z.object({
          contractor: z.uuid().meta({ description: 'The account that was paid' }),
          iin: z.string(),
          name: z.string(),
          payments: z.int(),
          income: Money,
          ...{ opv: Money, opvr: Money, so: Money, vosms: Money },
        }),
      )
      .meta({ description: 'What was withheld, by account' }),
    orders: z
      .array(z.object({ component: z.enum(COMPONENTS), code: z.string().meta({ description: 'КНП' }), amount: Money }))
      .meta({ description: 'One payment order for each component' }),
    csv: z.string().meta({ description: 'The register as a file: a line for each person (IIN) and component, with semicolons, in tenge' }),
  })
  .meta({ id: 'SocialPayments' });

export const socialPaymentRoutes = ({ lives }: Platform): Route[] => [
  route({
    method: 'get',
    reads: 'list',
    path: '/v1/operator/social-payments',
    operation: 'readSocialPayments',
    summary:
      "For the operator's staff: the social payments withheld from the self-employed in a month, with the register and the orders of their transfer (3.4)",
    access: 'staff',
    query: z.strictObject({
      month: month.optional().meta({ description: 'Default: the last one' }),
    }),
    answers: { 200: Register },
    problems: ['wrong-party'],
    async handle({ query: { month: asked = lastMonth(new Date().toISOString()) }, session }) {
      staffOnly(session);
      const { database } = lives;
      const [rows, months] = await Promise.all([readParameters(database), withheldInMonth(database, asked)]);
      const dueOn = transferDueOn(asked, rows, lives.calendar(new Date().toISOString()));
      const codes = codesOn(rows, dueOn);
      const sum = (tiyn: bigint) => money(String(tiyn));
      const total = (component: Component) => sum(months.reduce((all, { components }) => all + components[component], 0n));
      return {
        body: {
          ...{ month: asked, dueOn },
          items: months.map(({ account, iin, name, payments, income, components }) => ({
            ...{ contractor: account, iin, name, payments, income: sum(income) },
            ...{ opv: sum(components.opv), opvr: sum(components.opvr), so: sum(components.so), vosms: sum(components.vosms) },
          })),
          orders: COMPONENTS.map((component) => ({ component, code: codes[component], amount: total(component) })),
          csv: registerAsCsv(registerOf(months, codes), asked),
        },
      };
    },
  }),
];
