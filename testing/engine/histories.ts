import type { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;

/** Every string in a history, decoded payloads included, one per line. */
export function stringsIn(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(stringsIn).join('\n');
}
