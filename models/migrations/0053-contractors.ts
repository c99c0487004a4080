import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** What contractors are found by. The commit that writes a profile keeps its words; triggers repeat what the search goes by and others know. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    alter table contractor_profile
      drop column search,
      drop column words,
      add column skills text[] not null default '{}',
      add column languages text[] not null default '{}',
      add column places text[] not null default '{}',
      -- a file, and files with a caption each
      add column photo text,
      add column portfolio jsonb not null default '[]',
      -- repeated from its account: may it begin something new, and is its IIN or BIN proved
      add column listed boolean not null,
      add column proved boolean not null,
      -- repeated from its reputation; no reviews are a rating of 0
      add column rating numeric(2, 1) not null default 0,
      add column reviews int not null default 0,
      add column tasks_done int not null default 0,
      -- by the rating, and then by how many reviews it comes from
      add column standing int generated always as ((rating * 10)::int * 10000000 + least(reviews, 9999999)) stored,
      -- stems of all words, and spellings of the most telling: rules/search-index.ts
      add column search tsvector not null,
      -- when what it is found by was last changed, in the order of the stream
      add column era int not null default stream_era(),
      add column xid xid8 not null default pg_current_xact_id();
    -- what is long stands apart, so that a scan reads short rows
    alter table contractor_profile set (toast_tuple_target = 128);
    alter table contractor_profile alter column search set storage external;
    create index contractor_best on contractor_profile (standing desc, number desc);
    create index contractor_done on contractor_profile (tasks_done desc, number desc);
    create index contractor_offers on contractor_profile using gin (skills, places, languages);
    create index contractor_changed on contractor_profile (era, xid, number);
    create index contractor_words on contractor_profile using gin (search);

    create function repeat_account() returns trigger language plpgsql security definer as $$
    begin
      update contractor_profile set listed = new.may_open and not new.displaced, proved = new.proof is not null,
        era = stream_era(), xid = pg_current_xact_id()
      where account = new.id;
      return null;
    end $$;
    create trigger account_is_repeated after update on account for each row
      when ((old.may_open, old.displaced, old.proof) is distinct from (new.may_open, new.displaced, new.proof)) execute function repeat_account();

    create function repeat_reputation() returns trigger language plpgsql security definer as $$
    begin
      update contractor_profile set reviews = new.reviews, tasks_done = new.tasks_done,
        rating = coalesce(round(new.stars::numeric / nullif(new.reviews, 0), 1), 0),
        era = stream_era(), xid = pg_current_xact_id()
      where account = new.account;
      return null;
    end $$;
    create trigger reputation_is_repeated after insert or update on reputation for each row
      when (new.party = 'contractor') execute function repeat_reputation();
  `);
}
