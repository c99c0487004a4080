/** The body that names where an account is paid to, and the response that shows it, masked. */
import { z } from 'zod';
import { BIC } from '../../rules/requisites.ts';
import { ungrouped } from '../../rules/typed-number.ts';
import { OwnProof } from '../auth/schema.ts';
import { members } from '../roles.ts';

/** Whoever may have the money sent elsewhere can take it. */
export const PAYOUT_ROLES = members();

const code = (longest: number) =>
  z
    .string()
    .max(longest)
    .overwrite((text) => ungrouped(text).toUpperCase());

const proof = OwnProof.meta({
  description: 'A code of the purpose payout to your own number, or your password. The session alone is not enough',
});

export const SetPayoutDetails = z
  .strictObject({
    to: z.union([
      z.strictObject({
        iban: code(40).meta({
          description: 'KZ and 18 characters, grouped or not. In the name of the account: the bank compares name and IIN or BIN',
        }),
        bic: code(20).pipe(z.string().regex(BIC, 'A BIC (БИК) has 8 characters: six letters, then two letters or digits.')),
      }),
      z.strictObject({
        card: z
          .strictObject({
            token: z
              .string()
              .max(200)
              .regex(/^[!-~]{1,200}$/),
            lastFour: z
              .string()
              .max(4)
              .regex(/^\d{4}$/),
          })
          .meta({ description: 'The token of your card at the payment provider. The platform never gets the number of a card' }),
      }),
    ]),
    proof,
  })
  .meta({ id: 'SetPayoutDetails' });

const Version = z.object({
  version: z.uuid(),
  masked: z.string().nullable().meta({ description: 'The end of the number. Null if it was erased' }),
  from: z.string().meta({ description: 'From this moment payouts go there' }),
});

export const OwnPayoutDetails = z
  .object({
    present: Version.nullable().meta({ description: 'Where payouts go now' }),
    coming: Version.nullable().meta({ description: 'What replaces it. Until its moment it can be withdrawn' }),
    holders: z
      .array(z.string())
      .meta({ description: 'Who holds the money until it is paid out: one provider, or another where companies pay' }),
    warnings: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'OwnPayoutDetails' });
