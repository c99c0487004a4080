import type { FileContext } from '../../charts/file/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';

const receive = statement(
  'file-receive',
  `with over as (delete from upload where id = $3)
   insert into file (id, account, content, sha256) values ($1, $2, $3, $4) on conflict (id) do nothing`,
);
const erase = statement('file-erase', 'update file set content = null where id = $1 and content is not null');

/** An upload that is whole becomes a file; a file that is refused or erased lets its bytes go, which are removed then. */
export const projectFile: Projection = async (transaction, { id, done, context, before }) => {
  const { owner, content, sha256 } = context as FileContext;
  if ((before as Partial<FileContext> | undefined)?.content === undefined) await receive(transaction, [id, owner, content, sha256]);
  if (done) await erase(transaction, [id]);
};
