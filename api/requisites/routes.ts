/** The requisites of one's own account: what papers name it by. Staff read them in the account's statements, where the reading is recorded. */
import type { AccountContext } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey } from '../../lives/ids.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findRequisites } from '../../models/stores/requisites.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { PaperKind, PartyKind, Powers, Requisites } from '../../rules/requisites.ts';
import { actingFor, missingFor, otherBic, PAPER_NEEDS } from '../../rules/requisites.ts';
import { requireOwnAccount } from '../accounts/own-account.ts';
import { accountTerms } from '../accounts/terms.ts';
import { Problem } from '../errors.ts';
import { sealTexts } from '../free-text.ts';
import { withinQuotas } from '../quotas.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { View } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { checkedRequisites } from './checked.ts';
import { keepRunningDeals } from './needed.ts';
import { OwnRequisites, REQUISITES_ROLES, SetRequisites } from './schema.ts';
import { FAULT_WORDS, FIELD_WORDS } from './words.ts';

const PAPERS = Object.keys(PAPER_NEEDS) as PaperKind[];
/** Whoever claims or settles asks for a sum. */
const CLAIMS: readonly PaperKind[] = ['claim', 'settlement'];

function warningsOf({ bank }: Requisites, language: Language) {
  const other = bank === null ? undefined : otherBic(bank);
  return other === undefined ? [] : [{ path: 'bank.bic', message: `${FAULT_WORDS.otherBank[language]} ${other}.` }];
}

/** What papers of a party would lack. A contractor may be paid directly. */
const lacksOf = (kind: PartyKind, isContractor: boolean, requisites: Requisites | undefined, powers: Powers, language: Language) =>
  PAPERS.flatMap((paper) => {
    const fields = missingFor(paper, { kind, isPaid: isContractor || CLAIMS.includes(paper) }, requisites, powers);
    if (fields.length === 0) return [];
    return [
      {
        paper,
        title: PAPER_KINDS[paper][language],
        fields: fields.map((field) => ({ field, title: FIELD_WORDS[field][language] })),
      },
    ];
  });

export function requisitesRoutes(platform: Platform, view: View<LifeRow>): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  async function show({ account, roles }: Session, language: Language) {
    const row = await findRequisites(database, account);
    if (row === undefined) throw new Problem('not-found');
    const { version, requisites, kind, members } = row;
    const powers = { on: todayInAlmaty(), members };
    return {
      version,
      requisites: requisites ?? null,
      acting: actingFor(requisites?.representatives ?? [], powers).map(({ person }) => person),
      missing: lacksOf(kind, roles.includes('contractor'), requisites, powers, language),
      warnings: requisites ? warningsOf(requisites, language) : [],
    };
  }

  return [
    route({
      method: 'get',
      path: '/v1/accounts/me/requisites',
      operation: 'readRequisites',
      summary: 'The requisites of the account for papers, and what papers would lack (4.1.4)',
      access: 'session',
      answers: { 200: OwnRequisites },
      problems: ['wrong-party', 'role-missing', 'not-found'],
      async handle({ session, language }) {
        await requireOwnAccount(view, session, REQUISITES_ROLES);
        return { body: await show(session, language) };
      },
    }),
    route({
      method: 'put',
      path: '/v1/accounts/me/requisites',
      operation: 'setRequisites',
      security: 'account-changed',
      summary: 'Replace the requisites of the account by a new version (4.1.4). Earlier versions stay in the papers that name them',
      access: 'session',
      moves: true,
      finishes: true,
      beforeOffer: true,
      body: SetRequisites,
      answers: { 200: OwnRequisites },
      problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'not-found', 'rule-refused', 'requisites-missing', 'quota-used'],
      async handle({ body, session, language, key, request }) {
        const { party, row: life } = await requireOwnAccount(view, session, REQUISITES_ROLES);
        const own = accountKey(session.account, key);
        const { contractor } = (life.snapshot as { context: AccountContext }).context;
        const { majority } = await accountTerms(database);
        const today = todayInAlmaty();
        // What was right on its day gets its receipt again.
        const isRepeat = (await eventOfRequest(database, own, request)) !== undefined;
        const whose = { kind: session.kind, isContractor: contractor !== undefined, today, majority };
        const requisites: Requisites = isRepeat ? body : checkedRequisites(body, whose, language);
        const { reference, row } = sealTexts(keys, own, { requisites });
        const uses = withinQuotas(life.id, [{ quota: 'quotaDetails', subject: session.account }]);
        const committed = await commit(lives, {
          ...{ life: life.id, idempotencyKey: own, type: 'setRequisites', by: party, actor: session.actor },
          input: { requisites: reference, acting: requisites.representatives.map(({ person }) => person) },
          texts: [row],
          requestHash: request,
          preconditions: [...uses.conditions, keepRunningDeals(session.account, requisites)],
          inSameTransaction: uses.note,
        });
        dispatch(committed.updates);
        receiptOf(committed, lifeTypes.account, language);
        const headers = committed.outcome === 'replayed' ? { 'Idempotent-Replayed': 'true' } : {};
        return { headers, body: await show(session, language) };
      },
    }),
  ];
}
