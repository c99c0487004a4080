import type { Language } from '../../charts/messages.ts';
import type { MemberAccount } from '../../models/stores/account.ts';
import { unlessErased } from '../resource/erased.ts';

/** An account of a person, for the person. `current`: the one that the session acts for. */
export const presentOwn = (row: MemberAccount, current: string, language: Language) => ({
  ...row,
  name: unlessErased(row.name, language),
  own: row.id === current,
});
