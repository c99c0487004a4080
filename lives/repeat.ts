/** Repeats work with a pause between the end of one round and the start of the next. The returned function ends it after the round in progress. */
export function repeat(work: () => Promise<unknown>, pause: number, onError: (error: unknown) => void): () => Promise<void> {
  let ended = false;
  let running: Promise<unknown> = Promise.resolve();
  const round = (): void => {
    running = work()
      .catch(onError)
      .then(() => {
        if (!ended) timer = setTimeout(round, pause);
      });
  };
  let timer = setTimeout(round, pause);
  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}
