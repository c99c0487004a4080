import { randomUUID } from 'node:crypto';
import { Client, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { System } from '../system.ts';
import { accept, approve, bareTask, confirm, post, report, start, submit } from './workflow.ts';

export const BARE_QUEUE = 'bench-bare';

/** Drives the bare task with the best known tuning: Update-with-Start begins the run, and the client uses the native connection. */
export async function openBare({
  TEMPORAL_ADDRESS: address = '',
  TEMPORAL_NAMESPACE: namespace = '',
}: Record<string, string>): Promise<System> {
  const connection = await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
  const client = new Client({ connection, namespace });
  const customer = { actor: randomUUID(), version: 1 };
  const contractor = { actor: randomUUID(), version: 1 };
  return {
    name: 'bare',
    client,
    async live(act) {
      const workflowId = `bare/${randomUUID()}`;
      const startWorkflowOperation = new WithStartWorkflowOperation(bareTask, {
        workflowId,
        taskQueue: BARE_QUEUE,
        workflowIdConflictPolicy: 'FAIL',
      });
      await act(() => client.workflow.executeUpdateWithStart(post, { args: [customer], startWorkflowOperation }));
      const task = await startWorkflowOperation.workflowHandle();
      await act(() => task.executeUpdate(accept, { args: [contractor] }));
      await act(() => task.executeUpdate(start, { args: [contractor] }));
      await act(() => task.executeUpdate(submit, { args: [contractor] }));
      await act(() => task.executeUpdate(approve, { args: [customer] }));
      await act(() => task.executeUpdate(report, { args: [customer] }));
      await act(() => task.executeUpdate(confirm, { args: [contractor] }));
      await task.result();
      return workflowId;
    },
    close: () => connection.close(),
  };
}
