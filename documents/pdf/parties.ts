/** The blocks of parties and of their signatures, as rows. */
import { localMoment } from '../../rules/moments.ts';
import type { PaperParty, PaperRepresentative, TwoLanguages } from '../../rules/paper-party.ts';
import type { Parties, Signature, Signatures } from '../paper.ts';
import type { Cell, Line, Row } from './sheet.ts';
import { lined, SIZES, styled } from './styles.ts';

const PADDING = 5;
const ERASED: TwoLanguages = { kk: '[жойылды]', ru: '[удалено]' };

/** Nobody has proved the IIN or BIN: who reads the paper must know. */
const UNPROVED = 'расталмаған / не подтверждён';

const joined = ({ kk, ru }: TwoLanguages): string => (kk === ru ? ru : `${kk} / ${ru}`);
const identifierName = ({ kind }: PaperParty): string => (kind === 'company' ? 'БСН / БИН' : 'ЖСН / ИИН');
const identifierOf = (party: PaperParty): string =>
  party.proved || party.identifier === '' ? party.identifier : `${party.identifier} (${UNPROVED})`;
/** Who stands in the place of the signature: the representative, unless another member of the account has confirmed the paper already. */
const signatoryOf = ({ representative }: PaperParty, confirmedAt: string | undefined): PaperRepresentative | null =>
  representative?.acted === 'another' && confirmedAt !== undefined ? null : representative;

export function partyRows({ of, asForm }: Parties, width: number): Row[] {
  if (asForm) return of.map((each, index) => formRow(each, width, index === 0 ? 4 : 2));
  return [{ cells: beside(of, width, ({ role, party }, inside) => requisites(role, party, inside)), above: 8, whole: true }];
}

/** One framed cell each, side by side. */
const beside = <One>(of: readonly One[], width: number, linesOf: (one: One, inside: number) => Line[]): Cell[] => {
  const column = width / of.length;
  return of.map((one, index) => ({
    x: index * column,
    width: column,
    padding: PADDING,
    framed: true,
    lines: linesOf(one, column - 2 * PADDING),
  }));
};

function requisites(role: TwoLanguages, party: PaperParty | null, width: number): Line[] {
  const line = (text: string): Line[] => lined(text, width, styled(SIZES.cell));
  const strong = (text: string): Line[] => lined(text, width, styled(SIZES.cell, { weight: 'bold' }));
  const named = (name: string, value: string | null | undefined): Line[] => (value ? line(`${name}: ${value}`) : []);
  if (party === null) return [...strong(joined(role)), ...line(joined(ERASED))];
  const { bank, vat, representative } = party;
  return [
    ...strong(joined(role)),
    ...strong(party.name),
    ...named(identifierName(party), identifierOf(party)),
    ...named('Мекенжайы / Адрес', party.address),
    ...named('Телефон', party.phone),
    ...named('Эл. пошта / Эл. почта', party.email),
    ...(bank === null
      ? []
      : [
          ...named('Банк', bank.name),
          ...named('БСК / БИК', bank.bic),
          ...named('ЖСК / ИИК', bank.iban),
          ...named('Кбе / КБе', bank.beneficiaryCode),
        ]),
    ...named('ҚҚС бойынша куәлік / Свидетельство по НДС', vat && `${vat.series} № ${vat.number}, ${dayOf(vat.registeredOn)}`),
    ...(representative === null
      ? []
      : [
          ...named(joined(representative.acted === 'this' ? ACTS : MAY_ACT), `${joined(representative.position)} ${representative.name}`),
          ...named('Негізі / На основании', joined(representative.ground)),
        ]),
  ];
}

/** Only of who acted a paper says that the company acts in their person. */
const ACTS: TwoLanguages = { kk: 'Атынан әрекет етеді', ru: 'В лице' };
const MAY_ACT: TwoLanguages = { kk: 'Атынан әрекет етуге құқылы', ru: 'Вправе действовать от имени' };

/** A civil date as papers write it: `28.11.2026`. */
const dayOf = (date: string): string => date.split('-').reverse().join('.');

/** A party of a form: its name, address and means of communication over a line, and a box for the IIN or BIN. */
function formRow({ role, party }: Parties['of'][number], width: number, above: number): Row {
  const box = 110;
  const label = 120;
  const middle = width - box - label - 16;
  const contacts = party === null ? joined(ERASED) : [party.name, party.address, party.phone, party.email].filter(Boolean).join(', ');
  return {
    cells: [
      { x: 0, width: label, padding: 2, lines: lined(joined(role), label - 4, styled(SIZES.cell, { weight: 'bold' })) },
      {
        x: label,
        width: middle,
        padding: 2,
        lines: [
          ...lined(contacts, middle - 4, styled(SIZES.cell)),
          ...lined(
            'толық атауы, мекенжайы, байланыс құралдары туралы деректер / полное наименование, адрес, данные о средствах связи',
            middle - 4,
            styled(SIZES.caption, { align: 'center', ruled: true }),
          ),
        ],
      },
      {
        x: width - box,
        width: box,
        padding: 3,
        framed: true,
        lines: [
          ...lined('ЖСН/БСН / ИИН/БИН', box - 6, styled(SIZES.caption, { align: 'center' })),
          ...lined(party?.identifier ?? joined(ERASED), box - 6, styled(SIZES.cell, { align: 'center', weight: 'bold' })),
          ...(party === null || party.proved ? [] : lined(UNPROVED, box - 6, styled(SIZES.caption, { align: 'center' }))),
        ],
      },
    ],
    above,
    whole: true,
  };
}

const CONFIRMED: TwoLanguages = { kk: 'Жеке кабинетте расталды', ru: 'Подтверждено в Личном кабинете' };
/** A company lets others act in its account too, such as a manager: what they do there counts as its own (1.4). */
const CONFIRMED_BY_ANOTHER: TwoLanguages = {
  kk: 'Жеке кабинетте Аккаунттың басқа өкілі растады (1.4-т.)',
  ru: 'Подтверждено в Личном кабинете другим представителем Аккаунта (п. 1.4)',
};

/** Another person with powers may sign in place of who is named, and the bytes of the paper are older than the signature. */
const BY_CERTIFICATE: TwoLanguages = {
  kk: 'ЭЦҚ қойылса, қол қойған – сертификаттың иесі',
  ru: 'При подписании ЭЦП подписавший — владелец сертификата',
};

export const signatureRows = ({ of }: Signatures, width: number): Row[] => [
  { cells: beside(of, width, signatureLines), above: 10, whole: true },
];

function signatureLines({ role, party, confirmedAt, below }: Signature, width: number): Line[] {
  const line = (text: string, gap = 0): Line[] => lined(text, width, styled(SIZES.cell, { gap }));
  const ruled = (caption: string, gap = 0): Line[] =>
    lined(caption, width, styled(SIZES.caption, { align: 'center', ruled: true, gap, grey: true }));
  const representative = party && signatoryOf(party, confirmedAt);
  const by = party?.representative?.acted === 'another' ? CONFIRMED_BY_ANOTHER : CONFIRMED;
  return [
    ...lined(joined(role), width, styled(SIZES.cell, { weight: 'bold' })),
    ...(party === null || representative === null
      ? []
      : [
          ...line(party.name),
          ...line(joined(representative.position), 4),
          ...ruled('лауазымы / должность'),
          ...line(`${joined(representative.ground)}`, 4),
          ...ruled('әрекет ету негізі / на основании'),
        ]),
    ...ruled('қолы / подпись', 22),
    ...line(party === null ? joined(ERASED) : (representative?.name ?? party.name), 4),
    ...ruled('қолтаңбаның толық жазылуы / расшифровка подписи'),
    ...(representative?.acted === 'nobody' && confirmedAt === undefined ? line(joined(BY_CERTIFICATE), 4) : []),
    ...(party === null || party.kind === 'natural' ? [] : line('М.О. (бар болса) / М.П. (при наличии)', 4)),
    ...(confirmedAt === undefined
      ? []
      : line(
          `${by.kk}: ${localMoment(confirmedAt, 'kk')} / ${by.ru}: ${localMoment(confirmedAt, 'ru')} (Алматы уақыты / время Алматы)`,
          4,
        )),
    ...(below === undefined ? [] : line(joined(below), 6)),
  ];
}
