/** The payment orders of social transfers, as entries of a bank's statement are compared with them. */
import type { Sequelize } from 'sequelize';
import { unpaidOf } from '../../charts/social-transfer/chart.ts';
import type { SocialTransferContext } from '../../charts/social-transfer/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { activeTransfers } from '../../models/stores/social-transfer.ts';
import type { Due } from '../../rules/outflow-matching.ts';
import { nthOf, socialOrderNumber, socialPayeeOn } from '../../rules/social-order.ts';
import type { Component } from '../../rules/withholding.ts';
import { COMPONENTS } from '../../rules/withholding.ts';

type Line = Pick<Due, 'pays' | 'number' | 'nth' | 'amount'> & { component: Component };

const lineOf = (pays: string, { month, totals }: SocialTransferContext, component: Component): Line => ({
  ...{ pays, component, number: socialOrderNumber(month), nth: nthOf(component), amount: BigInt(totals[component]) },
});

/** What is still to be paid to the State. `identifier`: the BIN that an entry of this day names. */
export async function dueTransferLines(database: Sequelize, identifier: string | null, day: string): Promise<Due[]> {
  const [transfers, parameters] = await Promise.all([activeTransfers(database), readParameters(database)]);
  const isOfPayee = (component: Component) =>
    identifier === null ? null : socialPayeeOn(parameters, component, day).identifier === identifier;
  return transfers.flatMap(({ id, context }) =>
    unpaidOf(context).map((component) => ({ ...lineOf(id, context, component), order: id, isOfPayee: isOfPayee(component) })),
  );
}

/** What was paid, or is about to be, and may come back. */
export const returnableTransferLines = async (database: Sequelize): Promise<Line[]> =>
  (await activeTransfers(database)).flatMap(({ id, context }) =>
    COMPONENTS.filter((component) => context.totals[component] !== '0').map((component) => lineOf(id, context, component)),
  );
