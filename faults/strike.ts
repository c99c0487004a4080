/** Kills a process at an exact point, as if the power failed. The parent process arms the point over IPC. */

/** Points between two steps, where a crash could lose or repeat something. */
export type Moment =
  /** The command is committed. Neither the workflow nor the caller knows. */
  | 'before the signal'
  /** The command is committed. The workflow may know, the caller does not. */
  | 'before the answer'
  /** The caller has the response. The workflow was never signalled. */
  | 'after the answer'
  /** A timer's event is committed. Temporal does not know that the catch-up is complete. */
  | 'after the timer'
  /** The letter is about to be sent. */
  | 'before the letter'
  /** The mail server has the letter, but this is not recorded. */
  | 'after the letter'
  /** The provider has the SMS, but this is not recorded. */
  | 'after the text'
  /** The provider has made the payment. Its answer is not committed. */
  | 'after the payment'
  /** The payment's answer is committed. Temporal does not know. */
  | 'after its answer'
  /** A document is signed by all. Its signatures are about to be read from the store and checked. */
  | 'before the check'
  /** They were checked. The answer is not committed. */
  | 'after the check'
  /** One life or person is erased, and others are not yet. */
  | 'between two erasures';

export interface KillPoint {
  moment: Moment;
  /** Whose moment: the event's type for the API, the address for a letter, the number for an SMS, otherwise the life, or `person`. */
  of: string;
}

let armed: KillPoint | undefined;

/** Lets the parent process arm a kill point. */
export const listenForArming = (): void => {
  process.on('message', (point: KillPoint) => {
    armed = point;
    process.send?.('armed');
  });
};

export const isArmed = (moment: Moment, ...of: string[]): boolean => armed?.moment === moment && of.includes(armed.of);

/** Kills this process if it is armed for this point. */
export const dieIf = (moment: Moment, ...of: string[]): void => {
  if (isArmed(moment, ...of)) process.kill(process.pid, 'SIGKILL');
};
