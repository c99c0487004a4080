/** Writes the statement of an account piece by piece, so that its size costs no memory: as JSON, or as CSV. */
import type { Language } from '../../charts/messages.ts';
import { pathOf } from '../../lives/ids.ts';
import type { EntryRow, statementOf } from '../../models/stores/account-statement.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';
import { BYTE_ORDER_MARK, csvLine, sumCell } from '../../rules/csv.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import { civilDate } from '../../rules/working-days.ts';
import { papersAt } from '../documents/schema.ts';
import { money } from '../resource/fields.ts';

/** The account as its owner sees it: a sum that is owed by the owner is positive too. Sums are tiyn. */
export function bookOf(code: string, language: Language) {
  const { prefix, nature, of, name } = kindOfAccount(code) as NonNullable<ReturnType<typeof kindOfAccount>>;
  const isAsset = nature === 'asset';
  return {
    isAsset,
    book: { kind: prefix, name: name[language], about: of === 'life' ? pathOf(code.slice(prefix.length + 1)) : null },
    sum: (tiyn: string | bigint) => money(String(isAsset ? -BigInt(tiyn) : BigInt(tiyn))),
  };
}

const presentEntry = (
  { at, reason, against, life, about, debit, credit, balance }: EntryRow,
  language: Language,
  sum: ReturnType<typeof bookOf>['sum'],
) => ({
  at: at.toISOString(),
  reason: reasonOf(reason, against)[language],
  life: pathOf(life),
  papers: papersAt(about),
  amount: sum(BigInt(credit) - BigInt(debit)),
  balance: sum(balance),
});

type Statement = ReturnType<typeof statementOf>;
interface Period {
  from: string;
  to: string;
}

export async function* asJson(statement: Statement, { from, to }: Period, language: Language): AsyncGenerator<string> {
  yield `${JSON.stringify({ from, to }).slice(0, -1)},"accounts":[`;
  let comma = '';
  for await (const { code, opening, closing, entries } of statement) {
    const { book, sum } = bookOf(code, language);
    yield `${comma}${JSON.stringify({ ...book, opening: sum(opening) }).slice(0, -1)},"entries":[`;
    let between = '';
    for await (const entry of entries) {
      yield `${between}${JSON.stringify(presentEntry(entry, language, sum))}`;
      between = ',';
    }
    yield `],"closing":${JSON.stringify(sum(closing))}}`;
    comma = ',';
  }
  yield ']}';
}

const HEAD: Record<Language, string[]> = {
  kk: ['Шот', 'Неге қатысты', 'Күні', 'Негіздеме', 'Өзгерту, теңге', 'Қалдық, теңге', 'Оқиға'],
  ru: ['Счёт', 'О чём', 'Дата', 'Основание', 'Изменение, тенге', 'Остаток, тенге', 'Событие'],
  en: ['Account', 'About', 'Date', 'Reason', 'Change, tenge', 'Balance, tenge', 'Event'],
};
const OPENING: Record<Language, string> = { kk: 'Кезең басындағы қалдық', ru: 'Остаток на начало', en: 'Opening balance' };
const CLOSING: Record<Language, string> = { kk: 'Кезең соңындағы қалдық', ru: 'Остаток на конец', en: 'Closing balance' };

const tenge = ({ amount }: { amount: number }): string => sumCell(BigInt(amount));

/** As spreadsheets in Kazakhstan open it: UTF-8 with its mark, semicolons, decimal commas. */
export async function* asCsv(statement: Statement, { from, to }: Period, language: Language): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(HEAD[language])}`;
  for await (const { code, opening, closing, entries } of statement) {
    const { book, sum } = bookOf(code, language);
    const begin = [book.name, book.about ?? ''];
    yield csvLine([...begin, from, OPENING[language], '', tenge(sum(opening)), '']);
    for await (const entry of entries) {
      const { at, reason, amount, balance, life } = presentEntry(entry, language, sum);
      yield csvLine([...begin, civilDate(at), reason, tenge(amount), tenge(balance), life]);
    }
    yield csvLine([...begin, to, CLOSING[language], '', tenge(sum(closing)), '']);
  }
}
