/** The register of a month's transfer stands beside its chain, which pins it by this hash. */
import type { TransferLine } from '../rules/social-transfer.ts';
import { hashOf } from './hashing.ts';

/** Sums are text, as everywhere in a chain. */
export const registerHash = (lines: readonly TransferLine[]): string =>
  hashOf(lines.map(({ account, component, amount }) => ({ account, component, amount: String(amount) })));
