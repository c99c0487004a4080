import type { Api, Person, Reply } from '../worlds/api.ts';
import { askCode } from './logins.ts';
import type { Account } from './registration.ts';
import { command, done } from './registration.ts';

type Owner = Pick<Person, 'id' | 'token' | 'number'>;

/** Asks to close an account, with a code to the number of its owner. */
export const asksToClose = async (api: Api, owner: Owner): Promise<Reply<Account>> =>
  command(api, owner as Person, owner, 'close', { proof: await askCode(api, owner.number, 'close') });

/** Closes an account. @throws if that is refused */
export const closes = async (api: Api, owner: Owner): Promise<Account> => done(await asksToClose(api, owner));
