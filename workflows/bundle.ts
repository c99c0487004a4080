import { fileURLToPath } from 'node:url';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * A run knows nothing that the database does not know. One that stumbles, or whose history the present code cannot read, ends; by the terms it
 * was started with (`lives/dispatch.ts`) the engine begins another in its place, which asks where the life stands.
 */
export const failAndRestart = { workflowFailureErrorTypes: { '*': ['Error'] } };

/** Workflows as one script for the sandbox; the tests bundle more than the product's. Takes one to three seconds. */
export const bundleWorkflows = (entry = new URL('./index.ts', import.meta.url)): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(entry),
    payloadConverterPath: pathOf('./payloads.ts'),
    logger: new DefaultLogger('WARN'),
  });
