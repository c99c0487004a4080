/** How the staff find a life of any type, and what the platform still does for it. */
import { z } from 'zod';
import type { Effects } from '../../charts/effects.ts';
import { lifeTypeNamed, lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { findFault } from '../../lives/chain.ts';
import { accountLife, isEffectId, kindOf, localIdOf, parseEffectId, pathOf } from '../../lives/ids.ts';
import { readChain } from '../../lives/verify.ts';
import { accountsOf, accountsOfIdentifier } from '../../models/stores/account.ts';
import type { MatterRow } from '../../models/stores/matter.ts';
import { effectsOf, findMatters, matterOf, postingsOf, relatedMatters } from '../../models/stores/matter.ts';
import { personOfNumber } from '../../models/stores/person.ts';
import type { Platform } from '../../platform.ts';
import { postingReasons } from '../../rules/posting-reasons.ts';
import { readPhone } from '../accounts/phone.ts';
import { Problem } from '../errors.ts';
import { oneLine } from '../free-text.ts';
import { instant, money } from '../resource/fields.ts';
import { lifeId, lifeOfPublicId } from '../resource/public-id.ts';
import { Money } from '../resource/schema.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { EFFECT_WORDS } from './effect-words.ts';
import { staffOnly } from './staff-only.ts';

const KINDS = Object.keys(lifeTypes) as [string, ...string[]];

const Matter = z
  .object({
    life: z.string().meta({ description: 'The life type' }),
    lifeName: z.string().meta({ description: 'What it is, in words' }),
    number: z.int(),
    title: z.string().nullable().meta({ description: 'The title of its task. Of an account: its name, masked' }),
    stateName: z.string(),
    over: z.boolean(),
    changedAt: instant,
    href: z.string(),
  })
  .meta({ id: 'Matter' });

/** `Айгүл Серікова` is `А. С.`: enough to tell two apart, and no name. */
const masked = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => (word === '' ? [] : [`${[...word][0]}.`]))
    .join(' ');

function present({ id, number, title, state, done, at }: MatterRow, language: Language): z.input<typeof Matter> {
  const life = kindOf(id);
  const messages = lifeTypeNamed(life)?.messages;
  return {
    ...{ life, lifeName: messages?.life[language] ?? life, number: Number(number) },
    title: title !== null && life === 'account' ? masked(title) : title,
    stateName: messages?.states[state]?.name[language] ?? state,
    ...{ over: done, changedAt: at.toISOString(), href: pathOf(id) },
  };
}

/** Whom a row is about: the record of the reading names them. */
const concernedBy = (rows: readonly MatterRow[]): string[] =>
  rows.flatMap(({ id, customer, contractor }) =>
    [customer, contractor, kindOf(id) === 'account' ? localIdOf(id) : null].filter((each) => each !== null),
  );

/** What a provider knows a payment or a payout by is the id of an effect, or that of the life. */
const livesNamed = (words: string): string[] => {
  if (lifeId.safeParse(words).success) return KINDS.map((kind) => lifeOfPublicId(kind, words.toLowerCase()));
  return words.includes('/') ? [words, ...(isEffectId(words) ? [parseEffectId(words).life] : [])] : [];
};

const UUID = z.uuid();

export function matterRoutes({ lives }: Platform): Route[] {
  const { database } = lives;

  /** The accounts of who has this phone number, and those that have named this IIN or BIN. */
  async function accountsNamed(words: string): Promise<string[]> {
    const phone = readPhone(words);
    const person = 'number' in phone ? await personOfNumber(database, phone.number) : undefined;
    const own = person ? (await accountsOf(database, person.id)).map(({ id }) => id) : [];
    return [...own, ...(/^\d{12}$/.test(words) ? await accountsOfIdentifier(database, words) : [])];
  }

  const search = route({
    reads: 'list',
    method: 'get',
    path: '/v1/operator/search',
    operation: 'searchMatters',
    summary:
      "For the operator's staff: find matters of any kind by number or id, by the number or the QR code of a paper, by the id that a provider has, by phone number, or by IIN or BIN",
    access: 'staff',
    query: z.strictObject({
      words: oneLine(100).optional().meta({ description: 'What is known of it, whole. Without it nothing is found' }),
    }),
    answers: { 200: z.object({ items: z.array(Matter) }).meta({ id: 'MattersFound' }) },
    problems: ['wrong-party'],
    async handle({ query: { words: given = '' }, session, language }) {
      staffOnly(session);
      const words = given.replace(/^№\s*/, '');
      const rows = await findMatters(database, {
        number: /^\d{1,15}$/.test(words) ? words : null,
        lives: [...livesNamed(words), ...(await accountsNamed(words)).map(accountLife)],
        reference: UUID.safeParse(words).success ? words : null,
        paper: words,
      });
      const shown = rows.filter(({ id }) => lifeTypeNamed(kindOf(id)) !== undefined);
      return { body: { items: shown.map((row) => present(row, language)) }, concerns: concernedBy(shown) };
    },
  });

  const inside = route({
    reads: 'list',
    method: 'get',
    path: '/v1/operator/lives/{kind}/{id}',
    operation: 'readInside',
    summary:
      "For the operator's staff: what the platform does for a life: its effects, what it booked, related lives, and whether its chain holds",
    access: 'staff',
    params: z.strictObject({ kind: z.enum(KINDS), id: lifeId }),
    answers: {
      200: z
        .object({
          matter: Matter,
          dueAt: instant.nullable().meta({ description: 'When the platform acts in it by itself next' }),
          fault: z
            .object({ seq: z.int(), problem: z.string() })
            .nullable()
            .meta({ description: 'Where the chain of its events does not hold. Null if it does' }),
          effects: z
            .array(
              z.object({
                seq: z.int().meta({ description: 'The event that ordered it' }),
                title: z.string(),
                open: z.boolean(),
                tries: z.int(),
                nextTry: instant.nullable(),
                fault: z.string().nullable().meta({ description: 'Why the last try failed' }),
              }),
            )
            .meta({ description: 'What is still to be done first, then the latest' }),
          postings: z.array(
            z.object({ at: instant, title: z.string(), amount: Money, phase: z.enum(['single', 'pending', 'post', 'void']) }),
          ),
          related: z.array(Matter),
        })
        .meta({ id: 'Inside' }),
    },
    problems: ['not-found'],
    async handle({ params: { kind, id }, session, language }) {
      staffOnly(session, 'not-found');
      const life = lifeOfPublicId(kind, id);
      const [root = ''] = localIdOf(life).split('/');
      const [own, { events, head }, effects, postings, related] = await Promise.all([
        matterOf(database, life),
        readChain(lives, life),
        effectsOf(database, life),
        postingsOf(database, life),
        relatedMatters(database, KINDS, root, life),
      ]);
      if (own === undefined || head === undefined) throw new Problem('not-found');
      return {
        body: {
          matter: present(own, language),
          dueAt: own.next_due?.toISOString() ?? null,
          fault: findFault(events, head) ?? null,
          effects: effects.map(({ seq, kind: of, open, tries, next_try, fault }) => ({
            ...{ seq, title: EFFECT_WORDS[of as keyof Effects]?.[language] ?? of, open, tries, fault },
            nextTry: open ? next_try.toISOString() : null,
          })),
          postings: postings.map(({ at, code, amount, phase }) => ({
            ...{ at: at.toISOString(), title: postingReasons[code]?.[language] ?? code, amount: money(amount), phase },
          })),
          related: related.map((row) => present(row, language)),
        },
        concerns: concernedBy([own]),
      };
    },
  });

  return [search, inside];
}
