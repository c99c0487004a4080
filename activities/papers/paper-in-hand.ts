/** Puts a paper into the hands of its parties: its bytes are kept, and the signing over their hash is created. */
import { v5 as uuid } from 'uuid';
import type { AskInput } from '../../charts/signing/types.ts';
import type { Paper } from '../../documents/paper.ts';
import { renderPaper } from '../../documents/pdf/render.ts';
import { commit } from '../../lives/commit.ts';
import type { Dispatch } from '../../lives/dispatch.ts';
import type { Effect, Performer } from '../../lives/effects.ts';
import { sha256 } from '../../lives/hashing.ts';
import { createKey } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { keepPaper } from '../../models/stores/document.ts';
import { findLife } from '../../models/stores/life.ts';
import type { PaperKind } from '../../rules/requisites.ts';

const PAPERS = '0d9a5c1e-7f3b-4a58-9c62-3e1b8f4d2a70';
/** The reference of a paper, from what alone ordered it: a repeat draws the same bytes. */
export const referenceOf = (order: string): string => uuid(order, PAPERS);

interface Drawn {
  paper: Paper;
  /** Of an act: the same as a file for the system of electronic invoices. */
  awp?: Buffer | null;
  /** What its signing asks, and of whom. */
  asks: Omit<AskInput, 'id' | 'parent' | 'document' | 'paper'>;
}

interface Drawer<Params> {
  /** The signing that the order begins. */
  signingOf(effect: Effect<Params>): string;
  draw(effect: Effect<Params>): Promise<Drawn>;
}

/**
 * Performs the order of a paper. A repeat after the signing was created draws nothing: what parties and notices say may have changed since, and the paper
 * stays what it was.
 * @param publicUrl where people reach the platform, for the QR code.
 */
export function paperInHand<Params extends { kind: PaperKind }>(
  lives: Lives,
  dispatch: Dispatch,
  publicUrl: string,
  { signingOf, draw }: Drawer<Params>,
): Performer<Params> {
  const { database } = lives;
  return {
    // Nothing else brings the paper, and its life may wait for it for ever.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform(effect) {
      const signing = signingOf(effect);
      if (await findLife(database, signing)) return undefined;
      const { paper, awp = null, asks } = await draw(effect);
      const { reference, number, date } = paper;
      const bytes = await renderPaper(paper, publicUrl);
      const document = { kind: effect.params.kind, sha256: sha256(bytes) };
      await keepPaper(database, { ...document, bytes, awp });
      const input: AskInput = { ...asks, id: signing, parent: effect.life, document, paper: { reference, number, date } };
      const idempotencyKey = createKey(effect.id);
      const created = await commit(lives, { life: signing, idempotencyKey, type: 'ask', by: 'platform', input, create: true });
      if (created.outcome !== 'done' && created.outcome !== 'replayed')
        throw new Error(`${signing} could not be created: ${created.outcome}`);
      dispatch(created.updates);
      return undefined;
    },
  };
}
