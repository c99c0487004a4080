/** The SDK's native runtime. It keeps a process alive, so it ends with the last of those that use it. */
import { DefaultLogger, Runtime } from '@temporalio/worker';

let users = 0;

/** Begins to use the runtime. Await the returned function when it is no longer used. */
export function useRuntime(): () => Promise<void> {
  if (users === 0) Runtime.install({ logger: new DefaultLogger('ERROR') });
  users += 1;
  return async () => {
    users -= 1;
    if (users === 0) await Runtime.instance().shutdown();
  };
}
