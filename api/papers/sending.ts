/** A paper that a party brings itself (`sendPaper` of a task): what it is asked for, how its file is checked, and how it is kept. */
import type { Sequelize } from 'sequelize';
import { v4 as uuid } from 'uuid';
import type { PaperFault } from '../../charts/file/pdf-faults.ts';
import { PAPER_FAULTS } from '../../charts/file/pdf-faults.ts';
import type { BoundParties } from '../../charts/law.ts';
import { openApart, WorkBroken } from '../../documents/apart.ts';
import type { CheckInput, CheckOutput } from '../../files/check-pdf.ts';
import { sha256 } from '../../lives/hashing.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { preview } from '../../lives/preview.ts';
import { keepOwnPaper, trueBytes } from '../../models/stores/document.ts';
import { areOwnPapersLeft, waitsInTask } from '../../models/stores/paper.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt } from '../../rules/parameters.ts';
import { Problem, refusalBy } from '../errors.ts';
import { useQuota } from '../quotas.ts';
import type { Proved, Proving } from '../resource/resource.ts';
import { waysOfParties } from '../signings/party-ways.ts';

/** Enough for a file of the largest size; a bomb ends here. */
const check = openApart<CheckInput, CheckOutput>(new URL('../../files/check-pdf.ts', import.meta.url), {
  seconds: 20,
  megabytes: 256,
  afresh: true,
});

/** What the platform adds to the command: the document, who signs it, and the ways that count for each on this day. */
export async function paperAsked(
  database: Sequelize,
  { signers, ...body }: Record<string, unknown>,
  parties: BoundParties,
  file: Buffer,
): Promise<Record<string, unknown>> {
  const parameters = await readParameters(database);
  return {
    ...body,
    id: uuid(),
    document: { kind: 'own-paper', sha256: sha256(file) },
    signers: signers === 'both' ? ['customer', 'contractor'] : [signers],
    ways: await waysOfParties(database, parameters, { document: 'own-paper', parties, on: todayInAlmaty() }),
  };
}

/**
 * Checks the file, which is then kept with the event. The chart is asked first, and a file counts against the quota before it is checked: each check costs
 * time, whatever it finds.
 * @throws 422 with what is wrong with the file, or 429
 */
export async function provePaper({ lives }: Platform, { name, input, file, seen, session, language }: Proving): Promise<Proved> {
  const { database } = lives;
  const life = seen.row.id;
  const bytes = file as Buffer;
  const document = sha256(bytes);
  const conditions = [ownPapersAreLeft(life), isNotWaiting(life, document)];
  const asked = await preview(lives, { life, type: name, by: seen.party, actor: session.actor, input, preconditions: conditions });
  const inSameTransaction: Proved['inSameTransaction'] = (transaction) => keepOwnPaper(transaction, { sha256: document, bytes });
  if (asked.outcome === 'refused') return { preconditions: [async () => asked.refusal], inSameTransaction };
  await useQuota(database, { quota: 'quotaOwnPapers', subject: session.account }, language);
  const parameters = await readParameters(database);
  const found = await faultOf(database, bytes, document, parameters);
  if (found) throw new Problem('paper-refused', { ...found, detail: PAPER_FAULTS[found.fault][language] });
  return { preconditions: conditions, inSameTransaction };
}

async function faultOf(
  database: Sequelize,
  bytes: Buffer,
  document: string,
  parameters: readonly Parameter[],
): Promise<{ fault: PaperFault; most?: number } | undefined> {
  const [mostBytes, mostPages] = [
    numberAt(parameters, 'ownPaperMostBytes', todayInAlmaty()),
    numberAt(parameters, 'ownPaperMostPages', todayInAlmaty()),
  ];
  if (bytes.length > mostBytes) return { fault: 'too-large', most: mostBytes };
  const fault = await check({ bytes, mostPages }).catch((error: unknown) => {
    if (error instanceof WorkBroken) return 'too-complex' as const;
    throw error;
  });
  if (fault !== null) return { fault, ...(fault === 'too-many-pages' && { most: mostPages }) };
  // Bytes that were erased are known by their hash alone, and stay erased.
  const kept = await trueBytes(database, document);
  return typeof kept === 'object' ? { fault: 'erased' } : undefined;
}

const ownPapersAreLeft =
  (task: string): Precondition =>
  async (transaction) =>
    (await areOwnPapersLeft(transaction, task, todayInAlmaty())) ? undefined : refusalBy('ownPapersAreLeft');

const isNotWaiting =
  (task: string, document: string): Precondition =>
  async (transaction) =>
    (await waitsInTask(transaction, task, document)) ? refusalBy('paperWaitsAlready') : undefined;
