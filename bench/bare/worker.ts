// Runs the bare task's workflow in a separate process, like the product's worker.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '', TASK_QUEUE: taskQueue = '' } = process.env;

const logger = new DefaultLogger('WARN');
Runtime.install({ logger, shutdownSignals: ['SIGINT', 'SIGTERM'] });
const connection = await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue,
  workflowBundle: await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)), logger }),
  activities: { notify: async (): Promise<void> => {} },
});
await worker.run();
await connection.close();
