import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * The log in which the heads of the chains are anchored outside. What was signed is append-only: leaves, the hashes of their tree, checkpoints and time
 * stamps. What is still to be done with a checkpoint has its own table, and so has what stands in the way.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table log_leaf (
      index bigint primary key,
      -- no reference: a leaf outlives what it is about
      life text not null,
      seq int not null,
      head text not null,
      unique (life, seq)
    );

    -- the tiles of the tree: level 0 holds the hashes of the leaves, a hash of a level above covers 256 below
    create table log_node (
      level int not null,
      index bigint not null,
      hash bytea not null check (length(hash) = 32),
      primary key (level, index)
    );

    create table log_checkpoint (
      size bigint primary key,
      note text not null,
      made_at timestamptz(3) not null default clock_timestamp()
    );

    -- the reply of the time stamp authority about a checkpoint
    create table log_stamp (
      size bigint primary key references log_checkpoint,
      reply bytea not null,
      stamped_at timestamptz(3) not null
    );

    create table anchor_step (
      size bigint not null references log_checkpoint,
      step text not null check (step in ('copy', 'stamp', 'mail')),
      done_at timestamptz(3),
      tries int not null default 0,
      next_try timestamptz not null default clock_timestamp(),
      fault text,
      primary key (size, step)
    );
    create index anchor_step_open on anchor_step (size) where done_at is null;

    -- why nothing can be anchored, or a life whose chain contradicts its anchors
    create table log_fault (
      subject text primary key,
      fault text not null,
      since timestamptz(3) not null default clock_timestamp()
    );

    create trigger log_leaf_is_append_only before update or delete on log_leaf for each row execute function forbid();
    create trigger log_node_is_append_only before update or delete on log_node for each row execute function forbid();
    create trigger log_checkpoint_is_append_only before update or delete on log_checkpoint for each row execute function forbid();
    create trigger log_stamp_is_append_only before update or delete on log_stamp for each row execute function forbid();
  `);
}
