import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/**
 * What people were owed on each day, as a tree whose nodes bind hashes and sums. The days make a chain, whose heads stand in the log. What was once said
 * is append-only.
 */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table balance_day (
      number int primary key,
      day date not null unique,
      at timestamptz(3) not null,
      leaves int not null check (leaves >= 0),
      root bytea not null check (length(root) = 32),
      -- what all are owed, in tiyn
      total bigint not null check (total >= 0),
      -- what the books had beside it: what is kept and withheld for others, and the money at each provider
      beside jsonb not null,
      head text not null
    );

    -- level 0 holds the leaves, a node of a level above covers two below
    create table balance_node (
      number int not null references balance_day,
      level int not null,
      index int not null,
      hash bytea not null check (length(hash) = 32),
      sum bigint not null check (sum > 0),
      primary key (number, level, index)
    );

    -- whose leaf it is, and the chance that hides it
    create table balance_leaf (
      number int not null references balance_day,
      account uuid not null,
      index int not null,
      nonce bytea not null check (length(nonce) = 32),
      primary key (number, account),
      unique (number, index)
    );

    create trigger balance_day_is_append_only before update or delete on balance_day for each row execute function forbid();
    create trigger balance_node_is_append_only before update or delete on balance_node for each row execute function forbid();
    create trigger balance_leaf_is_append_only before update or delete on balance_leaf for each row execute function forbid();
  `);
}
