import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Documents: their bytes once for each hash, the lives they belong to, and who has them. A completion act is numbered within its contractor's year; a
 * signing has one number.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table document (
      sha256 text primary key,
      kind text not null,
      media_type text not null,
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
    create table document_of_life (
      -- the bytes of a paper that a party brings come last in its commit, which a refusal leaves nothing of
      document text not null references document deferrable initially deferred,
      life text not null references life,
      -- what its QR code leads to: known before it is drawn, which its hash is not
      reference uuid not null unique,
      -- as the paper says it
      number text,
      dated date not null,
      place bigint generated always as identity,
      primary key (document, life)
    );

    create index document_of_number on document_of_life (number) where number is not null;

    -- who has a paper, and whether it waits for them. The list is in the order of the day, then of the place
    create table paper_of_account (
      life text not null references life,
      document text not null references document deferrable initially deferred,
      account uuid not null,
      dated date not null,
      place bigint not null,
      kind text not null,
      -- the life that it is a paper of
      parent text not null,
      waits boolean not null,
      primary key (life, document, account)
    );
    create index paper_of_account_dated on paper_of_account (account, dated, place);
    create index paper_of_account_kind on paper_of_account (account, kind, dated, place);
    create index paper_of_account_waiting on paper_of_account (account, dated, place) where waits;
    create index paper_of_parent on paper_of_account (parent, dated, place);
    create index paper_of_anybody on paper_of_account (dated, place);
    create index paper_of_anybody_kind on paper_of_account (kind, dated, place);
    create index paper_of_document on paper_of_account (document);
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
