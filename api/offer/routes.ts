/** The public offer in its revisions (2.1, 10.2): everybody reads them, the operator publishes the next. */
import { z } from 'zod';
import { differenceText, offerDifference } from '../../documents/offer-difference.ts';
import type { OfferRevision as Revision } from '../../models/stores/offer-revision.ts';
import { publishRevision, revisionOf, revisions } from '../../models/stores/offer-revision.ts';
import type { Platform } from '../../platform.ts';
import { clausesOf } from '../../rules/clauses.ts';
import { Problem, RULES } from '../errors.ts';
import { requireRole, staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { sha256 } from '../signings/schema.ts';
import { offerInForce } from './in-force.ts';
import { Offer, OfferRevision, OfferRevisionList, PublishOffer } from './schema.ts';

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
      summary: 'The public offer in force: text, hash and clauses',
      access: 'public',
      answers: { 200: Offer },
      problems: ['unavailable'],
      async handle() {
        const { number, inForceFrom, sha256, text } = await offerInForce(database);
        const clauses = Object.fromEntries(clausesOf(text));
        return { body: { id: inForceFrom, number, effectiveFrom: inForceFrom, language: 'ru', sha256, text, clauses } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/offer/revisions',
      operation: 'listOfferRevisions',
      summary: 'The revisions of the offer, newest first, those still to come among them (10.2)',
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
      summary: 'A revision of the offer by the hash of its text, and what it changed in the one before (10.2)',
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
      summary: 'Publishes a new revision of the offer (10.2). The text is its own key: said again, it answers the same',
      access: 'session',
      body: PublishOffer,
      answers: { 200: OfferRevision, 201: OfferRevision },
      problems: ['wrong-party', 'role-missing', 'rule-refused'],
      async handle({ body, session, language }) {
        if (!session.roles.includes('operator')) throw new Problem('wrong-party', { clause: '10.2' });
        requireRole(session, 'operator', staff('administrator'));
        const published = await publishRevision(database, { ...body, publishedBy: session.account });
        if (published.outcome === 'refused') {
          const { rule } = published;
          throw new Problem('rule-refused', { rule, clause: '10.2', detail: RULES[rule][language] });
        }
        return { status: published.outcome === 'published' ? 201 : 200, body: await whole(published.revision) };
      },
    }),
  ];
}
