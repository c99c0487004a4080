/** How a process that is to fail is told the moment, and dies at it as if the power went. */

/** Between one thing and the next, where a death could lose or double something. */
export type Moment =
  /** The command is committed, its workflow not told, its caller not answered. */
  | 'before the signal'
  /** The command is committed, its workflow told perhaps, its caller not answered. */
  | 'before the answer'
  /** The caller has the answer, the workflow was never told. */
  | 'after the answer'
  /** A timer's event is committed; the engine has not heard that its wake is done. */
  | 'after the timer'
  /** The letter is taken in hand. */
  | 'before the letter'
  /** The mail server has the letter; nothing here says so. */
  | 'after the letter'
  /** The provider has the text; nothing here says so. */
  | 'after the text'
  /** The provider has made the payment; its answer is not committed. */
  | 'after the payment'
  /** The payment's answer is committed; the engine has not heard of it. */
  | 'after its answer';

export interface Order {
  moment: Moment;
  /** Whose moment is meant: the event's type for the API, the reader's address for a letter, the number for a text, the life for the rest. */
  of: string;
}

let ordered: Order | undefined;

/** Takes orders from the process that started this one. */
export const listenForOrders = (): void => {
  process.on('message', (order: Order) => {
    ordered = order;
    process.send?.('understood');
  });
};

export const isOrdered = (moment: Moment, ...of: string[]): boolean => ordered?.moment === moment && of.includes(ordered.of);

/** Dies if this is the moment. Nothing after it happens. */
export const dieIf = (moment: Moment, ...of: string[]): void => {
  if (isOrdered(moment, ...of)) process.kill(process.pid, 'SIGKILL');
};
