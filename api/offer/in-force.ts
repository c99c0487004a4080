import type { Sequelize } from 'sequelize';
import type { OfferRevision } from '../../models/stores/offer-revision.ts';
import { hashInForce, revisionAt } from '../../models/stores/offer-revision.ts';

const none = (): never => {
  throw new Error('no revision of the offer is in force');
};

/** SHA-256 of the revision of the offer that is in force now: asked with every command, so without its long text. */
export const revisionInForce = async (database: Sequelize): Promise<string> => (await hashInForce(database)) ?? none();

/** The revision of the offer that is in force now, with its text. */
export const offerInForce = async (database: Sequelize): Promise<OfferRevision> => (await revisionAt(database)) ?? none();
