import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** Who registered how many accounts lately, by person and network: with a made-up or foreign IIN an account costs nothing. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table registration (
      id bigint generated always as identity primary key,
      person uuid not null references person,
      address_hash text not null,
      at timestamptz not null default clock_timestamp()
    );
    create index registration_of_person on registration (person, at);
    create index registration_of_address on registration (address_hash, at);
    create index registration_of_day on registration (at);

    -- Counts a registration before anything of it is looked up, and deletes some that no limit counts any more. Answers the seconds to wait where there
    -- were too many of the person or the network within the time.
    create function begin_registration(of_person uuid, of_address_hash text, for_person int, for_address int, in_time interval)
    returns int language plpgsql as $$
    declare
      free timestamptz;
    begin
      perform pg_advisory_xact_lock(hashtextextended('registration ' || of_person, 0));
      perform pg_advisory_xact_lock(hashtextextended('registration ' || of_address_hash, 0));
      delete from registration where id in
        (select id from registration where at < clock_timestamp() - in_time order by at limit 100 for update skip locked);
      free := greatest(
        (select at + in_time from registration where person = of_person order by at desc offset for_person - 1 limit 1),
        (select at + in_time from registration where address_hash = of_address_hash order by at desc offset for_address - 1 limit 1));
      if free > clock_timestamp() then
        return ceil(extract(epoch from free - clock_timestamp()));
      end if;
      insert into registration (person, address_hash) values (of_person, of_address_hash);
      return null;
    end $$;
  `);
}
