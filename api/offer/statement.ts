/** The accession statement of a customer (2.1.1): how it is drawn for who accepts it, kept, and read again. */
import type { Transaction } from 'sequelize';
import type { AccessionFacts, Statement } from '../../documents/accession-statement.ts';
import { accessionStatement, statementText } from '../../documents/accession-statement.ts';
import { operatorOn } from '../../documents/operator.ts';
import type { Block, Paper } from '../../documents/paper.ts';
import { both, inBoth } from '../../documents/phrases.ts';
import { fromText, toText } from '../../gateways/signatures/kept.ts';
import type { CheckedSignature } from '../../gateways/signatures/port.ts';
import { sha256 as hashOf } from '../../lives/hashing.ts';
import { accountLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { AcceptedRow } from '../../models/stores/offer-acceptance.ts';
import { keepStatement } from '../../models/stores/offer-acceptance.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numbersOf } from '../../models/stores/person.ts';
import { holdRequisites, partyOfPaper } from '../../models/stores/requisites.ts';
import { planOn } from '../../models/stores/tariff.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { limitTermsAt } from '../../rules/pay-terms.ts';
import { actingFor } from '../../rules/requisites.ts';
import { commissionOfPlan } from '../../rules/tariff.ts';
import { civilDate } from '../../rules/working-days.ts';
import { signatureRows } from '../documents/copy/sheet.ts';
import { PARTY_WORDS, WAY_WORDS } from '../documents/signature-words.ts';
import { refusalBy } from '../errors.ts';
import { feeTermsAt } from '../fees/terms.ts';
import { idFrom } from '../free-text.ts';
import { havePaperRequisites } from '../requisites/needed.ts';
import type { Session } from '../session.ts';
import { offerInForce } from './in-force.ts';

type Acceding = Pick<Session, 'account' | 'kind' | 'person'>;

export interface DrawnStatement {
  statement: Statement;
  text: string;
  /** Of the text. */
  sha256: string;
  /** The SHA-256 of the offer's revision. */
  revision: string;
}

/** The account has what its statement names. Until the commit ends, that does not change. */
export const haveStatementRequisites = ({ account, kind }: Pick<Acceding, 'account' | 'kind'>): Precondition =>
  kind === 'company'
    ? havePaperRequisites(['accession-statement'], [{ account, party: 'customer', isPaid: false }], account)
    : async () => undefined;

/** A company accedes by a person whose powers hold, and who is named in the statement with them. Comes after `haveStatementRequisites`. */
export const mayAccede =
  ({ account, kind, person }: Acceding): Precondition =>
  async (transaction) => {
    if (kind !== 'company') return undefined;
    const [row] = await holdRequisites(transaction, [account]);
    const powers = { on: todayInAlmaty(), members: row?.members };
    const acts = actingFor(row?.requisites?.representatives ?? [], powers).some((each) => each.person === person);
    return acts ? undefined : refusalBy('accedesWhoMayAct', '2.1.1');
  };

/** The statement of today. Of a company it names the person who accepts; if that person may not act, the first who may: then it is only to be read. */
export async function drawStatement(
  { lives: { database, keys }, operatorEntity }: Pick<Platform, 'lives' | 'operatorEntity'>,
  { account, person }: Pick<Acceding, 'account' | 'person'>,
): Promise<DrawnStatement> {
  const at = new Date().toISOString();
  const date = civilDate(at);
  const [revision, customer, numbers, parameters, plan] = await Promise.all([
    offerInForce(database),
    partyOfPaper(database, account, { at, acted: (representative) => representative.person === person }),
    numbersOf(database, [person]),
    readParameters(database),
    planOn(database, account, date),
  ]);
  if (customer === null) throw new Error(`the account ${account} is erased`);
  const { number, inForceFrom, sha256 } = revision;
  const facts: AccessionFacts = {
    reference: idFrom(keys.hash('reference', 'accession-statement', account, person, sha256)),
    customer,
    number: numbers.get(person) ?? '',
    offer: { number, inForceFrom, sha256 },
    tariff: feeTermsAt(parameters, date, commissionOfPlan(plan)),
    limit: limitTermsAt(parameters, date),
    plan,
    operator: operatorOn(operatorEntity, parameters, date),
    date,
  };
  const statement = accessionStatement(facts);
  const text = statementText(statement);
  return { statement, text, sha256: hashOf(text), revision: sha256 };
}

/** Keeps what was accepted with the acceptance, in its transaction. */
export function keepAccepted(
  acceptance: string,
  { text, statement, sha256, signature }: DrawnStatement & { signature?: CheckedSignature | undefined },
  transaction: Transaction,
): Promise<void> {
  const kept = { text, statement, ...(signature && { signature: toText(signature) }) };
  const signatureSha256 = signature ? hashOf(signature.evidence.cms) : null;
  return keepStatement(transaction, acceptance, { sha256, signatureSha256, kept });
}

/** The electronic signature under an accepted statement. */
export const signatureUnder = ({ kept: { signature } }: AcceptedRow): CheckedSignature | null =>
  signature === undefined ? null : fromText(signature);

const signedBlock = ({ report, evidence }: CheckedSignature): Block => ({
  kind: 'facts',
  caption: inBoth((language) => `${PARTY_WORDS.customer[language]}: ${WAY_WORDS.cms[language]}`),
  rows: [
    ...signatureRows(report),
    { name: both('Қолтаңба файлының (CMS) SHA-256 мәні', 'SHA-256 файла подписи (CMS)'), value: hashOf(evidence.cms) },
  ],
});

/**
 * The accepted statement as a paper: given at its moment, with the hash that was accepted, the signature under it and the event that holds both.
 * Undefined where only the text was kept.
 */
export function acceptedPaper(account: string, row: AcceptedRow): Paper | undefined {
  const { kept, sha256, at, seq, hash } = row;
  const statement = kept.statement as Statement | null;
  if (statement === null) return undefined;
  const signature = signatureUnder(row);
  return {
    ...statement,
    blocks: [
      ...statement.blocks.map((block) =>
        block.kind === 'signatures' ? { ...block, of: block.of.map((each) => ({ ...each, confirmedAt: at.toISOString() })) } : block,
      ),
      ...(signature === null ? [] : [signedBlock(signature)]),
    ],
    unrecorded: {
      words: both(
        'Бұл файл AkJet платформасында қабылданған мәтінді көрсетеді. Қабылданған мәтіннің өзі Жеке кабинетте сақталады, оның SHA-256 мәні:',
        'Этот файл показывает текст, принятый на платформе AkJet. Сам принятый текст хранится в Личном кабинете, его SHA-256:',
      ),
      sha256,
    },
    origin: { offer: null, chart: null, record: { event: `${accountLife(account)}/${seq}`, hash } },
  };
}
