import type { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;

/** All that can be read in a history, payloads among it. */
export function textsOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsOf).join('\n');
}
