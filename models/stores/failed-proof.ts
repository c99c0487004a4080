/** Failed proofs of identity, counted by number, network and known device (ASVS 6.3.1, 6.6.3). */
import type { Sequelize, Transaction } from 'sequelize';
import { either } from '../statement.ts';
import { tables } from '../tables.ts';
import type { Tally } from './tally.ts';

/** Who failed at what. Everything but the kind is a keyed hash, or the id of a known device. */
export interface Failure {
  kind: 'password' | 'second-factor' | 'code' | 'documents';
  subject: string;
  network: string;
  wide: string | null;
  device: string | null;
}

/** Times are PostgreSQL intervals. */
export interface ProofLimits {
  /** The time in which failures at a number count. */
  inTime: string;
  /** Free for one caller at a number: a network, or a known device, which has a last bound too. */
  perCaller: number;
  perDeviceMost: number;
  /** Of all strangers together at a number. */
  perNumber: number;
  perNumberMost: number;
  /** Of a network at any number. */
  perNetwork: number;
  perWideNetwork: number;
  inNetwork: string;
  /** How long a failure is kept. */
  kept: string;
}

export interface FailureCounts {
  caller: Tally;
  number: Tally;
  network: Tally;
  wide: Tally;
  device: Tally;
}

/** So many are counted beyond the free ones: more cost no more work. */
const COUNTED = 16;

const count = either<FailureCounts>(
  'failures-count',
  `select
  tally(array(select at from failed_proof where subject_hash = $1 and network_hash = $2 and device is null and not forgiven
    and at > clock_timestamp() - $5::interval order by at desc limit 64), $6::int, null, $5::interval) as caller,
  tally(array(select at from failed_proof where subject_hash = $1 and device is null
    and at > clock_timestamp() - $5::interval order by at desc limit $9::int), $8::int, $9::int, $5::interval) as number,
  tally(array(select at from failed_proof where network_hash = $2 and device is null and not forgiven
    and at > clock_timestamp() - $12::interval order by at desc limit $10::int * ${COUNTED}), $10::int, null, $12::interval) as network,
  tally(array(select at from failed_proof where wide_hash = $3 and device is null and not forgiven
    and at > clock_timestamp() - $12::interval order by at desc limit $11::int * ${COUNTED}), $11::int, null, $12::interval) as wide,
  tally(array(select at from failed_proof where subject_hash = $1 and device = $4 and not forgiven
    and at > clock_timestamp() - $5::interval order by at desc limit $7::int), $6::int, $7::int, $5::interval) as device`,
);

/** The failures that count for a try. */
export async function countFailures(
  from: Sequelize | Transaction,
  { subject, network, wide, device }: Failure,
  limits: ProofLimits,
): Promise<FailureCounts> {
  const { inTime, perCaller, perDeviceMost, perNumber, perNumberMost, perNetwork, perWideNetwork, inNetwork } = limits;
  const values = [
    ...[subject, network, wide, device, inTime, perCaller, perDeviceMost],
    ...[perNumber, perNumberMost, perNetwork, perWideNetwork, inNetwork],
  ];
  const [row] = await count(from, values);
  return row as FailureCounts;
}

/** The most requests with documents within a time. */
export interface DocumentLimits {
  perNumber: number;
  perNetwork: number;
  perWideNetwork: number;
  inTime: string;
  kept: string;
}

const documents = either<Pick<FailureCounts, 'number' | 'network' | 'wide'>>(
  'documents-count',
  `select
  tally(array(select at from failed_proof where kind = 'documents' and subject_hash = $1
    and at > clock_timestamp() - $4::interval order by at desc limit $5::int), null, $5::int, $4::interval) as number,
  tally(array(select at from failed_proof where kind = 'documents' and network_hash = $2
    and at > clock_timestamp() - $4::interval order by at desc limit $6::int), null, $6::int, $4::interval) as network,
  tally(array(select at from failed_proof where kind = 'documents' and wide_hash = $3
    and at > clock_timestamp() - $4::interval order by at desc limit $7::int), null, $7::int, $4::interval) as wide`,
);

/** The requests with documents that count for another one. */
export async function countDocuments(
  from: Sequelize | Transaction,
  { subject, network, wide }: Failure,
  { perNumber, perNetwork, perWideNetwork, inTime }: DocumentLimits,
): Promise<Pick<FailureCounts, 'number' | 'network' | 'wide'>> {
  const values = [subject, network, wide, inTime, perNumber, perNetwork, perWideNetwork];
  const [row] = await documents(from, values);
  return row as NonNullable<typeof row>;
}

const note = either<{ id: string }>(
  'failure-note',
  `with old as (delete from failed_proof where id in
    (select id from failed_proof where at < clock_timestamp() - $6::interval order by at limit 100 for update skip locked))
  insert into failed_proof (kind, subject_hash, network_hash, wide_hash, device, at) values ($1, $2, $3, $4, $5, clock_timestamp()) returning id`,
);

/** Records a failure and deletes some old ones. `kept` is a PostgreSQL interval. Returns its id. */
export async function noteFailure(
  from: Sequelize | Transaction,
  { kind, subject, network, wide, device }: Failure,
  kept: string,
): Promise<string> {
  const values = [kind, subject, network, wide, device, kept];
  const [row] = await note(from, values);
  return (row as NonNullable<typeof row>).id;
}

/** The try was right after all: it is no failure, and the same caller's earlier ones cost this caller nothing more. */
export async function forgiveFailures(database: Sequelize, id: string, { subject, network, device }: Failure): Promise<void> {
  const { FailedProof } = tables(database);
  await FailedProof.destroy({ where: { id } });
  await FailedProof.update(
    { forgiven: true },
    { where: { subject_hash: subject, ...(device ? { device } : { network_hash: network, device: null }) } },
  );
}
