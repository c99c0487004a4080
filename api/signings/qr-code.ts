/** What is common to a QR code by which a party signs in eGov Mobile, whether the app comes to us for the document or a service carries it. */
import { lifeTypes } from '../../charts/index.ts';
import { menu, restore } from '../../charts/judge.ts';
import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { SigningContext } from '../../charts/signing/types.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import type { DocumentToSign } from '../../gateways/egov/sigex.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import type { Platform } from '../../platform.ts';
import { admit } from '../admission.ts';
import type { Problem } from '../errors.ts';
import { PROBLEMS } from '../errors.ts';
import { publicId } from '../resource/public-id.ts';
import { partyOf } from '../resource/view.ts';
import type { Asked, Route } from '../route.ts';
import type { Session } from '../session.ts';

export const contextOf = ({ snapshot }: LifeRow): SigningContext => (snapshot as { context: SigningContext }).context;

/** May the party of this session sign now? */
export function isOffered(row: LifeRow, session: Session): boolean {
  const { chart } = lifeTypes.signing;
  const party = partyOf(contextOf(row), session);
  return party !== undefined && menu(chart, restore(chart, row.snapshot), party, session.account).some(({ name }) => name === 'sign');
}

export const ENDED = said(
  'QR-код қолданылды немесе мерзімі өтті, не одан кейін жаңадан кірілді. Платформада жаңа кодты сұраңыз.',
  'QR-код использован или просрочен, либо после него был новый вход. Запросите новый код на платформе.',
  'The QR code was used or has ended, or there was a new login after it. Ask the platform for a new code.',
);

/** What the app shows of a document first. */
export const descriptionOf = (row: LifeRow): string => `${PAPER_KINDS[contextOf(row).document.kind].ru} № ${row.number}`;

/** The document of a signing as the app takes it. */
export function documentToSign(row: LifeRow, bytes: Buffer): DocumentToSign {
  const { document } = contextOf(row);
  const { kk, ru, en } = PAPER_KINDS[document.kind];
  const mime = bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) ? '@file/pdf' : '';
  return {
    id: 1,
    ...{ nameRu: `${ru} № ${row.number}`, nameKz: `${kk} № ${row.number}`, nameEn: `${en} ${row.number}` },
    meta: [{ name: 'SHA-256', value: document.sha256 }],
    document: { file: { mime, data: bytes.toString('base64') } },
  };
}

interface Code {
  id: string;
  /** The login that asked for the code. */
  session: Session;
  row: LifeRow;
}

type Around = Pick<Asked, 'request' | 'door' | 'caller' | 'signal'>;

/**
 * Gives the command `sign` as whoever asked for the code. One code is one idempotency key, so what comes twice signs nothing twice.
 * @param sign The route of the command.
 * @throws Problem as the command does, in the language of the session
 */
export async function signByCode(platform: Platform, sign: Route, { id, session, row }: Code, cms: string, around: Around): Promise<void> {
  const key = `egov-${id}`;
  const admitted = await admit(platform, session, sign, { key, request: around.request });
  await sign.handle({
    ...around,
    ...{
      key,
      language: session.language,
      session: admitted,
      params: { id: publicId(row.id) },
      query: {},
      delivery: undefined,
      file: undefined,
      incoming: undefined,
    },
    body: { sha256: contextOf(row).document.sha256, cms },
    // The electronic signature proves more than that of the device.
    requireSigned: () => undefined,
  });
}

/** A refusal in words for the person. */
export function wordsOf({ code, more }: Problem, language: Language): string {
  const { detail = PROBLEMS[code].title[language] } = more as { detail?: string };
  return detail;
}
