import type { Sequelize } from 'sequelize';
import type { MigrationParams } from 'umzug';

/** What open tasks are found by. The commit that opens or changes a task writes its row, and the one that ends that deletes it. */
export async function up({ context }: MigrationParams<Sequelize>): Promise<void> {
  await context.query(`
    create table open_task_search (
      task text primary key references task,
      number bigint not null,
      version int not null,
      customer uuid not null,
      match text not null,
      payment text not null,
      hazards boolean not null,
      category text,
      -- categories for which the contractor must have proved a qualification (4.2.2)
      requires text[] not null default '{}',
      place text,
      price bigint not null,
      start_at timestamptz(3) not null,
      -- on a plane, in kilometres: rules/plane.ts
      spot point,
      -- stems of all words, and spellings of those of the title: rules/search-index.ts
      search tsvector not null
    ) with (toast_tuple_target = 128);
    -- what is long stands apart, so that a scan by price or date reads short rows
    alter table open_task_search alter column search set storage external;
    create unique index open_task_newest on open_task_search (number desc);
    create index open_task_dearest on open_task_search (price desc, number desc);
    create index open_task_start on open_task_search (start_at, number);
    create index open_task_category on open_task_search (category, number desc);
    create index open_task_place on open_task_search (place, number desc);
    create index open_task_of_customer on open_task_search (customer, number desc);
    create index open_task_near on open_task_search using gist (spot);
    create index open_task_words on open_task_search using gin (search);

    -- what an index keeps of texts: rules/search-index.ts
    create function search_vector(words text, stems text, spellings text[]) returns tsvector language sql immutable
      as $$ select to_tsvector('russian', words) || to_tsvector('simple', stems) || array_to_tsvector(spellings) $$;

    -- words that follow each other, by Russian and English stems or by Kazakh ones. Stop words alone are no condition
    create function search_term(words text, stems text) returns tsquery language sql immutable
      as $$ select case when numnode(phraseto_tsquery('russian', words)) = 0 then ''::tsquery
        else phraseto_tsquery('russian', words) || phraseto_tsquery('simple', stems) end $$;
  `);
}
