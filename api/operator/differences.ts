/** What a payment provider lists otherwise than it was booked: a list for the staff. Nothing is corrected by itself. */
import { z } from 'zod';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { DifferenceRow } from '../../models/stores/reconciliation.ts';
import { closeDifference, lastComparisons, listDifferences } from '../../models/stores/reconciliation.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { freeText } from '../free-text.ts';
import { instant, money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';
import { Money } from '../resource/schema.ts';
import { requireRole, staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { staffOnly } from './staff-only.ts';

const CLOSE = staff('money', 'finance');

/** What each kind means, and what to do. */
const WORDS: Record<DifferenceRow['kind'], Localized> = {
  missing: said(
    'Бізде есепке алынған, бірақ төлем ұйымының тізілімінде жоқ. Төлем ұйымынан операция болған-болмағанын сұраңыз.',
    'У нас учтено, а в реестре платёжной организации нет. Запросите у неё, проводилась ли операция.',
    'We booked it, and the list of the provider does not have it. Ask the provider whether the operation was made.',
  ),
  foreign: said(
    'Төлем ұйымының тізілімінде бар, бірақ бізде есепке алынбаған. Ақша кімнен түскенін анықтап, қажет болса қайтарыңыз.',
    'В реестре платёжной организации есть, а у нас не учтено. Выясните, от кого деньги, и при необходимости верните их.',
    'The list of the provider has it, and we did not book it. Find out whose money it is, and give it back where it is nobody else’s.',
  ),
  doubled: said(
    'Төлем ұйымы операцияны біз есепке алғаннан көп рет жүргізген. Артығын қайтаруды сұраңыз.',
    'Платёжная организация провела операцию больше раз, чем учтено у нас. Потребуйте отменить лишнюю.',
    'The provider made the operation more often than we booked it. Have the surplus one undone.',
  ),
  changed: said(
    'Екі жақта да бар, бірақ сомасы не күйі сәйкес келмейді. Төлем ұйымынан себебін сұраңыз.',
    'Есть у обеих сторон, но сумма или состояние не совпадают. Выясните причину у платёжной организации.',
    'Both sides have it, with another sum or in another state. Ask the provider why.',
  ),
};

const Side = z.object({ held: Money, taken: Money, refunded: Money, takenBack: Money, paidOut: Money });
const Shown = z
  .object({
    number: z.int(),
    provider: z.string(),
    kind: z.enum(['missing', 'foreign', 'doubled', 'changed']),
    words: z.string().meta({ description: 'What it means, and what to do' }),
    about: z.string().meta({ description: 'Our payment or payout; or the id of the operation at the provider, if it names none of ours' }),
    href: z.string().nullable(),
    ours: Side.nullable().meta({ description: 'What we booked. Null if nothing' }),
    theirs: z
      .array(z.object({ id: z.string(), kind: z.string(), amount: Money, status: z.string() }))
      .meta({ description: 'The operations on the list of the provider, without those that were declined or given up' }),
    foundAt: instant,
    seenAt: instant.meta({ description: 'The last comparison that found it' }),
    closedAt: instant.nullable(),
    closedBy: z.uuid().nullable().meta({ description: 'Null while it is open, and if a later comparison found it gone' }),
    note: z.string().nullable(),
  })
  .meta({ id: 'Difference' });

const Compared = z
  .object({
    provider: z.string(),
    at: instant,
    from: z.string(),
    to: z.string(),
    operations: z.int(),
    lives: z.int(),
    differences: z.int(),
  })
  .meta({ id: 'Comparison' });

const sideOf = (ours: Record<string, string>) => {
  const sum = (name: string) => money(ours[name] ?? '0');
  return { held: sum('held'), taken: sum('taken'), refunded: sum('refunded'), takenBack: sum('takenBack'), paidOut: sum('paidOut') };
};

function present(row: DifferenceRow, language: Language): z.input<typeof Shown> {
  const { number, provider, kind, about, ours, theirs, found_at, seen_at, closed_at, closed_by, note } = row;
  const isOurs = /^(payment|payout)\//.test(about);
  return {
    ...{ number: Number(number), provider, kind, words: WORDS[kind][language], about, closedBy: closed_by, note },
    href: isOurs ? `/v1/${about.startsWith('payout/') ? 'payouts' : 'payments'}/${publicId(about)}` : null,
    ours: ours && sideOf(ours),
    theirs: theirs.map((each) => ({ ...each, amount: money(each.amount) })),
    ...{ foundAt: found_at.toISOString(), seenAt: seen_at.toISOString(), closedAt: closed_at?.toISOString() ?? null },
  };
}

export function differenceRoutes({ lives: { database } }: Platform): Route[] {
  const list = route({
    method: 'get',
    path: '/v1/operator/differences',
    operation: 'listDifferences',
    summary: "For the operator's staff: what payment providers list otherwise than it was booked, and when they were last compared",
    access: 'staff',
    query: z.strictObject({
      closed: z.enum(['true', 'false']).default('false').meta({ description: 'Whether to list what is closed, too' }),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0).meta({ description: '`next` of the previous page' }),
    }),
    answers: {
      200: z.object({ items: z.array(Shown), next: z.int().nullable(), compared: z.array(Compared) }).meta({ id: 'DifferenceList' }),
    },
    problems: ['wrong-party'],
    async handle({ query: { closed, limit, after }, session, language }) {
      staffOnly(session);
      const [rows, runs] = await Promise.all([
        listDifferences(database, { after, limit, closed: closed === 'true' }),
        lastComparisons(database),
      ]);
      const compared = runs.map(({ at, from, to, ...run }) => ({
        ...run,
        ...{ at: at.toISOString(), from: from.toISOString(), to: to.toISOString() },
      }));
      const last = rows.at(-1);
      const next = rows.length === limit && last !== undefined ? Number(last.number) : null;
      return { body: { items: rows.map((row) => present(row, language)), next, compared } };
    },
  });

  const close = route({
    method: 'post',
    path: '/v1/operator/differences/{number}/close',
    operation: 'closeDifference',
    summary: "For the operator's finance: close a difference with a note on how it was settled. The same difference is not listed again",
    access: 'staff',
    params: z.strictObject({ number: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
    body: z.strictObject({ note: freeText(1_000) }),
    answers: { 200: Shown },
    problems: ['wrong-party', 'role-missing', 'step-up-needed'],
    async handle({ params: { number }, body: { note }, session, language }) {
      staffOnly(session);
      requireRole(session, 'operator', CLOSE);
      const row = await closeDifference(database, { number, account: session.account, note });
      if (row === undefined) throw new Problem('not-found');
      return { body: present(row, language) };
    },
  });

  return [list, close];
}
