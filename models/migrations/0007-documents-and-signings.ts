import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Documents: their bytes once for each hash, and the lives they belong to. A completion act is numbered within its contractor's year; a signing has one
 * number.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table document (
      sha256 text primary key,
      kind text not null,
      media_type text not null,
      -- what its QR code leads to: known before it is drawn, which its hash is not
      reference uuid,
      -- as it says on the paper
      number text,
      dated date,
      -- of an act: the same as a file for the system of electronic invoices
      awp bytea,
      -- null once erased: the hash stays
      bytes bytea,
      created_at timestamptz(3) not null default clock_timestamp(),
      erased_at timestamptz(3),
      -- the account whose closing erased it
      erased_for uuid,
      check ((bytes is null) = (erased_at is not null) and (bytes is null or sha256 = encode(sha256(bytes), 'hex')) and (bytes is not null or awp is null))
    );
    create index document_of_reference on document (reference) where reference is not null;
    create table document_of_life (
      document text not null references document,
      life text not null references life,
      primary key (document, life)
    );
    create table act_number (
      signing text primary key,
      contractor uuid not null,
      year int not null,
      seq int not null,
      unique (contractor, year, seq)
    );
    create trigger document_is_append_only before update or delete on document for each row execute function forbid_but_erasing();
    create trigger document_is_never_emptied before truncate on document for each statement execute function forbid();
    create trigger document_of_life_is_append_only before update or delete on document_of_life for each row execute function forbid();
    create trigger document_of_life_is_never_emptied before truncate on document_of_life for each statement execute function forbid();
    create trigger act_number_is_append_only before update or delete on act_number for each row execute function forbid();

    create function number_act(of_signing text, of_contractor uuid, of_year int) returns int language plpgsql as $$
    begin
      -- One after the other: two acts of one contractor would take the same number.
      perform pg_advisory_xact_lock(hashtextextended(of_contractor::text, of_year));
      insert into act_number (signing, contractor, year, seq)
        select of_signing, of_contractor, of_year, coalesce(max(seq), 0) + 1 from act_number where contractor = of_contractor and year = of_year
        on conflict (signing) do nothing;
      return (select seq from act_number where signing = of_signing);
    end $$;
  `);
}
