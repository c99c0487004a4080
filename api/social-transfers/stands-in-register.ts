import type { Precondition } from '../../lives/precondition.ts';
import { leftOfLine } from '../../models/stores/social-transfer.ts';
import type { Component } from '../../rules/withholding.ts';
import { refusalBy } from '../errors.ts';

/** The account stands in the register of the transfer with so much that has not come back. */
export const standsInRegister =
  (line: { transfer: string; account: string; component: Component }, amount: bigint): Precondition =>
  async (transaction) =>
    (await leftOfLine(transaction, line)) < amount ? refusalBy('standsInRegister') : undefined;
