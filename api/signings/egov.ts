/**
 * Signing in eGov Mobile by a QR code that leads the app to us. It reads the address in the code (API №1), fetches the document (API №2) and sends the
 * signature back by PUT. What it sends is the command `sign` of the person who asked for the code, in the way `cms`: chart, powers and checks are the same.
 */
import encodeQr from 'qr';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { documentBytes } from '../../models/stores/document.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import { closeQrSession, findQrSession } from '../../models/stores/qr-session.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { newToken, openAgain, tokenHash } from '../session.ts';
import { Documents, Invitation, SignedDocuments } from './egov-schema.ts';
import { contextOf, descriptionOf, documentToSign, ENDED, isOffered, signByCode, wordsOf } from './qr-code.ts';

/** Almaty has had this offset since 1 March 2024. The app asks for a moment with an offset, in this form. */
const inAlmaty = (moment: Date): string => new Date(moment.getTime() + 5 * 3_600_000).toISOString().replace('Z', '+05:00');

interface Invited {
  session: Session;
  row: LifeRow;
  expires: Date;
}

const addressOf = ({ publicUrl }: Pick<Platform, 'publicUrl'>, id: string): string => `${publicUrl}/v1/egov/${id}`;

/** A code that leads the app to us. */
export function ownCode(platform: Pick<Platform, 'publicUrl'>, id: string) {
  const secret = newToken();
  const address = `${addressOf(platform, id)}?token=${secret}`;
  const gif = Buffer.from(encodeQr(`mobileSign:${address}`, 'gif')).toString('base64');
  const egovMobile = `https://m.egov.kz/mobileSign/?link=${encodeURIComponent(address)}&isi=1476128386&ibi=kz.egov.mobile&apn=kz.mobile.mgov`;
  return { way: { tokenHash: tokenHash(secret) }, picture: `data:image/gif;base64,${gif}`, links: { egovMobile, egovBusiness: null } };
}

const token = z
  .string()
  .length(43)
  .regex(/^[\w-]+$/);

/** @param sign The route of the command `sign`. */
export function egovRoutes(platform: Platform, sign: Route): Route[] {
  const { lives, operatorEntity } = platform;
  const { database } = lives;

  /** @throws 403 with the message that the app shows */
  const invited = async (id: string, hash: string | undefined, language: Language): Promise<Invited> => {
    const found = hash === undefined ? undefined : await findQrSession(database, id, hash);
    const session = found && (await openAgain(lives, { id: found.session }));
    const row = found && (await findLife(database, found.signing));
    if (!session || !row) throw new Problem('egov-refused', { message: ENDED[language] });
    return { session, row, expires: found.expires_at };
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
      const { row, session, expires } = await invited(id, tokenHash(query.token), language);
      if (!isOffered(row, session)) throw new Problem('egov-refused', { message: ENDED[session.language] });
      const { name, bin } = operatorEntity;
      return {
        body: {
          description: descriptionOf(row),
          expiry_date: inAlmaty(expires),
          organisation: { nameRu: name, nameKz: name, nameEn: name, bin },
          document: { uri: `${addressOf(platform, id)}/document`, auth_type: 'Token', auth_token: query.token },
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
      const { row, session } = await invited(id, caller.token, language);
      const bytes = await documentBytes(database, contextOf(row).document.sha256);
      if (bytes === null || !isOffered(row, session)) throw new Problem('egov-refused', { message: ENDED[session.language] });
      return { body: { signMethod: 'CMS_SIGN_ONLY', documentsToSign: [documentToSign(row, bytes)] } };
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
      const { session, row } = await invited(id, asked.caller.token, asked.language);
      const [signed] = body.documentsToSign;
      try {
        await signByCode(platform, sign, { id, session, row }, signed?.document.file.data ?? '', asked);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem('egov-refused', { message: wordsOf(error, session.language) }, error.forLog);
      }
      await closeQrSession(database, id, 'signed');
      return { body: {} };
    },
  });

  return [introduce, present, receive];
}
