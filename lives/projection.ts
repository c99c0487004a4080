/** How the read model of a life is written. */
import type { Transaction } from 'sequelize';
import type { Side } from '../charts/signing/types.ts';

/** Brings a read model up to date, in the transaction of the life's commit. May return the row that it wrote: see `LifeState.readModel`. */
export type Projection = (transaction: Transaction, life: Projected) => Promise<unknown>;

export interface Projected {
  id: string;
  number: string;
  seq: number;
  state: string;
  /** What the chart says of the states that it stands in. */
  tags: ReadonlySet<string>;
  done: boolean;
  context: object;
  /** The context that the read model shows already, if it is known. */
  before?: object | undefined;
  /** The work that now waits for the operator's staff. */
  duties(): string[];
  /** The parties to which the chart offers this command now. */
  offeredTo(command: string): Side[];
  at: string;
}
