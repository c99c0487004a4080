/** A paper in words: what it is called, what is known of its signing, and where its parts are. */
import type { z } from 'zod';
import { lifeTypeNamed } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import type { Side } from '../../charts/signing/types.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import { kindOf, localIdOf, pathOf } from '../../lives/ids.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import { maskedIdentifier } from '../../rules/masking.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import type { Session } from '../session.ts';
import { CHECK_PAGE } from '../verify/address.ts';
import type { KeptSignature, Proof } from './proofs.ts';
import { signingOf } from './proofs.ts';
import type { Paper, WholePaper } from './schema.ts';

export interface PaperReader {
  session: Session;
  language: Language;
  publicUrl: string;
  titles: ReadonlyMap<string, string | null>;
}

export const kindName = ({ kind }: Pick<PaperRow, 'kind'>, language: Language): string =>
  PAPER_KINDS[kind as PaperKind]?.[language] ?? kind;

export const stateName = ({ life, state }: Pick<PaperRow, 'life' | 'state'>, language: Language): string =>
  lifeTypeNamed(kindOf(life))?.messages.states[state]?.name[language] ?? state;

export function presentPaper(row: PaperRow, { session, language, publicUrl, titles }: PaperReader): z.output<typeof Paper> {
  const { reference, document, number, dated, parent, erased, life, state } = row;
  return {
    reference,
    sha256: document,
    kind: row.kind,
    kindName: kindName(row, language),
    number,
    title: titles.get(reference) ?? null,
    broughtBy: signingOf(row)?.issuer ?? null,
    date: dated,
    of: pathOf(parent),
    task: kindOf(parent) === 'task' ? { id: localIdOf(parent), title: row.task_title } : null,
    waitsForMe: row.awaited.includes(session.account),
    erased,
    state,
    stateName: stateName(row, language),
    signing: pathOf(life),
    links: {
      content: `/v1/documents/${reference}/content`,
      copy: `/v1/documents/${reference}/copy`,
      package: `/v1/documents/${reference}/package`,
      check: `${publicUrl}${CHECK_PAGE}/${reference}`,
    },
  };
}

/** `names`: of the parties' accounts. */
export function presentWholePaper(
  row: PaperRow,
  names: ReadonlyMap<string, string | null>,
  proofs: readonly Proof[],
  reader: PaperReader,
): z.output<typeof WholePaper> {
  const { customer, contractor } = row.snapshot.context;
  const left = (signingOf(row)?.order ?? []).filter((party) => !proofs.some((each) => each.party === party));
  return {
    ...presentPaper(row, reader),
    parties: Object.entries({ customer, contractor }).flatMap(([party, account]) =>
      account === undefined ? [] : [{ party: party as Side, account, name: names.get(account) ?? null }],
    ),
    signatures: [
      ...proofs.map(({ party, at, way, signature }) => ({ party, at, way, signature: signature && presentSignature(signature) })),
      ...left.map((party) => ({ party, at: null, way: null, signature: null })),
    ],
  };
}

function presentSignature({ kept }: KeptSignature) {
  if (typeof kept === 'string') return { kept, signer: null, algorithm: null, timeStampedAt: null, checks: [] };
  const { signer, algorithm, timeStampedAt, checks } = kept.report;
  return {
    kept: 'whole' as const,
    signer: signer && {
      name: signer.commonName,
      organisation: signer.organisation,
      identifier: signer.iin && maskedIdentifier(signer.iin),
    },
    ...{ algorithm, timeStampedAt, checks: checks.map(({ check, result }) => ({ check, result })) },
  };
}

/** `Акт выполненных работ № АВР-2026-7 от 28.11.2026` */
export function nameOf(row: PaperRow, language: Language): string {
  const date = row.dated.split('-').reverse().join('.');
  return `${kindName(row, language)}${row.number === null ? '' : ` №\u00a0${row.number}`}${DATED[language]} ${date}`;
}
const DATED = { kk: ',', ru: ' от', en: ' of' };

/** The same without signs that a file system may refuse. */
export const fileNameOf = (row: PaperRow): string =>
  nameOf(row, 'ru')
    .replace('№\u00a0', '')
    .replace(/[^\p{L}\p{N} .-]/gu, '-');
