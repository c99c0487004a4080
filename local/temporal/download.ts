// Downloads the Temporal CLI into a folder: node local/temporal/download.ts FOLDER VERSION
// A separate program, because the SDK downloads only while it starts a server, and has no timeout.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

/** How long the download may make no progress, in milliseconds. */
const timeout = 20_000;

const [downloadDir, version] = process.argv.slice(2);
if (!downloadDir || !version) throw new Error('A folder and a version are needed.');

let progress = { size: 0, at: Date.now() };
setInterval(() => {
  const size = readdirSync(downloadDir).reduce((sum, name) => sum + statSync(join(downloadDir, name)).size, 0);
  if (size > progress.size) progress = { size, at: Date.now() };
  if (Date.now() - progress.at > timeout) process.exit(1);
}, 500);

const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version } },
});
await environment.teardown();
process.exit(0);
