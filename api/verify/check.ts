/** The check of a paper, for everybody who has it: by the SHA-256 of its bytes, or by the reference in its QR code. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import { papersOf } from '../../models/stores/paper.ts';
import type { Platform } from '../../platform.ts';
import { nameOf, stateName } from '../documents/presenter.ts';
import { signingOf } from '../documents/proofs.ts';
import type { Recheck, RecheckedProof, Rechecks } from '../documents/rechecks.ts';
import { paperId } from '../documents/schema.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { PaperCheck } from './schema.ts';

export type Checked = z.output<typeof PaperCheck>;

/** The same bytes are seldom the papers of more than one deal. */
const MOST_PAPERS = 5;

/** @throws 404 for a paper that nobody knows, 429 if too many checks wait */
export async function checkPaper({ lives: { database } }: Platform, rechecks: Rechecks, id: string, language: Language): Promise<Checked> {
  const rows = (await papersOf(database, id)).slice(0, MOST_PAPERS);
  if (rows.length === 0) throw new Problem('not-found');
  const papers = [];
  for (const row of rows) papers.push(present(row, await rechecks(row), language));
  return { papers };
}

function present(row: PaperRow, { at, bytes, proofs }: Recheck, language: Language): Checked['papers'][number] {
  const signing = signingOf(row);
  const isOpen = lifeTypes.signing.chart.states[row.state]?.type !== 'final';
  return {
    ...{ reference: row.reference, sha256: row.document, kind: row.kind, name: nameOf(row, language) },
    ...{
      number: row.number,
      date: row.dated,
      broughtBy: signing?.issuer ?? null,
      state: row.state,
      stateName: stateName(row, language),
      bytes,
    },
    awaited: signing !== undefined && isOpen ? signing.order.length - signing.confirmations.length : 0,
    signatures: proofs.map(presentProof),
    checkedAt: at,
  };
}

function presentProof({ party, way, at, received, now }: RecheckedProof) {
  const told = (checked: RecheckedProof['now']) =>
    checked ? { holds: checked.holds, checks: checked.checks.map(({ check, result }) => ({ check, result })) } : null;
  return {
    ...{ party, way, at, timeStampedAt: received?.timeStampedAt ?? null, algorithm: received?.algorithm ?? null },
    received: told(received),
    now: told(now),
  } as Checked['papers'][number]['signatures'][number];
}

export const checkRoutes = (platform: Platform, rechecks: Rechecks): Route[] => [
  route({
    method: 'get',
    path: '/v1/checks/{id}',
    operation: 'checkPaper',
    summary: 'Whether a paper and its signatures hold: by the SHA-256 of its bytes, or by its reference. No names are told',
    access: 'public',
    params: z.strictObject({ id: paperId }),
    answers: { 200: PaperCheck },
    problems: ['unavailable'],
    handle: async ({ params: { id }, language }) => ({ body: await checkPaper(platform, rechecks, id, language) }),
  }),
];
