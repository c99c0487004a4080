import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface Webhook {
  provider: string;
  message: string;
  about: string;
  timestamp: string;
  bytes: Buffer;
}

const keep = query<{ message: string }>(
  'webhook-keep',
  `insert into webhook (provider, message, about, timestamp, bytes) values ($1, $2, $3, $4, $5) on conflict do nothing returning message`,
);

/** Stores a verified webhook, byte for byte, once for each message. False if it came before. */
export const keepWebhook = async (database: Sequelize, { provider, message, about, timestamp, bytes }: Webhook): Promise<boolean> =>
  (await keep(database, [provider, message, about, timestamp, bytes])).length > 0;
