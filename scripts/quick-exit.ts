/**
 * Loaded into jest and its workers by scripts/test.ts. A worker that has nothing left to do would free its whole heap first, which takes longer than
 * the half second that jest grants it on a busy machine. Jest would then report a leak. A worker with an open handle never comes here.
 */
if (process.env.JEST_WORKER_ID !== undefined) process.once('exit', () => process.kill(process.pid, 'SIGKILL'));
