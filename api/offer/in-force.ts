import type { Sequelize } from 'sequelize';
import type { OfferRevision } from '../../models/offer-revision.ts';
import { revisionAt } from '../../models/offer-revision.ts';
import { query } from '../../models/statement.ts';

/** Asked with every command: by number alone, for the texts are long. The same condition as `revisionAt` has for now. */
const find = query<{ sha256: string }>(
  'offer-in-force',
  `select sha256 from offer_revision where in_force_from::timestamp at time zone 'Asia/Almaty' <= clock_timestamp() order by number desc limit 1`,
);

const none = (): never => {
  throw new Error('no revision of the offer is in force');
};

/** SHA-256 of the revision of the offer that is in force now. */
export async function revisionInForce(database: Sequelize): Promise<string> {
  const [row] = await find(database, []);
  return (row ?? none()).sha256;
}

/** The revision of the offer that is in force now, with its text. */
export const offerInForce = async (database: Sequelize): Promise<OfferRevision> => (await revisionAt(database)) ?? none();
