/** What stands behind a paper: who confirmed or signed it and how, with the evidence that is kept of each signature. */
import type { Sequelize } from 'sequelize';
import type { Side, SigningContext } from '../../charts/signing/types.ts';
import { keptAsNamed } from '../../gateways/signatures/kept.ts';
import type { CheckedSignature } from '../../gateways/signatures/port.ts';
import { kindOf } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import { actedIn } from '../../models/stores/paper-source.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import type { SignatureRow } from '../../models/stores/signature.ts';
import { signaturesOf } from '../../models/stores/signature.ts';
import type { PaperRepresentative } from '../../rules/paper-party.ts';
import type { Way } from '../../rules/signing-ways.ts';

export interface KeptSignature {
  id: string;
  receivedAt: Date;
  /** `erased` with the bytes of the paper; `damaged` if it is not what the record of the signing names. */
  kept: CheckedSignature | 'erased' | 'damaged';
}

export interface Proof {
  party: Side;
  at: string;
  way: Way;
  /** Of the way `cms` alone. */
  signature: KeptSignature | null;
}

/** Who gave the confirmations and signatures of companies: the persons whom the requisites name now. Nobody for a party that is found no more. */
export async function actorsOf(
  lives: Pick<Lives, 'database' | 'keys'>,
  row: Pick<PaperRow, 'life' | 'parent' | 'snapshot'>,
  proofs: readonly Proof[],
): Promise<Partial<Record<Side, PaperRepresentative>>> {
  const acted = await actedIn(lives, [row.life, row.parent], Object.fromEntries(proofs.map(({ party, at }) => [party, at])));
  const found = await Promise.all(
    proofs.map(async ({ party, at }) => {
      const account = row.snapshot.context[party];
      const named = acted[party] && account ? await partyOfPaper(lives.database, account, { at, acted: acted[party] }) : null;
      return named?.representative?.acted === 'this' ? [[party, named.representative] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** The signing behind a paper; `undefined` for one that nobody signs. */
export const signingOf = ({ life, snapshot }: Pick<PaperRow, 'life' | 'snapshot'>): SigningContext | undefined =>
  kindOf(life) === 'signing' ? (snapshot as { context: SigningContext }).context : undefined;

/** What the parties call the papers that they brought themselves, by reference. Null once it was erased; a paper of the platform has no title. */
export async function titlesOf(database: Sequelize, rows: readonly PaperRow[]): Promise<ReadonlyMap<string, string | null>> {
  const named = rows.flatMap((row) => {
    const { title } = signingOf(row) ?? {};
    return title === undefined ? [] : [{ reference: row.reference, text: title.text }];
  });
  const texts = await readTexts(
    database,
    named.map(({ text }) => text),
  );
  return new Map(named.map(({ reference, text }) => [reference, (texts.get(text)?.title as string | undefined) ?? null]));
}

/** The confirmations and signatures of a paper, in the order in which they were given. */
export async function proofsOf(database: Sequelize, row: Pick<PaperRow, 'life' | 'snapshot' | 'document'>): Promise<Proof[]> {
  const { confirmations = [] } = signingOf(row) ?? {};
  const rows = confirmations.some(({ signature }) => signature) ? await signaturesOf(database, row.life) : new Map<string, SignatureRow>();
  return confirmations.map(({ party, at, way = 'account', signature }) => {
    if (signature === undefined) return { party, at, way, signature: null };
    const stored = rows.get(signature.id);
    const found = keptAsNamed(stored, { document: row.document, cms: signature.cms });
    const kept = found === 'missing' || found === 'another' ? ('damaged' as const) : found;
    return { party, at, way, signature: { id: signature.id, receivedAt: stored?.receivedAt ?? new Date(at), kept } };
  });
}
