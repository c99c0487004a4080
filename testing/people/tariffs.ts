/** Tariffs in tests. */
import type { Commission } from '../../rules/tariff.ts';
import type { Api } from '../worlds/api.ts';

/** From now on the standard plan of this test's database charges this commission. */
export const chargeCommission = ({ owner }: Api, commission: Commission): Promise<unknown> =>
  owner.query(
    `insert into tariff_revision (number, plans, in_force_from)
     select max(number) + 1, jsonb_set(min(plans::text)::jsonb, '{0,commission}', $1::jsonb), date_trunc('month', current_date) from tariff_revision`,
    [JSON.stringify(commission)],
  );
