/** What everybody may learn of a paper who has it: no names, no numbers of persons, no accounts. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { CHECKS } from '../../gateways/signatures/port.ts';
import { instant } from '../resource/fields.ts';
import { stateOf } from '../resource/schema.ts';

const checks = z.array(z.object({ check: z.enum(CHECKS), result: z.enum(['held', 'failed', 'absent', 'unreached']) }));
const Checked = z.object({ holds: z.boolean(), checks });

export const PaperCheck = z
  .object({
    papers: z.array(
      z.object({
        reference: z.uuid(),
        sha256: z.string().meta({ description: 'Of the bytes that are signed. Compare it with that of your file' }),
        kind: z.string(),
        name: z.string(),
        number: z.string().nullable(),
        date: z.string(),
        broughtBy: z.enum(['customer', 'contractor']).nullable().meta({
          description: 'The party whose own paper it is: the platform did not write it. Null if the platform drew it',
        }),
        state: stateOf(lifeTypes.signing).meta({ description: 'Of the signing' }),
        stateName: z.string(),
        bytes: z.enum(['whole', 'erased', 'changed']).meta({
          description: 'Of the stored file: whether it is what the hash stands for. `erased` by law; the record of the signing stays',
        }),
        awaited: z.int().meta({ description: 'How many have yet to sign or confirm, if the signing goes on' }),
        signatures: z.array(
          z.object({
            party: z.enum(['customer', 'contractor']),
            way: z.enum(['account', 'code', 'cms']),
            at: instant,
            timeStampedAt: instant.nullable(),
            algorithm: z.string().nullable(),
            received: Checked.nullable().meta({
              description: 'The checks of the electronic signature when it was received; null if there is none or it was erased',
            }),
            now: Checked.nullable().meta({
              description: 'The same checks at `checkedAt`, from the evidence that is kept; null if it cannot be checked',
            }),
          }),
        ),
        checkedAt: instant,
      }),
    ),
  })
  .meta({ id: 'PaperCheck', description: 'The same bytes may be the papers of several deals' });
