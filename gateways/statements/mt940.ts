/** Statements in the format MT940 of SWIFT: `:25:` the account, `:60F:` and `:62F:` the balances, `:61:` an entry, `:86:` what it is about. */
import type { Entry, Statement } from './entry.ts';
import { BadStatement, identifierIn, tiynOf } from './entry.ts';

interface Field {
  tag: string;
  text: string;
  line: number;
}

/** The fields with their continued lines. */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const [, tag, rest] = /^:(\d{2}[A-Z]?):(.*)$/.exec(raw) ?? [];
    if (tag !== undefined) fields.push({ tag, text: rest ?? '', line: index + 1 });
    else if (fields.length > 0 && !/^[{}-]/.test(raw)) (fields.at(-1) as Field).text += `\n${raw}`;
  }
  return fields;
}

/** `261201` is 1 December 2026. */
const dateOf = (digits: string): string => `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`;

/** A balance in tiyn, negative for a debt. @throws BadStatement */
function balanceOf({ text, line }: Field): bigint {
  const [, side, amount = ''] = /^([CD])\d{6}[A-Z]{3}([\d,]+)$/.exec(text.trim()) ?? [];
  const tiyn = tiynOf(amount);
  if (tiyn === undefined) throw new BadStatement(line);
  return side === 'C' ? tiyn : -tiyn;
}

/** `2612011201C15000,00NTRFREF//BANK1`: value date, side (R: reversed), sum, kind, references. @throws BadStatement */
function entryOf({ text, line }: Field): Entry {
  const [, date = '', reversed, side, amount = '', own = '', banks = ''] =
    /^(\d{6})(?:\d{4})?(R?)([CD])[A-Z]?([\d,]+)[NFS][A-Z\d]{3}([^\n/]*)(?:\/\/([^\n]*))?/.exec(text) ?? [];
  const tiyn = tiynOf(amount);
  if (tiyn === undefined || tiyn === 0n) throw new BadStatement(line);
  const isIn = (side === 'C') !== (reversed === 'R');
  return {
    direction: isIn ? 'in' : 'out',
    amount: tiyn,
    on: dateOf(date),
    reference: banks.trim() || own.trim(),
    payer: '',
    identifier: null,
    purpose: '',
  };
}

/** Subfields of `:86:` as `?20…?32…`: 20 to 29 the purpose, 32 and 33 the name. Without them the whole is the purpose. */
function aboutOf(text: string): Pick<Entry, 'payer' | 'purpose' | 'identifier'> {
  const joined = text.replaceAll('\n', '');
  const parts = [...joined.matchAll(/\?(\d{2})([^?]*)/g)].map(([, code = '', value = '']) => ({ code, value }));
  const those = (from: string, until: string): string =>
    parts
      .filter(({ code }) => from <= code && code <= until)
      .map(({ value }) => value)
      .join('')
      .trim();
  const identifier = identifierIn(joined);
  if (parts.length === 0) return { payer: '', purpose: text.replaceAll('\n', ' ').trim(), identifier };
  return { payer: those('32', '33'), purpose: those('20', '29'), identifier };
}

/** Reads one statement or several of one account. @throws BadStatement, also where the balances do not agree with the entries */
export function readMt940(text: string): Statement {
  const entries: Entry[] = [];
  let account: string | null = null;
  let balance: bigint | undefined;
  for (const field of fieldsOf(text)) {
    const { tag, line } = field;
    if (tag === '25') {
      const named = field.text.replace(/\s/g, '');
      if (account !== null && account !== named) throw new BadStatement(line);
      account = named;
    }
    if (tag === '60F' || tag === '60M') balance = balanceOf(field);
    if (tag === '61') {
      const entry = entryOf(field);
      entries.push(entry);
      if (balance !== undefined) balance += entry.direction === 'in' ? entry.amount : -entry.amount;
    }
    const last = entries.at(-1);
    if (tag === '86' && last !== undefined && last.purpose === '') Object.assign(last, aboutOf(field.text));
    if ((tag === '62F' || tag === '62M') && balance !== undefined && balanceOf(field) !== balance) throw new BadStatement(line);
  }
  if (account === null && entries.length === 0) throw new BadStatement(1);
  return { account, entries };
}
