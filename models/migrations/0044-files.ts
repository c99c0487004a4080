import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * Files. Their bytes are in the store (`gateways/files`), in pieces that a key of their content seals. A piece has its row before the store has its bytes,
 * so whatever dies in between, nothing is in the store that no row names. What belongs to no upload and no file is removed (`lives/files/clearing.ts`).
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table file_content (
      id uuid primary key,
      -- sealed: without it nobody opens the pieces, wherever copies of them are
      key bytea not null,
      -- sealed: what its owner calls the file
      name bytea
    );

    create table file_piece (
      id uuid primary key,
      content uuid not null references file_content,
      -- 'original'; of an image also its public 'copy' and its 'thumbnail'
      form text not null check (form in ('original', 'copy', 'thumbnail')),
      -- the place of its first byte, and its bytes
      start int not null check (start >= 0),
      size int not null check (size > 0),
      -- the store has it
      kept boolean not null default false
    );
    create index file_piece_of_content on file_piece (content);
    -- Two requests or two tries that write at once do not both count.
    create unique index file_piece_kept on file_piece (content, form, start) where kept;

    create table upload (
      -- of the content that it makes
      id uuid primary key references file_content,
      account uuid not null references account,
      size int not null check (size > 0),
      received int not null default 0 check (received between 0 and size),
      created_at timestamptz(3) not null default clock_timestamp(),
      expires_at timestamptz(3) not null
    );
    create index upload_of_account on upload (account);
    create index upload_expires on upload (expires_at);

    create table file (
      -- of its life
      id text primary key references life,
      account uuid not null references account,
      -- null once the bytes are erased
      content uuid references file_content,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
    );
    create index file_of_account on file (account) where content is not null;
    create index file_by_content on file (content) where content is not null;

    -- What a file hangs on: the life and the event that named it.
    create table file_of (
      file text not null references file,
      life text not null references life,
      seq int not null,
      primary key (life, seq, file)
    );
    create index file_of_file on file_of (file);
  `);
}
