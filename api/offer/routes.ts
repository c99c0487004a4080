/** The public offer and its revisions (2.1, 10.2). Everybody can read them; two of the operator's staff publish the next. */
import { z } from 'zod';
import { differenceText, offerDifference } from '../../documents/offer-difference.ts';
import type { OfferRevision as Revision } from '../../models/stores/offer-revision.ts';
import { mayPublish, revisionOf, revisions } from '../../models/stores/offer-revision.ts';
import type { Platform } from '../../platform.ts';
import { clausesOf } from '../../rules/clauses.ts';
import { Problem, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { PROPOSAL_KINDS } from '../proposals/kinds.ts';
import { presentProposal, propose } from '../proposals/propose.ts';
import { Proposal } from '../proposals/schema.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { sha256 } from '../signings/schema.ts';
import { offerInForce } from './in-force.ts';
import { CHECKBOX, Offer, OfferRevision, OfferRevisionList, PublishOffer } from './schema.ts';

export function offerRoutes({ lives: { database } }: Platform): Route[] {
  const whole = async (revision: Revision) => {
    const { number, inForceFrom, publishedAt, previous, text } = revision;
    const before = previous === null ? undefined : await revisionOf(database, previous);
    const difference = before ? offerDifference(before.text, text) : null;
    return {
      ...{ number, sha256: revision.sha256, inForceFrom, publishedAt, previous, text, difference },
      differenceText: difference && differenceText(difference),
    };
  };

  return [
    route({
      method: 'get',
      path: '/v1/offer',
      operation: 'readOffer',
      summary: 'The public offer in force, with its text, hash and clauses',
      access: 'public',
      answers: { 200: Offer },
      problems: ['unavailable'],
      async handle() {
        const { number, inForceFrom, sha256, text } = await offerInForce(database);
        const clauses = Object.fromEntries(clausesOf(text));
        return { body: { id: inForceFrom, number, effectiveFrom: inForceFrom, language: 'ru', sha256, text, clauses, checkbox: CHECKBOX } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/offer/revisions',
      operation: 'listOfferRevisions',
      summary: 'The revisions of the offer, newest first, including future ones (10.2)',
      access: 'public',
      answers: { 200: OfferRevisionList },
      problems: ['unavailable'],
      async handle() {
        const items = (await revisions(database)).map(({ number, sha256, inForceFrom, publishedAt }) => ({
          ...{ number, sha256, inForceFrom, publishedAt },
        }));
        return { body: { items } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/offer/revisions/{sha256}',
      operation: 'readOfferRevision',
      summary: 'A revision of the offer by the hash of its text, with its changes to the previous one (10.2)',
      access: 'public',
      params: z.strictObject({ sha256 }),
      answers: { 200: OfferRevision },
      problems: ['unavailable'],
      async handle({ params }) {
        const revision = await revisionOf(database, params.sha256);
        if (revision === undefined) throw new Problem('not-found');
        return { body: await whole(revision) };
      },
    }),
    route({
      method: 'post',
      path: '/v1/offer/revisions',
      operation: 'publishOfferRevision',
      summary:
        'Propose a new revision of the offer (10.2). It is published once a second person confirms it at /v1/operator/proposals. The text is the idempotency key',
      access: 'staff',
      security: 'proposal-made',
      body: PublishOffer,
      answers: { 200: OfferRevision, 202: Proposal },
      problems: ['wrong-party', 'role-missing', 'step-up-needed', 'rule-refused'],
      async handle({ body, session, language }) {
        staffOnly(session, 'wrong-party', '10.2');
        requireRole(session, 'operator', PROPOSAL_KINDS.offerRevision.roles);
        const asked = await database.transaction((transaction) => mayPublish(database, transaction, body));
        if (asked.outcome === 'refused') throw new Problem('rule-refused', ruleOf(asked.rule, language, '10.2'));
        if (asked.outcome !== 'publishable') return { body: await whole(asked.revision) };
        const asker = { session, language };
        const row = await propose(database, asker, { kind: 'offerRevision', subject: asked.sha256, content: body });
        return { status: 202, body: await presentProposal(database, row, asker) };
      },
    }),
  ];
}
