/** The e-mail address of an account: it counts only after its owner has confirmed it (double opt-in). */
import { z } from 'zod';
import type { AccountContext, EmailChange } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import { commit } from '../../lives/commit.ts';
import { commitExternalEvent } from '../../lives/external-event.ts';
import { accountKey, accountLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { Keys } from '../../models/keys.ts';
import type { AccountRow } from '../../models/stores/account.ts';
import { holdEmailCode, isAddressRefused, refuseAddress, tryEmailCode, useEmailCode } from '../../models/stores/email-code.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import { emailHash, isEmailCode, refusalHash } from '../../notices/email-codes.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { receiptOf } from '../resource/outcome.ts';
import { lifeId } from '../resource/public-id.ts';
import type { View } from '../resource/view.ts';
import { look } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { ACCOUNT_COMMANDS } from './schema.ts';

/** What a change of details does to the e-mail address. Undefined if it stays. */
export function emailChange(known: AccountRow | undefined, email: string | null | undefined): EmailChange | undefined {
  const named = known?.newEmail ?? known?.email ?? null;
  if (email === undefined || email === named) return undefined;
  if (email === null) return 'removed';
  return email === known?.email ? 'restored' : 'named';
}

/** The owner of an address has not said "not me" of this account. */
export const addressIsNotRefused =
  (keys: Keys, account: string, email: string): Precondition =>
  async (transaction) =>
    (await isAddressRefused(transaction, account, emailHash(keys, email))) ? refusalBy('addressIsNotRefused') : undefined;

export function emailRoutes(platform: Platform, view: View<LifeRow>): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  /** The id of a right code. Each try counts, also that of a right code. */
  async function judge(account: string, details: string, code: string): Promise<string | undefined> {
    const most = await numberToday(database, 'emailCodeTries');
    const row = await tryEmailCode(database, { account, details, most });
    return isEmailCode(keys, row?.code_hash ?? '', { account, details }, code) ? row?.id : undefined;
  }

  const { body: Code, roles } = ACCOUNT_COMMANDS.confirmEmail;
  const confirm = route({
    method: 'post',
    path: '/v1/accounts/{id}/confirm-email',
    operation: 'confirmEmailAccount',
    security: 'account-changed',
    summary: 'Confirm the e-mail address by the code of the letter to it. From then on, letters go there',
    access: 'session',
    moves: true,
    always: true,
    params: z.strictObject({ id: lifeId }),
    body: Code,
    answers: { 200: view.answer },
    problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'rule-refused'],
    async handle({ params: { id }, body: { code }, session, language, key, request }) {
      const asker = { session, language };
      const life = accountLife(id);
      const seen = await look(view, life, session);
      requireRole(session, seen.party, roles);
      const own = accountKey(session.account, key);
      const { newEmail } = (seen.row.snapshot as { context: AccountContext }).context;
      const isJudged = seen.party !== 'operator' && newEmail !== undefined && !(await eventOfRequest(database, own, request));
      const right = isJudged ? await judge(id, newEmail, code) : undefined;
      if (isJudged && right === undefined) throw new Problem('rule-refused', ruleOf('emailCodeIsRight', language));
      const committed = await commit(lives, {
        life,
        idempotencyKey: own,
        type: 'confirmEmail',
        by: seen.party,
        actor: session.actor,
        // Without a right code the chart refuses: there was no address to confirm, or it was named since.
        input: { details: right === undefined ? '' : newEmail },
        requestHash: request,
        ...(right !== undefined && {
          preconditions: [async (transaction) => ((await holdEmailCode(transaction, right)) ? undefined : refusalBy('emailCodeIsRight'))],
          inSameTransaction: (transaction) => useEmailCode(transaction, right),
        }),
      });
      dispatch(committed.updates);
      const after = 'life' in committed ? await view.after(seen, committed.life, session) : seen;
      const receipt = receiptOf(committed, lifeTypes.account, language, () => after && view.menu(after, asker));
      const headers = committed.outcome === 'replayed' ? { 'Idempotent-Replayed': 'true' } : {};
      return { headers, body: await view.show(after ?? seen, asker, receipt) };
    },
  });

  const refuse = route({
    method: 'post',
    path: '/v1/email-refusals',
    operation: 'refuseEmail',
    security: 'account-changed',
    summary:
      'The owner of an e-mail address says "not me": no more letters about this account go there. The secret is that of the link in the letter',
    access: 'public',
    body: z.strictObject({
      token: z
        .string()
        .max(43)
        .regex(/^[\w-]{43}$/),
    }),
    answers: { 200: z.object({ refused: z.literal(true) }) },
    problems: ['invalid-input', 'proof-refused', 'unavailable'],
    async handle({ body: { token } }) {
      const refused = await refuseAddress(database, refusalHash(keys, token));
      if (refused === undefined) throw new Problem('proof-refused', {}, { way: 'email-link' });
      const { id, account, details } = refused;
      await commitExternalEvent(lives, dispatch, {
        life: accountLife(account),
        key: `email/${keys.hash('event', 'refuseEmail', id)}/${account}`,
        type: 'emailRefused',
        input: { details },
      });
      return { body: { refused: true } };
    },
  });

  return [confirm, refuse];
}
