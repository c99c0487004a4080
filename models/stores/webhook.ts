import type { InferAttributes, Sequelize } from 'sequelize';
import type { Webhook } from '../tables.ts';
import { tables } from '../tables.ts';

/** Stores a verified webhook, byte for byte, once for each message. */
export const keepWebhook = async (database: Sequelize, webhook: InferAttributes<Webhook>): Promise<void> => {
  await tables(database).Webhook.bulkCreate([webhook], { ignoreDuplicates: true });
};
