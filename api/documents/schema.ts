/** Papers in the cabinet (1.8): the list, and one paper. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import { CHECKS } from '../../gateways/signatures/port.ts';
import { kindOf, lifeOfPublicId, localIdOf, publicIdOf } from '../../lives/ids.ts';
import type { PaperPlace, PaperRow } from '../../models/stores/paper.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import { WAYS } from '../../rules/signing-ways.ts';
import { civilDate, instant } from '../resource/fields.ts';
import { lifeId } from '../resource/public-id.ts';
import { pageOf, stateOf } from '../resource/schema.ts';
import { wholeNumber } from '../route.ts';
import { sha256 } from '../signings/schema.ts';

/** What leads to a paper: the SHA-256 of its bytes, or the reference in its QR code. */
export const paperId = z.union([sha256, z.uuid().toLowerCase()]).meta({ description: 'The SHA-256 of the bytes in hex, or the reference' });

/** A place in the list, as `next` writes it: the paper's day and its place. */
const PLACE = /^(2[01]\d\d-\d\d-\d\d)\.(\d{1,18})$/;
const place = z
  .string()
  .max(29)
  .regex(PLACE)
  .transform((written): PaperPlace => {
    const [, dated = '', number = ''] = PLACE.exec(written) ?? [];
    return { dated, place: number };
  })
  .refine(({ dated }) => civilDate.safeParse(dated).success)
  .meta({ override: { type: 'string', maxLength: 29, pattern: PLACE.source }, description: '`next` of the previous page' });

/** Where the page after a full one begins; null where there is none. */
export const placeAfter = (rows: readonly PaperRow[], limit: number): string | null => {
  const last = rows.at(-1);
  return rows.length === limit && last !== undefined ? `${last.dated}.${last.place}` : null;
};

/** The lives that have papers, as `of` names them. */
const PARENT = /^(task|dispute|debt|invoice|extra)\/([0-9a-f.-]{36,51})$/;
const parent = z
  .string()
  .toLowerCase()
  .max(60)
  .regex(PARENT)
  .refine((written) => lifeId.safeParse(localIdOf(written)).success)
  .transform((written) => lifeOfPublicId(kindOf(written), localIdOf(written)))
  .meta({
    override: { type: 'string', maxLength: 60, pattern: PARENT.source },
    description:
      'Only the papers of this task, dispute, debt, invoice or extra: `task/<id>`, `dispute/<id>`, `debt/<id>`, `invoice/<id>`, `extra/<id>`',
  });
/** Where the papers of a life are listed. */
export const papersAt = (life: string): string => `/v1/documents?of=${kindOf(life)}/${publicIdOf(life)}`;

const kinds = Object.keys(PAPER_KINDS) as [PaperKind, ...PaperKind[]];

export const PaperQuery = z.strictObject({
  of: parent.optional(),
  kind: z.enum(kinds).optional(),
  from: civilDate.optional().meta({ description: 'The first date, inclusive' }),
  until: civilDate.optional().meta({ description: 'The last date, inclusive' }),
  waitsForMe: z.enum(['true']).optional().meta({ description: 'Only what the caller can sign or confirm now' }),
  limit: wholeNumber(1, 100).default(20),
  after: place.optional(),
});

const party = z.enum(['customer', 'contractor']);

export const Paper = z
  .object({
    reference: z.uuid().meta({ description: 'The id of the paper. It is in its QR code' }),
    sha256: z.string().meta({ description: 'Of its bytes, in hex. The same bytes may be more than one paper' }),
    kind: z.string(),
    kindName: z.string(),
    number: z.string().nullable(),
    title: z.string().nullable().meta({ description: 'What the party that brought it calls it. Null for a paper of the platform' }),
    broughtBy: party.nullable().meta({ description: 'The party that brought it. Null if the platform drew it' }),
    date: z.string().meta({ description: 'The date that the paper bears' }),
    of: z.string().meta({ description: 'The task, the dispute, the debt or the invoice that it is a paper of' }),
    task: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable().meta({ description: 'If it is a paper of a task' }),
    waitsForMe: z.boolean().meta({ description: 'Whether the caller can sign or confirm it now' }),
    erased: z.boolean().meta({ description: 'Whether the bytes were erased. The record of the signing stays' }),
    state: stateOf(lifeTypes.signing).meta({ description: 'Of the signing' }),
    stateName: z.string(),
    signing: z.string().meta({ description: 'Where it is signed, confirmed or refused' }),
    links: z
      .object({
        content: z.string().meta({ description: 'The bytes that are signed' }),
        copy: z.string().meta({ description: 'A PDF to print, with a sheet of the signatures' }),
        package: z.string().meta({ description: 'A ZIP with the bytes and all that proves the signatures' }),
        check: z.string().meta({ description: 'The public page that checks the paper' }),
      })
      .meta({ description: 'What can be fetched of it' }),
  })
  .meta({ id: 'Paper' });

export const PaperList = pageOf(Paper).meta({ id: 'PaperList' });

export const WholePaper = Paper.extend({
  parties: z
    .array(z.object({ party, account: z.uuid(), name: z.string().nullable().meta({ description: 'Null once it was erased' }) }))
    .meta({ description: 'The parties of the deal' }),
  signatures: z
    .array(
      z.object({
        party,
        at: instant.nullable().meta({ description: 'Null while it is awaited' }),
        way: z.enum(WAYS).nullable().meta({
          description: '`account`: a confirmation in the account (1.4); `code`: with a code by SMS; `cms`: an electronic signature (1.11)',
        }),
        signature: z
          .object({
            kept: z.enum(['whole', 'erased', 'damaged']).meta({ description: 'Of the signature and its evidence' }),
            signer: z.object({ name: z.string(), organisation: z.string().nullable(), identifier: z.string().nullable() }).nullable(),
            algorithm: z.string().nullable(),
            timeStampedAt: instant.nullable(),
            checks: z
              .array(z.object({ check: z.enum(CHECKS), result: z.string() }))
              .meta({ description: 'As they were when it was received' }),
          })
          .nullable(),
      }),
    )
    .meta({ description: 'Who signed or confirmed, in this order, and then who has yet to' }),
}).meta({ id: 'WholePaper' });
