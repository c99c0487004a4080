/**
 * What the staff read of others is recorded, with a reason that they give, and whoever it is about can read that. The reason is one of a few words and
 * not a text of the reader: a text could reveal what must not be disclosed (4.4.2).
 */
import type { BoundParties } from '../charts/law.ts';
import type { Localized } from '../charts/messages.ts';
import { localIdOf } from '../lives/ids.ts';
import { findLife } from '../models/stores/life.ts';
import { papersOf } from '../models/stores/paper.ts';
import { keepReading } from '../models/stores/staff-reading.ts';
import type { Platform } from '../platform.ts';
import { Problem } from './errors.ts';
import { lifeOfPublicId } from './resource/public-id.ts';
import type { Answer, Route } from './route.ts';
import type { Session } from './session.ts';

/** The header in which one of the staff says why they read. */
export const REASON_HEADER = 'Staff-Reason';

export const REASONS = {
  request: {
    kk: 'сіздің немесе екінші тараптың өтініші',
    ru: 'ваше обращение или обращение другой стороны',
    en: 'a request by you or by the other party',
  },
  work: {
    kk: 'Оператордың шешімін күткен іс',
    ru: 'дело, которое ждёт решения Оператора',
    en: 'a matter that awaits a decision of the operator',
  },
  payment: { kk: 'төлем не есеп айырысу', ru: 'платёж или расчёт', en: 'a payment or a settlement' },
  check: { kk: 'ережелердің сақталуын тексеру', ru: 'проверка соблюдения правил', en: 'a check that the rules are kept' },
  fault: { kk: 'жүйедегі ақау', ru: 'неполадка системы', en: 'a fault of the system' },
} as const satisfies Record<string, Localized>;
export type Reason = keyof typeof REASONS;

const isReason = (given: string | undefined): given is Reason => given !== undefined && Object.hasOwn(REASONS, given);

/**
 * Why this session reads; undefined if nothing is recorded: a command is recorded by its event, but a preview shows a life without one.
 * @throws 400 for one of the staff who gives no reason
 */
export function reasonOf({ kind }: Session, { reads, method }: Route, isPreview: boolean, given: string | undefined): Reason | undefined {
  if (kind !== 'staff' || reads === undefined || (method !== 'get' && !isPreview)) return undefined;
  if (!isReason(given)) throw new Problem('reason-needed', { reasons: Object.keys(REASONS) });
  return given;
}

/** The accounts named in the items of a list. */
function accountsInList({ body }: Answer): string[] {
  const { items } = body as { items: Record<string, unknown>[] };
  return items
    .flatMap((item) => ['id', 'customer', 'contractor', 'claimant', 'respondent', 'debtor', 'creditor'].map((name) => item[name]))
    .filter((each) => typeof each === 'string' && UUID.test(each)) as string[];
}
const UUID = /^[0-9a-f-]{36}$/;

/** The parties of a life, or the account that is one. */
const partiesOf = (life: string, { customer, contractor }: BoundParties): (string | undefined)[] =>
  life.startsWith('account/') ? [localIdOf(life)] : [customer, contractor];

/** Notes what was read, before the response is sent: without the record there is no response. */
export async function recordReading(
  { lives: { database } }: Platform,
  { account: reader, person: readerPerson, staff: roles }: Session,
  { operation, reads }: Route,
  { params, path, reason, answer }: { params: unknown; path: string; reason: Reason; answer: Answer },
): Promise<void> {
  const { id = '' } = (params ?? {}) as { id?: string };
  const found = async (): Promise<[subject: string, accounts: readonly (string | undefined)[]]> => {
    if (reads === 'list') return [path, answer.concerns ?? accountsInList(answer)];
    if (reads === 'document') return [`document/${id}`, (await papersOf(database, id)).flatMap(({ readers }) => readers)];
    const life = lifeOfPublicId(reads as string, id);
    const row = await findLife(database, life);
    return [life, row === undefined ? [] : partiesOf(life, (row.snapshot as { context: BoundParties }).context)];
  };
  const [subject, concerned] = await found();
  const accounts = [...new Set(concerned.filter((each) => each !== undefined && each !== reader))] as string[];
  await keepReading(database, accounts, { subject, operation, reader, readerPerson, roles, reason });
}
