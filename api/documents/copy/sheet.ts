/** The sheet of signatures that is added to the copy of a paper: who signed it, when, how, by which certificate, and what was checked. */
import type { Side } from '../../../charts/signing/types.ts';
import type { Block, Facts, Paper } from '../../../documents/paper.ts';
import { both, inBoth } from '../../../documents/phrases.ts';
import type { SignatureReport } from '../../../gateways/signatures/port.ts';
import type { PaperRow } from '../../../models/stores/paper.ts';
import { localMoment } from '../../../rules/moments.ts';
import type { PaperRepresentative, TwoLanguages } from '../../../rules/paper-party.ts';
import { nameOf } from '../presenter.ts';
import type { Proof } from '../proofs.ts';
import { signingOf } from '../proofs.ts';
import { ALGORITHMS, CHECK_WORDS, NO_ELECTRONIC_SIGNATURE, OF_A_PARTY, PARTY_WORDS, RESULT_WORDS, WAY_WORDS } from '../signature-words.ts';

const EXPLAINED = both(
  'Бұл парақ құжаттың көшірмесіне қосылған. Қолтаңбалар құжаттың өз файлына қойылған, оның SHA-256 мәні төменде. Сол файл осы PDF-ке өзгертілмей тіркелген, оны Жеке кабинеттен де алуға болады.',
  'Этот лист добавлен к копии документа. Подписи поставлены под самим файлом документа, его SHA-256 указан ниже. Тот файл приложен к этому PDF без изменений, его можно взять и в Личном кабинете.',
);
/** Of a paper that a party brought, which may carry any name and any letterhead. */
const BROUGHT = (by: Side): TwoLanguages => inBoth((language) => OF_A_PARTY[language].replace('{party}', PARTY_WORDS[by][language]));
const NOBODY = both('Құжатқа әлі ешкім қол қойған жоқ және оны растаған жоқ.', 'Документ пока никто не подписал и не подтвердил.');
const GONE = both('қолтаңбаның деректері жоқ не бүлінген', 'данных подписи нет, либо они повреждены');

const moment = (at: string): TwoLanguages => both(`${localMoment(at, 'kk')} (Алматы уақыты)`, `${localMoment(at, 'ru')} (время Алматы)`);

export interface SheetFacts {
  /** Who acted for a company, where the requisites name them. */
  actors: Partial<Record<Side, PaperRepresentative>>;
  /** What parties call their own papers, by reference. */
  titles: ReadonlyMap<string, string | null>;
}

export function signatureSheet(row: PaperRow, proofs: readonly Proof[], { actors, titles }: SheetFacts): Paper {
  const { issuer } = signingOf(row) ?? {};
  const title = titles.get(row.reference);
  return {
    reference: row.reference,
    title: both('ҚОЛТАҢБАЛАР МЕН РАСТАУЛАР ПАРАҒЫ', 'ЛИСТ ПОДПИСЕЙ И ПОДТВЕРЖДЕНИЙ'),
    number: null,
    date: row.dated,
    blocks: [
      { kind: 'text', text: EXPLAINED },
      ...(issuer === undefined ? [] : [{ kind: 'text', text: BROUGHT(issuer) } as const]),
      {
        kind: 'facts',
        rows: [
          { name: both('Құжат', 'Документ'), value: inBoth((language) => nameOf(row, language)) },
          ...(title == null ? [] : [{ name: both('Тарап берген атауы', 'Название, данное стороной'), value: title }]),
          { name: both('Файлдың SHA-256 мәні', 'SHA-256 файла'), value: row.document },
        ],
      },
      ...(proofs.length === 0
        ? [{ kind: 'text', text: NOBODY } as const]
        : proofs.flatMap((proof) => blocksOf(proof, actors[proof.party]))),
    ],
    origin: { offer: null, chart: null, record: { event: `${row.life}/${row.seq}`, hash: row.head } },
  };
}

function blocksOf({ party, way, at, signature }: Proof, actor: PaperRepresentative | undefined): Block[] {
  const caption = inBoth((language) => `${PARTY_WORDS[party][language]}: ${WAY_WORDS[way][language]}`);
  const given: Facts['rows'] = [{ name: both('Берілген уақыты', 'Дана'), value: moment(at) }, ...(actor ? actingRows(actor) : [])];
  if (signature === null)
    return [
      { kind: 'facts', caption, rows: given },
      { kind: 'text', text: inBoth((language) => NO_ELECTRONIC_SIGNATURE[language]), style: 'note' },
    ];
  if (typeof signature.kept === 'string')
    return [{ kind: 'facts', caption, rows: [...given, { name: both('Қолтаңба', 'Подпись'), value: GONE }] }];
  return [{ kind: 'facts', caption, rows: [...given, ...signatureRows(signature.kept.report)] }];
}

const actingRows = ({ position, name, ground }: PaperRepresentative): Facts['rows'] => [
  { name: both('Тарап атынан әрекет еткен', 'От имени стороны действовал'), value: inBoth((language) => `${position[language]} ${name}`) },
  { name: both('Негізі', 'На основании'), value: ground },
];

/** What a checked signature says of its signer and its certificate, and what was checked. */
export function signatureRows({ signer, algorithm, timeStampedAt, checks }: SignatureReport): Facts['rows'] {
  const row = (kk: string, ru: string, value: Facts['rows'][number]['value'] | null): Facts['rows'] =>
    value === null ? [] : [{ name: both(kk, ru), value }];
  return [
    ...(signer === null
      ? []
      : [
          ...row('Қол қойған', 'Подписал', signer.commonName),
          ...row('ЖСН', 'ИИН', signer.iin),
          ...row('Ұйым', 'Организация', signer.organisation),
          ...row('БСН', 'БИН', signer.bin),
          ...row('Сертификаттың нөмірі', 'Номер сертификата', signer.serialNumber),
          ...row('Сертификатты берген', 'Сертификат выдал', signer.issuer),
          ...row(
            'Сертификаттың мерзімі',
            'Срок сертификата',
            inBoth((language) => `${localMoment(signer.notBefore, language)} – ${localMoment(signer.notAfter, language)}`),
          ),
        ]),
    ...row('Алгоритм', 'Алгоритм', algorithm && (ALGORITHMS[algorithm] ?? algorithm)),
    ...row('Уақыт белгісі', 'Метка времени', timeStampedAt && moment(timeStampedAt)),
    ...row(
      'Қабылдау кезіндегі тексеру',
      'Проверка при получении',
      inBoth((language) =>
        checks.map(({ check, result }) => `${CHECK_WORDS[check][language]}: ${RESULT_WORDS[result][language]}`).join('; '),
      ),
    ),
  ];
}
