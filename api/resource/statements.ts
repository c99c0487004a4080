/** The words that users wrote with their commands, as far as the reader may know them: for the chain's response and the life's own. */
import type { Sequelize } from 'sequelize';
import type { z } from 'zod';
import type { ErasableRef, Party } from '../../charts/law.ts';
import { PEOPLE } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { spokenEvents } from '../../models/stores/event.ts';
import { kebab } from './fields.ts';
import type { Resource, SeenRow, Spoken } from './resource.ts';
import type { Said, Statement } from './schema.ts';

/** Who reads the statements of a life. */
export interface Listener {
  party: Party;
  account: string;
  /** Not bound to the life yet: a candidate reads only its own words. */
  isCandidate?: boolean | undefined;
  withheld?: Resource['withheld'] | undefined;
}

type Words = z.output<typeof Said>;
/** By the field of the input: the sealed text, or null if it was erased. */
type Texts = Record<string, Record<string, unknown> | null>;

/** A consent is kept as evidence. It names number and IIN of who gave it, which neither members nor the staff read of a person. */
const shown = ({ personalDataConsent: _, ...body }: Record<string, unknown>): Record<string, unknown> => body;

const wordsOf = (texts: Texts): Words => ({
  words: Object.assign({}, ...Object.entries(texts).map(([field, body]) => (body ? shown(body) : { [field]: null }))),
  erased: Object.values(texts).includes(null),
});

/** The references of an input to its texts, by their fields. */
const referencesIn = (input: unknown): [string, ErasableRef][] =>
  Object.entries(input ?? {}).filter(
    (each): each is [string, ErasableRef] => typeof each[1]?.text === 'string' && typeof each[1]?.hash === 'string',
  );

/**
 * The events whose words the reader may know. A text that the platform records, such as the address of a payment page, is not a statement. A
 * contractor does not see another contractor's offer.
 */
function heard<Event extends Spoken>(events: readonly Event[], { party, account, isCandidate, withheld }: Listener): Event[] {
  const spoken = events.filter(({ by }) => PEOPLE.includes(by));
  const hidden = withheld?.(spoken, party);
  const isOwn = (event: Event): boolean => event.by === party && event.account === account;
  return spoken.filter((event) => {
    if (hidden?.has(event.seq)) return false;
    return isOwn(event) || !(isCandidate || (party === 'contractor' && event.by === 'contractor'));
  });
}

/** The words of a chain's events by their seq, from one read. */
export async function wordsBySeq(database: Sequelize, events: readonly Spoken[], listener: Listener): Promise<Map<number, Words>> {
  const told = heard(
    events.filter(({ input }) => referencesIn(input).length > 0),
    listener,
  ).map(({ seq, input }) => ({ seq, references: referencesIn(input) }));
  const texts = await readTexts(
    database,
    told.flatMap(({ references }) => references.map(([, { text }]) => text)),
  );
  return new Map(
    told.map(({ seq, references }) => [
      seq,
      wordsOf(Object.fromEntries(references.map(([field, { text }]) => [field, texts.get(text) ?? null]))),
    ]),
  );
}

/** The statements of a life up to an event, oldest first. */
export async function presentStatements(
  database: Sequelize,
  { id, seq: last }: Pick<SeenRow, 'id' | 'seq'>,
  { messages }: LifeType,
  language: Language,
  listener: Listener,
): Promise<z.output<typeof Statement>[]> {
  const spoken = await spokenEvents(database, id);
  return heard(spoken, listener)
    .filter(({ seq }) => seq <= last)
    .map(({ seq, at, by, account, type, texts }) => ({
      seq,
      at: at.toISOString(),
      by: by as z.output<typeof Statement>['by'],
      account: by === 'operator' ? null : account,
      command: kebab(type),
      title: messages.commands[type]?.[language] ?? type,
      ...wordsOf(texts),
    }));
}
