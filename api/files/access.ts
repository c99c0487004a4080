/** Who may read a file: its owner, the operator, and whoever is a party of something that it hangs on. */
import type { Sequelize } from 'sequelize';
import type { FileContext } from '../../charts/file/types.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import { livesShowingFile } from '../../models/stores/file.ts';
import { contextsOf } from '../../models/stores/life.ts';
import { partyOf } from '../resource/view.ts';
import type { Session } from '../session.ts';

/** The owner's party is that of its account; a person who is both is the customer. */
export function ownerIn({ owner }: FileContext, { account, roles }: Session): Party | undefined {
  if (roles.includes('operator')) return 'operator';
  if (account !== owner) return undefined;
  return roles.includes('customer') ? 'customer' : 'contractor';
}

/** The party of the caller in something that the file hangs on. */
export async function readerIn(database: Sequelize, file: string, session: Session): Promise<Party | undefined> {
  const contexts = await contextsOf<BoundParties>(database, await livesShowingFile(database, file));
  return [...contexts.values()].map((context) => partyOf(context, session)).find((party) => party !== undefined);
}
