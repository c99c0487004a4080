import { s3AddressOf } from './address.ts';
import { directoryPlace } from './directory.ts';
import type { SecondPlace } from './port.ts';
import { s3Place } from './s3.ts';

export interface PlaceSettings {
  LOG_PLACE: string;
  LOG_PLACE_KEY_ID?: string | undefined;
  LOG_PLACE_SECRET?: string | undefined;
}

/** The second place that the settings name: `file:///…`, or `s3://…` with credentials. @throws if they do not fit. */
export function openPlace({ LOG_PLACE, LOG_PLACE_KEY_ID: keyId, LOG_PLACE_SECRET: secret }: PlaceSettings): SecondPlace {
  if (LOG_PLACE.startsWith('file:')) return directoryPlace(LOG_PLACE);
  if (!LOG_PLACE.startsWith('s3:')) throw new Error('must be file:///… or s3://…');
  const address = s3AddressOf(LOG_PLACE);
  if (!keyId || !secret) throw new Error('is a bucket: it needs LOG_PLACE_KEY_ID and LOG_PLACE_SECRET');
  return s3Place(address, { keyId, secret });
}
