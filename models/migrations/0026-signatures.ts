import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Electronic signatures over documents, each with what is needed to check it again in ten years. A certificate names its owner, so all of it is sealed,
 * and it is erased together with the document's bytes. The event has only the hash of the CMS.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table signature (
      id uuid primary key,
      signing text not null references life,
      party text not null check (party in ('customer', 'contractor')),
      document text not null references document,
      -- of the CMS as it is kept
      cms_sha256 text not null,
      -- keyed hash of the signer's IIN
      signer_hash text not null,
      received_at timestamptz(3) not null,
      -- the CMS, certificates, answers of OCSP, CRLs and the report; null once erased
      sealed bytea,
      erased_at timestamptz(3),
      erased_for uuid,
      unique (signing, party),
      check ((sealed is null) = (erased_at is not null))
    );

    -- The owner may seal it anew or erase it. Nothing else of it changes.
    create function forbid_but_sealing() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.sealed is not null
          and to_jsonb(new) - '{sealed, erased_at, erased_for}'::text[] = to_jsonb(old) - '{sealed, erased_at, erased_for}'::text[] then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$;
    create trigger signature_is_append_only before update or delete on signature for each row execute function forbid_but_sealing();
    create trigger signature_is_never_emptied before truncate on signature for each statement execute function forbid();

    create function erase_signatures() returns trigger language plpgsql as $$
    begin
      update signature set sealed = null, erased_at = new.erased_at, erased_for = new.erased_for
      where document = new.sha256 and sealed is not null;
      return null;
    end $$;
    -- An invitation to sign in eGov Mobile: for one person, one paper, one time. The app comes to us with a token, of which only the hash is kept; or a
    -- service carries document and signature, and \`relay\` is where: sealed, because whoever knows it can fetch both.
    create table qr_session (
      id uuid primary key,
      token_hash text unique,
      relay bytea,
      signing text not null references life,
      -- the login that asked for it: the signature counts as its act
      session uuid not null,
      created_at timestamptz(3) not null default clock_timestamp(),
      expires_at timestamptz(3) not null,
      -- the service has the document
      delivered boolean not null default false,
      -- one process at a time asks the service
      tries integer not null default 0,
      leased_until timestamptz(3) not null default '-infinity',
      -- how it ended, with words for who asked for the code
      outcome text check (outcome in ('signed', 'refused', 'ended')),
      message text,
      check (num_nonnulls(token_hash, relay) = 1)
    );
    create index qr_session_to_ask on qr_session (leased_until) where relay is not null and outcome is null;
    create index qr_session_by_end on qr_session (expires_at);

    create trigger document_takes_its_signatures after update on document for each row when (new.bytes is null) execute function erase_signatures();
  `);
}
