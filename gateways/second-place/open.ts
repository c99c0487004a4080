import { s3AddressOf } from './address.ts';
import { directoryPlace } from './directory.ts';
import type { ObjectStore, SecondPlace } from './port.ts';
import { s3Place } from './s3.ts';

export interface PlaceSettings {
  LOG_PLACE: string;
  LOG_PLACE_KEY_ID?: string | undefined;
  LOG_PLACE_SECRET?: string | undefined;
}

/** An address, `file:///…` or `s3://…`, with its credentials. */
export interface ObjectAddress {
  url: string;
  keyId: string | undefined;
  secret: string | undefined;
}

/** The store at an address. `setting`: the name of the setting that has it. @throws if they do not fit. */
export function openObjects(setting: string, { url, keyId, secret }: ObjectAddress): ObjectStore {
  if (url.startsWith('file:')) return directoryPlace(url);
  if (!url.startsWith('s3:')) throw new Error('must be file:///… or s3://…');
  const address = s3AddressOf(url);
  if (!keyId || !secret) throw new Error(`is a bucket: it needs ${setting}_KEY_ID and ${setting}_SECRET`);
  return s3Place(address, { keyId, secret });
}

/** The second place that the settings name. @throws if they do not fit. */
export const openPlace = ({ LOG_PLACE: url, LOG_PLACE_KEY_ID: keyId, LOG_PLACE_SECRET: secret }: PlaceSettings): SecondPlace =>
  openObjects('LOG_PLACE', { url, keyId, secret });
