/** Draws a paper that needs no confirmation beside those its event brought, and begins its signing, which is complete at once (1.4, 1.8). */
import { v5 as uuid } from 'uuid';
import type { IssuePaper } from '../charts/effects.ts';
import type { BoundParties } from '../charts/law.ts';
import type { AskInput } from '../charts/signing/types.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import { renderPaper } from '../documents/pdf/render.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { sha256 } from '../lives/hashing.ts';
import { createKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { keepPaper } from '../models/stores/document.ts';
import { findLife } from '../models/stores/life.ts';
import { orderingOf } from '../models/stores/paper.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { civilDate } from '../rules/working-days.ts';
import { drawPaper } from './papers/index.ts';

const PAPERS = '9a3f0c6e-52b7-4d0e-8f6b-7f1f5a3c2d11';

/**
 * A repeat after the signing was created changes nothing: what parties and notices say may have changed since.
 * @param publicUrl where people reach the platform, for the QR code.
 */
export function issuePaper(lives: Lives, dispatch: Dispatch, operator: Operator, publicUrl: string): Performer<IssuePaper> {
  const { database } = lives;
  return {
    // The paper is what its parties have in hand, and nothing else brings it.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, life, seq, params }) {
      const reference = uuid(id, PAPERS);
      const child = `signing/${reference}`;
      if (await findLife(database, child)) return undefined;
      const { kind, confirmed } = params;
      const [row, parameters] = await Promise.all([orderingOf(database, life, seq), readParameters(database)]);
      const at = row.at.toISOString();
      const record = { event: `${life}/${seq}`, hash: row.hash, at, seq };
      const drawing = { reference, record, chart: row.chart_hash };
      const named = operatorOn(operator, parameters, civilDate(at));
      const paper = await drawPaper({ database, operator: named, life, row, drawing }, params);
      const bytes = await renderPaper(paper, publicUrl);
      const document = { kind, sha256: sha256(bytes) };
      await keepPaper(database, { ...document, bytes, reference, number: paper.number, dated: paper.date, awp: null });
      const { customer, contractor } = row.context as BoundParties;
      const input = {
        ...{ id: child, parent: life, document, confirmed },
        ...(customer !== undefined && { customer }),
        ...(contractor !== undefined && { contractor }),
        order: (['customer', 'contractor'] as const).filter((side) => confirmed[side] !== undefined),
      } satisfies AskInput;
      const created = await commit(lives, { life: child, idempotencyKey: createKey(id), type: 'ask', by: 'platform', input, create: true });
      if (created.outcome !== 'done' && created.outcome !== 'replayed')
        throw new Error(`${child} could not be created: ${created.outcome}`);
      dispatch(created.updates);
      return undefined;
    },
  };
}
