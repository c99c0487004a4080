/** The SDK's native runtime. It keeps the process alive, so the last user shuts it down. */
import { DefaultLogger, Runtime } from '@temporalio/worker';

let users = 0;

/** Registers a user of the runtime. Await the returned function to release it. */
export function useRuntime(): () => Promise<void> {
  if (users === 0) Runtime.install({ logger: new DefaultLogger('ERROR') });
  users += 1;
  return async () => {
    users -= 1;
    if (users === 0) await Runtime.instance().shutdown();
  };
}
