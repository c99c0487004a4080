/**
 * Runs CPU-bound work apart from the event loop, in a thread or a process of its own. One work at a time, and few may wait. Mostly the thread stays for the
 * next work, because to load its modules takes longer than most works; one that breaks is ended, and the next work gets a new one.
 */
import type { Serializable } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Seconds. */
const PAUSE = 5;

/** Too many works wait already. */
export class TooManyWait extends Error {
  /** Seconds after which another try may succeed. */
  readonly retryAfter = PAUSE;
}

/** The work took too long or too much memory. Nothing of it is left. */
export class WorkBroken extends Error {}

interface Bounds {
  seconds: number;
  megabytes: number;
  /**
   * Each work has a process of its own, because somebody may have made the input to break it: Node cannot always end a thread that is out of memory, and
   * then ends the whole process.
   */
  afresh?: true;
}

const MOST_WAITING = 10;
/** Milliseconds after which an idle thread is ended. */
const IDLE = 60_000;

/**
 * @param module a file that answers each message of its parent with one message.
 * @returns a function that is given the input. It throws `TooManyWait`, and `WorkBroken` beyond the bounds.
 */
export function openApart<Input, Output>(module: URL, { seconds, megabytes, afresh }: Bounds): (input: Input) => Promise<Output> {
  let [last, waiting]: [Promise<unknown>, number] = [Promise.resolve(), 0];
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  async function work(input: Input): Promise<Output> {
    if (afresh) return inProcess(module, input, { seconds, megabytes });
    clearTimeout(idle);
    thread ??= new Worker(module, { env: {}, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    thread.ref();
    try {
      thread.postMessage(input);
      const [output] = await once(thread, 'message', { signal: AbortSignal.timeout(seconds * 1000) });
      thread.unref();
      idle = setTimeout(end, IDLE).unref();
      return output as Output;
    } catch (error) {
      end();
      const { code } = error as { code?: string };
      if (code === 'ABORT_ERR' || code === 'ERR_WORKER_OUT_OF_MEMORY') throw new WorkBroken(code);
      throw error;
    }
  }

  function end(): void {
    void thread?.terminate();
    thread = undefined;
  }

  return async (input) => {
    if (waiting >= MOST_WAITING) throw new TooManyWait('too many works wait');
    waiting += 1;
    const mine = last.then(() => work(input));
    last = mine.catch(() => undefined);
    return mine.finally(() => {
      waiting -= 1;
    });
  };
}

/** The process has none of this one's environment, and ends with its answer. */
async function inProcess<Input, Output>(module: URL, input: Input, { seconds, megabytes }: Bounds): Promise<Output> {
  const child = fork(module, [], {
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const signal = AbortSignal.timeout(seconds * 1000);
  const broken = once(child, 'exit', { signal }).then(() => {
    throw new WorkBroken('the process ended');
  });
  try {
    child.send(input as Serializable);
    const [output] = await Promise.race([once(child, 'message', { signal }), broken]);
    return output as Output;
  } catch (error) {
    if ((error as { code?: string }).code === 'ABORT_ERR') throw new WorkBroken('it took too long');
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}
