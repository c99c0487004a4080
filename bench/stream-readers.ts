// Reads many streams of server-sent events, and says when each item came: a process of its own beside bench/stream.ts.
import { request } from 'node:http';

interface Order {
  url: string;
  /** The value of `Authorization` of each stream. */
  readers: string[];
}

process.once('message', ({ url, readers }: Order) => {
  let open = 0;
  for (const authorization of readers) {
    const asked = request(url, { headers: { authorization }, agent: false }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const _ of text.matchAll(/^data: /gm)) process.send?.({ at: performance.timeOrigin + performance.now() });
      });
      if (++open === readers.length) process.send?.({ open });
    });
    asked.end();
  }
});
