/** Who may read a file: its owner, the operator, whoever is a party of something that it hangs on, and everybody while a profile shows it. */
import type { Sequelize } from 'sequelize';
import type { FileContext } from '../../charts/file/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import { kindOf, localIdOf } from '../../lives/ids.ts';
import { isShownInProfile } from '../../models/stores/contractor-profile.ts';
import { livesShowingFile } from '../../models/stores/file.ts';
import { contextsOf } from '../../models/stores/life.ts';
import { partyOf } from '../resource/view.ts';
import type { Session } from '../session.ts';

/** Of a person who is both: the customer. */
const ownPartyOf = ({ roles }: Session): Party => (roles.includes('customer') ? 'customer' : 'contractor');

export function ownerIn({ owner }: FileContext, session: Session): Party | undefined {
  const { account, roles } = session;
  if (roles.includes('operator')) return 'operator';
  if (account !== owner) return undefined;
  return ownPartyOf(session);
}

/** The party of the caller in something that the file hangs on, or its own one if a profile shows the file. */
export async function readerIn(database: Sequelize, file: string, session: Session): Promise<Party | undefined> {
  const contexts = await contextsOf<BoundParties>(database, await livesShowingFile(database, file));
  const parties = [...contexts].flatMap(([life, context]) => {
    const party = partyOf(context, session);
    const { showsFile }: LifeType = lifeTypes[kindOf(life) as keyof typeof lifeTypes];
    return party && (showsFile?.(context, party, file) ?? true) ? [party] : [];
  });
  const [party] = parties;
  return party ?? ((await isShownInProfile(database, localIdOf(file))) ? ownPartyOf(session) : undefined);
}
