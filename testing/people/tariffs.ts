/** Tariffs in tests. */
import type { Api } from '../worlds/api.ts';

/** From now on the standard plan of this test's database takes 10 % of accepted work. */
export const chargeTenPerCent = ({ owner }: Api): Promise<unknown> =>
  owner.query(
    `insert into tariff_revision (number, plans, in_force_from)
     select max(number) + 1, jsonb_set(min(plans::text)::jsonb, '{0,commission,rate}', '1000'), date_trunc('month', current_date) from tariff_revision`,
  );
