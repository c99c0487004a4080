import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import type { ReidentificationContext } from '../../charts/reidentification/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { accountsOf, findAccount, isMemberOfAny } from '../../models/stores/account.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { maskedPhone } from '../../rules/masking.ts';
import { refusalBy } from '../errors.ts';
import { unlessErased } from '../resource/erased.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import { snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import type { Session } from '../session.ts';
import { REIDENTIFICATION_COMMANDS, ReidentificationFacts } from './schema.ts';

const concernedIn = ({ own, companies }: ReidentificationContext): string[] => [...own, ...companies];

/**
 * Changes of the authorised number (1.2), for every account that the person acts for and for the operator. A request without a login creates them
 * (`api/auth/reidentification.ts`).
 */
export function reidentificationRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  /** A member of the staff whose own number changes is no judge of it, and reads it as a person: GET /v1/auth/reidentifications. */
  function partyIn(context: ReidentificationContext, { account, roles, person }: Session): Party | undefined {
    if (roles.includes('operator')) return person === context.person ? undefined : 'operator';
    if (!concernedIn(context).includes(account)) return undefined;
    return roles.includes('customer') ? 'customer' : 'contractor';
  }

  /** Nobody decides about their own number or about that of somebody with whom they share an account. */
  const isOfAnother =
    (context: ReidentificationContext, { person }: Session): Precondition =>
    async (transaction) =>
      person === context.person || (await isMemberOfAny(transaction, person, concernedIn(context)))
        ? refusalBy('personIsOfAnother', '1.2')
        : undefined;
  const isForAdministrators =
    ({ isStaff }: ReidentificationContext, { staff }: Session): Precondition =>
    async () =>
      isStaff && !staff.includes('administrator') ? refusalBy('administratorsDecide', '1.2') : undefined;

  /** What the operator compares with the documents. */
  async function personOf(context: ReidentificationContext, former: string | null, language: Language) {
    const memberships = await accountsOf(database, context.person);
    const accounts = await Promise.all(
      concernedIn(context).map(async (id) => {
        const member = memberships.find((each) => each.id === id);
        const { name, kind } = member ?? (await findAccount(database, id)) ?? { name: '', kind: 'natural' as const };
        return { id, name: unlessErased(name, language), kind, member: member?.member ?? [] };
      }),
    );
    // A person has no name of their own: it is that of the account in their name.
    const [name = null] = accounts.filter(({ id }) => context.own.includes(id)).map((account) => account.name);
    return { name, number: former === null ? null : maskedPhone(former), accounts };
  }

  const reidentifications: Resource<ReidentificationContext> = {
    kind: 'reidentification',
    path: 'reidentifications',
    type: lifeTypes.reidentification,
    commands: REIDENTIFICATION_COMMANDS,
    facts: ReidentificationFacts,
    partyIn,
    conditions(_, __, { row, party }, session) {
      const { context } = row.snapshot as { context: ReidentificationContext };
      return party === 'operator' ? [isOfAnother(context, session), isForAdministrators(context, session)] : [];
    },

    async present(context, { party, account, language }) {
      const { formerNumber, number, proof, evidence, deadlines, approved, refused, own } = context;
      const read = await textReader(database, [formerNumber, number, evidence, refused?.reasons]);
      const plain = read(number);
      // A company learns that the number of a member changes, and neither the number nor who asks.
      const knowsMore = party === 'operator' || own.includes(account);
      return {
        number: plain === null || !knowsMore ? null : maskedPhone(plain),
        proof: knowsMore ? proof : null,
        evidence: party === 'operator' ? read(evidence) : null,
        person: party === 'operator' ? await personOf(context, read(formerNumber), language) : null,
        checkBy: deadlines.checkBy ?? null,
        coolingOffUntil: deadlines.coolingOffUntil ?? null,
        approvedBy: party === 'operator' ? (approved?.by ?? null) : null,
        refused: refused ? { ...refused, reasons: knowsMore ? read(refused.reasons) : null } : null,
      } satisfies z.input<typeof ReidentificationFacts>;
    },
  };
  const view = {
    ...snapshotView(platform, reidentifications),
    // The chain names the accounts of the person.
    mayReadChain: ({ row, party }: { row: { snapshot: object }; party: Party }, { account }: Session): boolean =>
      party === 'operator' || (row.snapshot as { context: ReidentificationContext }).context.own.includes(account),
  };
  return lifeRoutes(platform, reidentifications, { view });
}
