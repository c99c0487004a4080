/** Devices (1.1, 1.3). A device with a key logs in without a code. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import { Op } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { NOW, query } from '../statement.ts';
import type { Device } from '../tables.ts';
import { tables } from '../tables.ts';

export interface DeviceRow extends Omit<InferAttributes<Device>, 'revoked_at' | 'known_hash' | 'name'> {
  name: string;
}

type SealedRow = Omit<InferAttributes<Device>, 'revoked_at' | 'known_hash'>;

const placeOf = (device: string) => ({ table: 'device', column: 'name', row: device });
/** The name of a device, opened. */
export const deviceName = (database: Sequelize, device: string, name: Buffer | null): string =>
  name === null ? '' : sealingOf(database).open(name, placeOf(device));
const sealed = <Given extends { id: string; name: string }>(database: Sequelize, device: Given) => ({
  ...device,
  name: sealingOf(database).seal(device.name, placeOf(device.id)),
});
const rowOf = (database: Sequelize, { id, person, name, public_key, authorised_at }: SealedRow): DeviceRow => ({
  ...{ id, person, public_key, authorised_at },
  name: deviceName(database, id, name),
});

/** Finds a device that may log in by its key. */
export async function deviceOfId(database: Sequelize, id: string): Promise<DeviceRow | undefined> {
  const row = await tables(database).Device.findOne({ where: { id, revoked_at: null, public_key: { [Op.ne]: null } }, raw: true });
  return row === null ? undefined : rowOf(database, row);
}

const known = query<{ id: string; person: string }>(
  'device-known',
  `select id, person from device where known_hash = $1 and revoked_at is null and authorised_at > clock_timestamp() - $2::interval`,
);
/** The device that was given a token at its login, by the token's hash. `lasts` is a PostgreSQL interval. */
export const deviceOfToken = async (
  database: Sequelize,
  hash: string,
  lasts: string,
): Promise<{ id: string; person: string } | undefined> => (await known(database, [hash, lasts]))[0];

const ofPerson = query<SealedRow>(
  'device-of-person',
  `select id, person, name, public_key, authorised_at from device
   where person = $1 and revoked_at is null and (public_key is not null or exists (
     select from session where session.device = device.id and ended_at is null and expires_at > clock_timestamp() and idle_until > clock_timestamp()))
   order by authorised_at desc, id`,
);
/** A person's devices (1.1): those with a key, and browsers with a session. */
export const devicesOf = async (database: Sequelize, person: string): Promise<DeviceRow[]> =>
  (await ofPerson(database, [person])).map((row) => rowOf(database, row));

export const createDevice = async (
  database: Sequelize,
  device: { id: string; person: string; name: string; known_hash: string },
  transaction: Transaction,
): Promise<void> => {
  await tables(database).Device.create(sealed(database, device), { transaction });
};

/** Creates a device unless its id exists. */
export const ensureDevice = async (database: Sequelize, device: { id: string; person: string; name: string }): Promise<void> => {
  await tables(database).Device.bulkCreate([sealed(database, device)], { ignoreDuplicates: true });
};

/** Locks a device, so that it cannot be revoked meanwhile. False where it has been. */
export const holdDevice = async (
  database: Sequelize,
  { id, person }: { id: string; person: string },
  transaction: Transaction,
): Promise<boolean> =>
  (await tables(database).Device.findOne({
    attributes: ['id'],
    where: { id, person, revoked_at: null },
    lock: transaction.LOCK.UPDATE,
    transaction,
    raw: true,
  })) !== null;

/** Gives a device that is held its key. */
export async function authoriseDevice(
  database: Sequelize,
  { id, person, name, public_key }: { id: string; person: string; name: string; public_key: string },
  transaction: Transaction,
): Promise<DeviceRow> {
  const [, [row]] = await tables(database).Device.update(
    { name: sealed(database, { id, name }).name, public_key, authorised_at: NOW },
    { where: { id, person }, returning: true, transaction },
  );
  return rowOf(database, (row as NonNullable<typeof row>).get());
}

/** Whether the device still has this key and is not revoked. */
export const isAuthorised = async (
  database: Sequelize,
  { id, public_key }: Pick<DeviceRow, 'id' | 'public_key'>,
  transaction: Transaction,
): Promise<boolean> => (await tables(database).Device.count({ where: { id, public_key, revoked_at: null }, transaction })) > 0;

/** Revokes the devices of a person that log in by a key, except one. Their sessions have ended. */
export const revokeOtherKeys = async (
  database: Sequelize,
  { person, except }: { person: string; except: string },
  transaction: Transaction,
): Promise<void> => {
  await tables(database).Device.update(
    { revoked_at: NOW },
    { where: { person, id: { [Op.ne]: except }, public_key: { [Op.ne]: null }, revoked_at: null }, transaction },
  );
};

export const revokeDevice = async (database: Sequelize, id: string, transaction: Transaction): Promise<void> => {
  await tables(database).Device.update({ revoked_at: NOW }, { where: { id, revoked_at: null }, transaction });
};
