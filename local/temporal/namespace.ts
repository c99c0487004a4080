import { Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { CONTRACTOR, CUSTOMER, LIFE_KIND, LIFE_STATE, NEXT_DEADLINE } from '../../lives/temporal-protocol.ts';
import type { TemporalConnection } from '../../temporal-connection.ts';
import type { Processes } from '../processes.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;

/** The gRPC status code. */
const notFound = 5;

const searchAttributes = [LIFE_KIND, LIFE_STATE, NEXT_DEADLINE, CUSTOMER, CONTRACTOR];

/** Waits for the server, creates the missing namespace and search attributes, and waits until they are usable. */
export async function prepareNamespace(
  processes: Pick<Processes, 'until'>,
  temporal: TemporalConnection,
  namespace: string,
): Promise<void> {
  const connection = await processes.until(`Temporal at ${temporal.address}`, () =>
    Connection.connect({ ...temporal, connectTimeout: 2_000 }),
  );
  try {
    const { workflowService, operatorService } = connection;
    await processes.until('The namespace', async () => {
      const found = await workflowService.describeNamespace({ namespace }).catch(unlessMissing);
      if (!found) await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('30 days') });
    });
    await processes.until('The search attributes', async () => {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      const missing = searchAttributes.filter(({ name }) => customAttributes?.[name] === undefined);
      const types = missing.map(({ name, type }) => [name, IndexedValueType[`INDEXED_VALUE_TYPE_${type}`]]);
      if (missing.length > 0) await operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(types) });
    });
    await processes.until('The namespace', () =>
      workflowService.listWorkflowExecutions({ namespace, query: `${LIFE_KIND.name} = 'any'`, pageSize: 1 }),
    );
  } finally {
    await connection.close();
  }
}

function unlessMissing(error: unknown): undefined {
  if (isGrpcServiceError(error) && error.code === notFound) return undefined;
  throw error;
}
