import type { Sequelize } from 'sequelize';
import { offerRevisions } from '../../documents/offer.ts';

/** SHA-256 of the revision of the offer that is in force now. */
export const revisionInForce = async (_database: Sequelize): Promise<string> => offerRevisions.at(-1)?.sha256 as string;
