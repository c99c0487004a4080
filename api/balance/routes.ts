/** What the platform's books say of the caller's account: balances now, and a statement of a period. */
import { Readable } from 'node:stream';
import { create } from 'content-disposition';
import { z } from 'zod';
import { statementPaper } from '../../documents/account-statement.ts';
import { openApart } from '../../documents/apart.ts';
import { operatorOn } from '../../documents/operator.ts';
import { balanceProofOf } from '../../lives/log/balances.ts';
import { findAccount, identifierOf } from '../../models/stores/account.ts';
import { balancesOf, statementOf } from '../../models/stores/account-statement.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import { maskedIdentifier } from '../../rules/masking.ts';
import { addCalendarDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import { Problem } from '../errors.ts';
import { FILE_POLICY } from '../headers.ts';
import type { DrawInput } from '../papers/draw.ts';
import { money } from '../resource/fields.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { again, booksOf, collect, hashOf, referenceOf } from './paper.ts';
import { Balance, BalanceProof, periodQuery, Statement } from './schema.ts';
import { asCsv, asJson, bookOf } from './statement.ts';

/** One at a time: a long statement takes a core for seconds. */
const drawPaper = openApart<DrawInput, Uint8Array>(new URL('../papers/draw.ts', import.meta.url), { seconds: 30, megabytes: 512 });

export const balanceRoutes = ({ lives: { database }, operatorEntity, publicUrl }: Platform): Route[] => {
  const entriesOf = (account: string, { from, to }: z.output<typeof periodQuery>) =>
    statementOf(database, account, endOfDay(addCalendarDays(from, -1)), endOfDay(to));
  return [
    route({
      method: 'get',
      path: '/v1/balance',
      operation: 'readBalance',
      summary: 'What the books keep for the caller, owe the caller and are owed by the caller',
      access: 'session',
      always: true,
      answers: { 200: Balance },
      problems: [],
      async handle({ session, language }) {
        const rows = await balancesOf(database, session.account);
        const accounts = rows.map(({ code, balance, coming, going }) => {
          const { book, sum, isAsset } = bookOf(code, language);
          const [grows, falls] = isAsset ? [going, coming] : [coming, going];
          return { ...book, balance: sum(balance), coming: money(grows), going: money(falls) };
        });
        return { body: { accounts } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/balance/proof',
      operation: 'readBalanceProof',
      summary: 'What shows the caller that what the caller is owed is in the total of all, which is said each night and stands in the log',
      access: 'session',
      always: true,
      answers: { 200: BalanceProof },
      problems: [],
      async handle({ session: { account } }) {
        const proof = await balanceProofOf(database, account);
        if (proof === undefined) return { body: { day: null, leaf: null, path: [], log: null } };
        const { day, owed, path, inLog } = proof;
        return {
          body: {
            day: { ...day, at: day.at.toISOString(), root: day.root.toString('hex') },
            leaf: owed ? { account, nonce: owed.nonce.toString('hex'), sum: String(owed.sum) } : null,
            path: path.map(({ side, hash, sum }) => ({ side, hash: hash.toString('hex'), sum: String(sum) })),
            log: inLog ?? null,
          },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statement',
      operation: 'readAccountStatement',
      summary: 'The statement of the caller’s account for a period: each entry with its reason, opening and closing balances',
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: Statement },
      problems: [],
      async handle({ session, language, query }) {
        return {
          body: Readable.from(asJson(entriesOf(session.account, query), query, language)),
          headers: { 'Content-Type': 'application/json' },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statement.csv',
      operation: 'readAccountStatementFile',
      summary: 'The same statement as a file for a spreadsheet: UTF-8, semicolons, decimal commas',
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: z.string() },
      contentType: 'text/csv; charset=utf-8',
      problems: [],
      async handle({ session, language, query }) {
        const name = `statement-${query.from}-${query.to}.csv`;
        return {
          body: Readable.from(asCsv(entriesOf(session.account, query), query, language)),
          headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/statement.pdf',
      operation: 'readAccountStatementPaper',
      summary:
        'The same statement as a PDF in Kazakh and Russian, of at most a thousand entries and accounts; of more, take the file or a shorter period',
      access: 'session',
      always: true,
      query: periodQuery,
      answers: { 200: z.string() },
      contentType: 'application/pdf',
      problems: ['not-found', 'statement-too-long', 'too-many-requests'],
      async handle({ session: { account }, query }) {
        const row = await findAccount(database, account);
        if (row === undefined || row.kind === 'staff') throw new Problem('not-found');
        const at = new Date().toISOString();
        const collected = await collect(entriesOf(account, query));
        const sha256 = await hashOf(asCsv(again(collected), query, 'ru'));
        const paper = statementPaper({
          ...{ reference: referenceOf(account, sha256), ...query, at, sha256 },
          holder: { kind: row.kind, name: row.name, masked: maskedIdentifier(identifierOf(database, row) ?? '') },
          operator: operatorOn(operatorEntity, await readParameters(database), civilDate(at)),
          books: await booksOf(database, account, collected),
        });
        const name = create(`Выписка ${query.from} – ${query.to}.pdf`, { fallback: `statement-${query.from}-${query.to}.pdf` });
        return {
          body: Buffer.from(await drawPaper({ paper, publicUrl })),
          headers: { 'Content-Disposition': name, 'Content-Security-Policy': FILE_POLICY },
        };
      },
    }),
  ];
};
