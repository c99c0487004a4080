/** Where one's own account is paid to. It is shown masked, and naming it needs a proof beside the session: whoever has it sent elsewhere takes the money. */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { providerName } from '../../charts/payout/providers.ts';
import type { Payments } from '../../gateways/payments/port.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey } from '../../lives/ids.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { detailsVersions, readDetails } from '../../models/stores/payout-details.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { personOfId } from '../../models/stores/person.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { IBAN_FAULTS, readIban } from '../../rules/identifiers.ts';
import { numberAt } from '../../rules/parameters.ts';
import type { DetailsVersion, PayoutDetails } from '../../rules/payout-details.ts';
import { comingAt, detailsAt, maskedDetails, wayTo } from '../../rules/payout-details.ts';
import { otherBic } from '../../rules/requisites.ts';
import { requireOwnAccount } from '../accounts/own-account.ts';
import { proveOneself } from '../auth/own-proof.ts';
import { Problem } from '../errors.ts';
import { sealTexts } from '../free-text.ts';
import { FAULT_WORDS as PAYOUT_FAULT_WORDS } from '../payouts/words.ts';
import { withinQuotas } from '../quotas.ts';
import { FAULT_WORDS } from '../requisites/words.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { View } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { OwnPayoutDetails, PAYOUT_ROLES, SetPayoutDetails } from './schema.ts';

/** @throws 400 for what is no account of a bank in Kazakhstan */
function checked(to: z.output<typeof SetPayoutDetails>['to'], language: Language): PayoutDetails {
  if (!('iban' in to)) return to;
  const read = readIban(to.iban);
  if (!('fault' in read)) return { ...to, iban: read.iban };
  const message = IBAN_FAULTS[read.fault][language];
  throw new Problem('invalid-input', { detail: message, errors: [{ path: 'to.iban', message }] });
}

/** What does not keep the details from being named, and will be in the way of payouts. */
function warningsOf(
  details: PayoutDetails | undefined,
  { holders, bank }: { holders: Payments[]; bank: string | undefined },
  language: Language,
) {
  if (details === undefined) return [];
  const other = 'iban' in details ? otherBic(details) : undefined;
  return [
    ...(other === undefined ? [] : [{ path: 'to.bic', message: `${FAULT_WORDS.otherBank[language]} ${other}.` }]),
    ...holders
      .flatMap(({ name, paysTo }) => {
        const way = wayTo(details, paysTo, bank);
        return 'fault' in way ? [{ name, fault: way.fault }] : [];
      })
      .map(({ name, fault }) => ({ path: 'to', message: `${providerName(name, language)}: ${PAYOUT_FAULT_WORDS[fault][language]}` })),
  ];
}

export function payoutDetailsRoutes(platform: Platform, view: View<LifeRow>): Route[] {
  const { lives, dispatch, payments, operatorEntity } = platform;
  const { database, keys } = lives;
  const holders = [...new Set([false, true].map((isCompany) => payments.forPayer({ isCompany })))];

  async function show({ account }: Session, language: Language): Promise<z.output<typeof OwnPayoutDetails>> {
    const now = new Date().toISOString();
    const versions = await detailsVersions(database, account);
    const open = async (version: DetailsVersion | undefined) =>
      version && { ...version, details: await readDetails(database, version.version) };
    const [present, coming] = await Promise.all([open(detailsAt(versions, now)), open(comingAt(versions, now))]);
    const shown = (one: typeof present) =>
      one ? { version: one.version, from: one.from, masked: one.details ? maskedDetails(one.details) : null } : null;
    return {
      present: shown(present),
      coming: shown(coming),
      holders: holders.map(({ name }) => providerName(name, language)),
      warnings: warningsOf((coming ?? present)?.details, { holders, bank: operatorEntity.bank?.name }, language),
    };
  }

  return [
    route({
      method: 'get',
      path: '/v1/accounts/me/payout-details',
      operation: 'readPayoutDetails',
      summary: 'Where the account is paid to, masked, and from when (5.2)',
      access: 'session',
      answers: { 200: OwnPayoutDetails },
      problems: ['wrong-party', 'role-missing', 'not-found'],
      async handle({ session, language }) {
        await requireOwnAccount(view, session, PAYOUT_ROLES);
        return { body: await show(session, language) };
      },
    }),
    route({
      method: 'put',
      path: '/v1/accounts/me/payout-details',
      operation: 'setPayoutDetails',
      security: 'account-changed',
      summary: 'Name where the account is paid to (5.2). It counts after a waiting time, and payouts go to the former details until then',
      access: 'session',
      moves: true,
      finishes: true,
      body: SetPayoutDetails,
      answers: { 200: OwnPayoutDetails },
      problems: [
        ...(['invalid-input', 'wrong-party', 'role-missing', 'not-in-this-state', 'not-found', 'rule-refused'] as const),
        ...(['proof-refused', 'proof-of-work-needed', 'quota-used'] as const),
      ],
      async handle({ body: { to, proof }, session, language, key, request, caller }) {
        const { party, row: life } = await requireOwnAccount(view, session, PAYOUT_ROLES);
        const own = accountKey(session.account, key);
        // A repeat gets its receipt: the proof was used up by the first request.
        const isRepeat = (await eventOfRequest(database, own, request)) !== undefined;
        const payoutDetails = checked(to, language);
        const person = (await personOfId(database, session.person)) as PersonRow;
        const proved = isRepeat ? undefined : await proveOneself(platform, { caller, purpose: 'payout', person }, proof);
        const parameters = await readParameters(database);
        const hours = (code: string): number => numberAt(parameters, code, todayInAlmaty());
        const { reference, row } = sealTexts(keys, own, { payoutDetails });
        const uses = withinQuotas(life.id, [{ quota: 'quotaDetails', subject: session.account }]);
        const committed = await commit(lives, {
          ...{ life: life.id, idempotencyKey: own, type: 'setPayoutDetails', by: party, actor: session.actor },
          input: { details: reference, cooling: { first: hours('payoutDetailsFirstHours'), change: hours('payoutDetailsHours') } },
          texts: [row],
          requestHash: request,
          preconditions: [...(proved?.preconditions ?? []), ...uses.conditions],
          async inSameTransaction(transaction) {
            await proved?.inSameTransaction(transaction);
            await uses.note(transaction);
          },
        });
        dispatch(committed.updates);
        receiptOf(committed, lifeTypes.account, language);
        const headers = committed.outcome === 'replayed' ? { 'Idempotent-Replayed': 'true' } : {};
        return { headers, body: await show(session, language) };
      },
    }),
  ];
}
