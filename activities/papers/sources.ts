/** What every paper is drawn from: the order, the parties, and the laws of the day. */
import type { Sequelize } from 'sequelize';
import type { Side } from '../../charts/signing/types.ts';
import type { Drawing, KnownDocument } from '../../documents/drawing.ts';
import type { Operator } from '../../documents/operator.ts';
import { both } from '../../documents/phrases.ts';
import type { Acted, KnownDocumentRow, OrderingRow } from '../../models/stores/paper-source.ts';
import { partyOfPaper } from '../../models/stores/requisites.ts';
import type { PaperParty } from '../../rules/paper-party.ts';

/** Where the facts of an ordered paper are found. */
export interface Source {
  database: Sequelize;
  /** The operator as it stands on the day of the paper. */
  operator: Operator;
  life: string;
  /** The life, and the event that ordered the paper. */
  row: OrderingRow;
  drawing: Drawing;
  acted: Acted;
}

/** A party as a paper of a moment names it. `null` once its data are erased. */
export const partyNamed = async (
  { database, acted }: Pick<Source, 'database' | 'acted'>,
  { account, side, at }: { account: string | undefined; side: Side; at: string },
): Promise<PaperParty | null> => (account === undefined ? null : partyOfPaper(database, account, { at, acted: acted[side] }));

const KINDS: Record<string, KnownDocument['title']> = {
  contract: both('Шарт', 'Договор'),
  order: both('Тапсырыс', 'Заказ'),
  'completion-act': both('Орындалған жұмыстар (көрсетілген қызметтер) актісі', 'Акт выполненных работ (оказанных услуг)'),
};

/** A document of the record as papers name it. */
export function documentNamed({ kind, number, sha256, dated }: KnownDocumentRow): KnownDocument {
  const { kk, ru } = KINDS[kind] ?? both('Құжат', 'Документ');
  return { title: number === null ? both(kk, ru) : both(`№ ${number} ${kk}`, `${ru} № ${number}`), date: dated, sha256 };
}
