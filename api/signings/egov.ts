/**
 * Signing in eGov Mobile by a QR code. The app reads the address in the code (API №1), fetches the document (API №2) and sends the signature back by PUT.
 * What it sends is the command `sign` of the person who asked for the code, in the way `cms`: chart, powers and checks are the same.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { menu, restore } from '../../charts/judge.ts';
import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { SigningContext } from '../../charts/signing/types.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import { documentBytes } from '../../models/stores/document.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { createQrSession, findQrSession } from '../../models/stores/qr-session.ts';
import type { Platform } from '../../platform.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';
import { admit } from '../admission.ts';
import { PROBLEMS, Problem } from '../errors.ts';
import { lifeId, lifeOfPublicId, publicId } from '../resource/public-id.ts';
import { partyOf } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { newToken, openAgain, tokenHash } from '../session.ts';
import { Documents, Invitation, SignedDocuments } from './egov-schema.ts';
import { COMMANDS } from './schema.ts';

/** Almaty has had this offset since 1 March 2024. The app asks for a moment with an offset, in this form. */
const inAlmaty = (moment: Date): string => new Date(moment.getTime() + 5 * 3_600_000).toISOString().replace('Z', '+05:00');

const ENDED = said(
  'QR-код қолданылды немесе мерзімі өтті, не одан кейін жаңадан кірілді. Платформада жаңа кодты сұраңыз.',
  'QR-код использован или просрочен, либо после него был новый вход. Запросите новый код на платформе.',
  'The QR code was used or has ended, or there was a new login after it. Ask the platform for a new code.',
);

interface Invited {
  session: Session;
  row: LifeRow;
  context: SigningContext;
  expires: Date;
}

const contextOf = ({ snapshot }: LifeRow): SigningContext => (snapshot as { context: SigningContext }).context;

/** May the party of this session sign now? */
function isOffered(row: LifeRow, session: Session): boolean {
  const { chart } = lifeTypes.signing;
  const party = partyOf(contextOf(row), session);
  return party !== undefined && menu(chart, restore(chart, row.snapshot), party, session.account).some(({ name }) => name === 'sign');
}

const token = z
  .string()
  .length(43)
  .regex(/^[\w-]+$/);
const QrCode = z
  .object({
    qr: z.string().meta({ description: 'The text of the QR code' }),
    link: z.string().meta({ description: 'Opens eGov Mobile on the same device' }),
    expiresAt: z.string(),
  })
  .meta({ id: 'SigningQrCode' });

/** @param sign The route of the command `sign`. */
export function egovRoutes(platform: Platform, sign: Route): Route[] {
  const { lives, publicUrl, operatorEntity } = platform;
  const { database } = lives;
  const addressOf = (id: string): string => `${publicUrl}/v1/egov/${id}`;

  const open = route({
    method: 'post',
    path: '/v1/signings/{id}/qr',
    operation: 'openSigningQr',
    summary: 'A QR code by which the caller, and nobody else, signs the document in eGov Mobile (1.11). It counts once, for some minutes',
    access: 'session',
    finishes: true,
    params: z.strictObject({ id: lifeId }),
    body: z.strictObject({}),
    answers: { 201: QrCode },
    problems: ['wrong-party', 'role-missing', 'not-in-this-state'],
    async handle({ params, session }) {
      const signing = lifeOfPublicId('signing', params.id);
      const row = await findLife(database, signing);
      const party = row && partyOf(contextOf(row), session);
      if (row === undefined || party === undefined) throw new Problem('not-found');
      if (party === 'operator') throw new Problem('wrong-party');
      requireRole(session, party, COMMANDS.sign.roles);
      if (!isOffered(row, session)) throw new Problem('not-in-this-state');
      const [id, secret] = [randomUUID(), newToken()];
      const minutes = numberAt(await readParameters(database), 'qrSessionMinutes', civilDate(new Date().toISOString()));
      const expires = await createQrSession(database, { id, tokenHash: tokenHash(secret), signing, session: session.id, minutes });
      const address = `${addressOf(id)}?token=${secret}`;
      const link = `https://m.egov.kz/mobileSign/?link=${encodeURIComponent(address)}&isi=1476128386&ibi=kz.egov.mobile&apn=kz.mobile.mgov`;
      return { status: 201, body: { qr: `mobileSign:${address}`, link, expiresAt: expires.toISOString() } };
    },
  });

  /** @throws 403 with the message that the app shows */
  const invited = async (id: string, hash: string | undefined, language: Language): Promise<Invited> => {
    const found = hash === undefined ? undefined : await findQrSession(database, id, hash);
    const session = found && (await openAgain(lives, { id: found.session }));
    const row = found && (await findLife(database, found.signing));
    if (!session || !row) throw new Problem('egov-refused', { message: ENDED[language] });
    return { session, row, context: contextOf(row), expires: found.expires_at };
  };

  const shared = { access: 'public', params: withId } as const;

  const introduce = route({
    ...shared,
    method: 'get',
    path: '/v1/egov/{id}',
    operation: 'readEgovInvitation',
    summary: 'For eGov Mobile (API №1): who asks for a signature, until when, and where the document is',
    query: z.strictObject({ token }),
    answers: { 200: Invitation },
    problems: ['invalid-input', 'egov-refused', 'unavailable'],
    async handle({ params: { id }, query, language }) {
      const { row, context, session, expires } = await invited(id, tokenHash(query.token), language);
      if (!isOffered(row, session)) throw new Problem('egov-refused', { message: ENDED[session.language] });
      const { name, bin } = operatorEntity;
      const { ru } = PAPER_KINDS[context.document.kind];
      return {
        body: {
          description: `${ru} № ${row.number}`,
          expiry_date: inAlmaty(expires),
          organisation: { nameRu: name, nameKz: name, nameEn: name, bin },
          document: { uri: `${addressOf(id)}/document`, auth_type: 'Token', auth_token: query.token },
        },
      };
    },
  });

  const present = route({
    ...shared,
    method: 'get',
    path: '/v1/egov/{id}/document',
    operation: 'readEgovDocument',
    summary: 'For eGov Mobile (API №2): the document to be signed',
    answers: { 200: Documents },
    problems: ['egov-refused', 'unavailable'],
    async handle({ params: { id }, caller, language }) {
      const { row, context, session } = await invited(id, caller.token, language);
      const { document } = context;
      const bytes = await documentBytes(database, document.sha256);
      if (bytes === null || !isOffered(row, session)) throw new Problem('egov-refused', { message: ENDED[session.language] });
      const { kk, ru, en } = PAPER_KINDS[document.kind];
      const mime = bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) ? '@file/pdf' : '';
      return {
        body: {
          signMethod: 'CMS_SIGN_ONLY',
          documentsToSign: [
            {
              id: 1,
              ...{ nameRu: `${ru} № ${row.number}`, nameKz: `${kk} № ${row.number}`, nameEn: `${en} ${row.number}` },
              meta: [{ name: 'SHA-256', value: document.sha256 }],
              document: { file: { mime, data: bytes.toString('base64') } },
            },
          ],
        },
      };
    },
  });

  const receive = route({
    ...shared,
    method: 'put',
    path: '/v1/egov/{id}/document',
    operation: 'signInEgov',
    summary: 'For eGov Mobile: the document signed. A repeat gets the same answer; 403 says why it is not accepted',
    body: SignedDocuments,
    answers: { 200: z.strictObject({}) },
    problems: ['invalid-input', 'egov-refused', 'unavailable'],
    async handle({ params: { id }, body, ...asked }) {
      const { session, row, context } = await invited(id, asked.caller.token, asked.language);
      const { language } = session;
      const [signed] = body.documentsToSign;
      const command = { sha256: context.document.sha256, cms: signed?.document.file.data };
      const key = `egov-${id}`;
      try {
        const admitted = await admit(platform, session, sign, { key, request: asked.request });
        const given = { ...asked, language, session: admitted, key, params: { id: publicId(row.id) }, query: {}, body: command };
        // The electronic signature proves more than that of the device.
        await sign.handle({ ...given, requireSigned: () => undefined });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { detail = PROBLEMS[error.code].title[language] } = error.more as { detail?: string };
        throw new Problem('egov-refused', { message: detail }, error.forLog);
      }
      return { body: {} };
    },
  });

  return [open, introduce, present, receive];
}
