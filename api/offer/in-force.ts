import type { Sequelize } from 'sequelize';
import type { OfferRevision } from '../../models/stores/offer-revision.ts';
import { hashInForce, revisionAt } from '../../models/stores/offer-revision.ts';

const none = (): never => {
  throw new Error('no revision of the offer is in force');
};

/** SHA-256 of the offer's revision in force. Every command reads it, so it comes without the long text. */
export const revisionInForce = async (database: Sequelize): Promise<string> => (await hashInForce(database)) ?? none();

/** The offer's revision in force, with its text. */
export const offerInForce = async (database: Sequelize): Promise<OfferRevision> => (await revisionAt(database)) ?? none();
