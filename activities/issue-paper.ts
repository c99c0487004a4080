/** Draws a paper of a life. Where it needs no confirmation beside those its event brought, its signing is complete at once (1.4, 1.8). */
import type { IssuePaper } from '../charts/effects.ts';
import type { BoundParties } from '../charts/law.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { actedIn, orderingOf } from '../models/stores/paper-source.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { civilDate } from '../rules/working-days.ts';
import { drawPaper } from './papers/index.ts';
import { paperInHand, referenceOf } from './papers/paper-in-hand.ts';

export const issuePaper = (lives: Lives, dispatch: Dispatch, operator: Operator, publicUrl: string): Performer<IssuePaper> =>
  paperInHand(lives, dispatch, publicUrl, {
    signingOf: ({ id }) => `signing/${referenceOf(id)}`,
    async draw({ id, life, seq, params }) {
      const { database } = lives;
      const [row, parameters] = await Promise.all([orderingOf(database, life, seq), readParameters(database)]);
      const at = row.at.toISOString();
      const drawing = { reference: referenceOf(id), record: { event: `${life}/${seq}`, hash: row.hash, at, seq }, chart: row.chart_hash };
      const named = operatorOn(operator, parameters, civilDate(at));
      const { confirmed } = params;
      const { customer, contractor, parent } = row.context as BoundParties & { parent?: string };
      // A claim in a task is the command of the task.
      const acted = await actedIn(lives, [life, ...(parent === undefined ? [] : [parent])], confirmed);
      const paper = await drawPaper({ database, operator: named, life, row, drawing, acted }, params);
      const parties = { ...(customer !== undefined && { customer }), ...(contractor !== undefined && { contractor }) };
      const order = (['customer', 'contractor'] as const).filter((side) => confirmed[side] !== undefined);
      const toSign = 'toSign' in params && params.toSign !== undefined ? { ...params.toSign, sideBySide: true as const } : {};
      return { paper, asks: { ...parties, order, confirmed, ...toSign } };
    },
  });
