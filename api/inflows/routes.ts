/** Money that came to the operator's account: the finance staff import the bank's statements and say what is for what (5.1). */
import type { CameBack } from '../../charts/effects.ts';
import { lifeTypes } from '../../charts/index.ts';
import { differenceOf } from '../../charts/inflow/chart.ts';
import type { InflowContext, Settlement } from '../../charts/inflow/types.ts';
import { lifeNow } from '../../lives/external-event.ts';
import { kindOf, lifeOfPublicId, localIdOf, publicIdOf, socialTransferLife } from '../../lives/ids.ts';
import { findAccount } from '../../models/stores/account.ts';
import { payableBy } from '../../models/stores/inflow.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import { numbersIn, ranked } from '../../rules/inflow-matching.ts';
import { feeTermsAt } from '../../rules/provider-fee.ts';
import type { Component } from '../../rules/withholding.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import { requireRole, staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { standsInRegister } from '../social-transfers/stands-in-register.ts';
import { importStatement, readStatement } from './import.ts';
import { providerHolds } from './provider-holds.ts';
import { ERASED, saidOf } from './said.ts';
import type { PAYABLE_KINDS } from './schema.ts';
import { COMMANDS, Imported, ImportStatement, InflowFacts } from './schema.ts';

/** What came back with it: a payout, or what of a social transfer. */
function backAs(cameBack: CameBack | undefined) {
  if (cameBack === undefined) return { payout: null, transfer: null };
  if ('payout' in cameBack) return { payout: publicIdOf(cameBack.payout), transfer: null };
  const { transfer, component, contractor = null } = cameBack;
  return { payout: null, transfer: { month: localIdOf(transfer), component, contractor } };
}
const shown = (life: string) => ({ kind: kindOf(life) as (typeof PAYABLE_KINDS)[number], id: publicIdOf(life) });
const presentSettlement = ({ provider, fee, contract }: Settlement) => ({
  ...{ provider, fee: money(fee), basisPoints: contract?.basisPoints ?? null },
});

export function inflowRoutes(platform: Platform): Route[] {
  const { lives, operatorEntity } = platform;
  const { database } = lives;

  const isOfCustomer = (account: string) => async () =>
    (await findAccount(database, account))?.roles.includes('customer') ? undefined : refusalBy('accountIsCustomer');

  const resource: Resource<InflowContext> = {
    kind: 'inflow',
    path: 'inflows',
    type: lifeTypes.inflow,
    commands: COMMANDS,
    facts: InflowFacts,
    partyIn: (_, session) => (session.roles.includes('operator') ? 'operator' : undefined),
    async prepare(name, body, { id }) {
      if (name === 'match') return { pays: lifeOfPublicId(String(body.kind), String(body.id)) };
      if (name === 'settle' || name === 'acceptDifference') {
        const context = (await lifeNow(lives, id))?.context as InflowContext;
        if (name === 'acceptDifference') return { ...body, ...differenceOf(context) };
        const contract = feeTermsAt(await readParameters(database), String(body.provider), context.on);
        return { ...body, ...(contract && { contract }) };
      }
      if (name === 'takeReturn') return { ...body, payout: lifeOfPublicId('payout', String(body.payout)) };
      return name === 'takeTransferReturn' ? { ...body, transfer: socialTransferLife(String(body.transfer)) } : body;
    },
    conditions(name, body, { row }) {
      const { amount, settlement } = (row.snapshot as { context: InflowContext }).context;
      if (name === 'keep') return [isOfCustomer(String(body.customer))];
      if (name === 'settle') return [providerHolds(body as unknown as Settlement, amount)];
      if (name === 'acceptDifference') return settlement === undefined ? [] : [providerHolds(settlement, amount)];
      if (name !== 'takeTransferReturn' || body.contractor === undefined) return [];
      const { transfer, contractor, component } = body as { transfer: string; contractor: string; component: Component };
      return [standsInRegister({ transfer: socialTransferLife(transfer), account: contractor, component }, BigInt(amount))];
    },
    async present({ amount, on, entry, pays, cameBack, settlement, short }) {
      const said = await saidOf(database, entry);
      const numbers = numbersIn(said?.purpose ?? '');
      const { identifier = null, purpose = '' } = said ?? {};
      const payable = (pays ?? cameBack) === undefined ? await payableBy(database, { numbers, identifier, amount }) : [];
      const paid = { amount: BigInt(amount), identifier, purpose };
      const candidates = ranked(
        paid,
        payable.map((each) => ({ ...each, left: BigInt(each.left) })),
      );
      return {
        ...{ amount: money(amount), on, ...(said ?? ERASED) },
        pays: pays === undefined ? null : shown(pays),
        ...backAs(cameBack),
        settlement: settlement === undefined ? null : presentSettlement(settlement),
        short: short === undefined ? null : money(short),
        candidates: candidates.map(({ id, number, because }) => ({ ...shown(id), paperNumber: number, because })),
      };
    },
  };

  const bring = route({
    method: 'post',
    path: '/v1/operator/statements',
    operation: 'importStatement',
    summary:
      "Import a statement of the operator's account (5.1, 5.2). What is for an invoice or a debt, or paid or sent back a payout or social payments, beyond doubt is applied to it, the rest is work. The entries are the idempotency key",
    access: 'staff',
    body: ImportStatement,
    answers: { 200: Imported },
    problems: ['wrong-party', 'role-missing', 'step-up-needed', 'rule-refused'],
    async handle({ body: { format, text }, session, language }) {
      staffOnly(session, 'wrong-party', '5.1');
      requireRole(session, 'operator', staff('money', 'finance'));
      const statement = readStatement(format, text, operatorEntity.bank?.iban);
      if (statement === 'statementIsOurs') throw new Problem('rule-refused', ruleOf('statementIsOurs', language, '5.1'));
      if ('line' in statement) throw new Problem('rule-refused', { ...ruleOf('statementIsRead', language, '5.1'), line: statement.line });
      const { sums, paid, late, ...counts } = await importStatement(platform, text, statement);
      // What is of other months was entered: once the month is open, the same statement enters the rest.
      if (late > 0) throw new Problem('rule-refused', { ...ruleOf('monthIsOpen', language), late });
      return { body: { ...counts, sums: money(sums), paid: money(paid) } };
    },
  });

  return [bring, ...lifeRoutes(platform, resource)];
}
