/**
 * Every id and every event key of the platform, made and parsed in one place.
 *
 * A life's id is `<kind>/<uuid>`; a child's is `<kind>/<parent's id without its kind>/<number>`, so a child's child has two numbers and a payment of
 * a dispute's debt has three. An effect's id is `<life>/<seq>/<index>`: the index-th piece of work that event `seq` ordered. An event's key says where the event comes from and is unique over all
 * lives, so it is also the idempotency key.
 */

/** `task/0b7e…` is of kind `task`. */
export const kindOf = (life: string): string => life.slice(0, life.indexOf('/'));

/** The id behind the kind: `<uuid>`, with a number for each step down to a child. */
export const localIdOf = (life: string): string => life.slice(life.indexOf('/') + 1);

/** `dispute/<uuid>/2` is `<uuid>.2` in a URL, `debt/<uuid>/2/1` is `<uuid>.2.1`. */
export const publicIdOf = (life: string): string => localIdOf(life).replaceAll('/', '.');

/** The life behind a public id. */
export const lifeOfPublicId = (kind: string, publicId: string): string => `${kind}/${publicId.replaceAll('.', '/')}`;

/** Where the API shows a life. */
export const pathOf = (life: string): string => `/v1/${kindOf(life)}s/${publicIdOf(life)}`;

export const accountLife = (account: string): string => `account/${account}`;
/** A payout has one receipt. */
export const receiptLife = (payout: string): string => `receipt/${localIdOf(payout)}`;
/** `nth`: 1 of an invoice's services, 2 and on of its credit notes. */
export const taxInvoiceLife = (invoice: string, nth: number): string => `tax-invoice/${localIdOf(invoice)}/${nth}`;
/** `nth` among what a claim that stands alone brings. */
export const claimFeeLife = (dispute: string, nth: number): string => `fee/${localIdOf(dispute)}/${nth}`;
/** `month`: `YYYY-MM`. */
export const socialTransferLife = (month: string): string => `social-transfer/${month}`;
/** An objection names the event of the task that recorded the start: each record has one. */
export const objectionLife = (task: string, seq: number): string => `objection/${task}/${seq}`;
export const taskLife = (task: string): string => `task/${task}`;
/** A month of the books, `2026-11`: the ids of its closings begin with it. */
export const monthKey = (month: string): string => `month/00000000-0000-8000-8000-000000${month.replace('-', '')}`;
/** A closing of a month has no chance in its id: two who close it at once create the same life. */
export const closingLife = (month: string, nth: number): string => `${monthKey(month)}/${nth}`;

/** Where an effect was ordered. */
export interface EffectPosition {
  life: string;
  seq: number;
  index: number;
}

export const effectId = ({ life, seq, index }: EffectPosition): string => `${life}/${seq}/${index}`;

/** Takes an effect's id apart. An id that no effect can have gives positions that are not integers: see `isEffectId`. */
export function parseEffectId(effect: string): EffectPosition {
  const [index = '', seq = '', ...life] = effect.split('/').reverse();
  return { life: life.reverse().join('/'), seq: Number(seq), index: Number(index) };
}

/** False for a forged id: no row can have such a position. */
export function isEffectId(effect: string): boolean {
  const { seq, index } = parseEffectId(effect);
  return [seq, index].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 31);
}

/** The key of an event that an account asks for: with its Idempotency-Key. */
export const accountKey = (account: string, idempotencyKey: string): string => `account/${account}/${idempotencyKey}`;
/** The key of an account that a person registers: with the person's Idempotency-Key. */
export const personKey = (person: string, idempotencyKey: string): string => `person/${person}/${idempotencyKey}`;
/** The key of what a second person of the staff confirmed: a proposal is confirmed once. */
export const proposalKey = (proposal: string): string => `proposal/${proposal}`;
/** The key of a timer's event. */
export const timerKey = (life: string, seq: number): string => `timer/${life}/${seq}`;
/** The key of the answer to an effect. */
export const effectKey = (effect: string): string => `effect/${effect}`;
/** The key of a message that an effect sends to another life. */
export const messageKey = (effect: string): string => `message/${effect}`;
/** An account is told once of a revision of the tariffs, by its number, and of individual terms, by their code. */
export const tariffKey = (account: string, what: string): string => `tariff/${account}/${what}`;
/** A letter about found tasks is written once. */
export const foundKey = (account: string, letter: string): string => `found/${account}/${letter}`;
/** The key of the day's news that an account's IIN or BIN was registered again. */
export const claimedKey = (account: string, day: string): string => `claimed/${account}/${day}`;
/** A thread is opened once, by whoever writes first. */
export const threadKey = (life: string): string => `thread/${life}`;
/** The key of the one transfer of a month. */
export const collectKey = (life: string): string => `collect/${life}`;
/** The key of the file that an upload becomes. */
export const uploadKey = (upload: string): string => `upload/${upload}`;
/** A file is erased once. */
export const erasedKey = (file: string): string => `erased/${file}`;
/** The key of a child's first event: the parent's event ordered it at this position. */
export const createKey = (effect: string): string => `create/${effect}`;
