/** Who the operator is and how it is reached: for everybody, also without an account. */
import { z } from 'zod';
import { operatorOn } from '../../documents/operator.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const Contacts = z
  .object({
    ...{ name: z.string(), bin: z.string(), address: z.string(), phone: z.string(), email: z.string() },
    bank: z
      .object({ name: z.string(), bik: z.string(), iban: z.string(), beneficiaryCode: z.string(), purposeCode: z.string() })
      .nullable()
      .meta({ description: 'The account that receives the fee (5.1). Null while none is named' }),
    vat: z
      .object({ series: z.string(), number: z.string(), registeredOn: z.string() })
      .nullable()
      .meta({ description: 'The certificate of a payer of VAT. Null where the operator pays none' }),
  })
  .meta({ id: 'Contacts', description: 'The operator of the platform, as its papers name it today' });

export const contactRoutes = ({ lives: { database }, operatorEntity }: Platform): Route[] => [
  route({
    method: 'get',
    path: '/v1/contacts',
    operation: 'readContacts',
    summary: 'The operator of the platform: name, BIN, address, phone, mailbox and bank account. Needs no login',
    access: 'public',
    answers: { 200: Contacts },
    problems: ['unavailable'],
    handle: async () => ({ body: operatorOn(operatorEntity, await readParameters(database), todayInAlmaty()) }),
  }),
];
