/** NCALayer as its documents describe it, on a page of a test: it tells its version, then signs what it is given, or what its user does instead. */
import type { Page } from 'playwright-core';

interface Asked {
  module: string;
  method: string;
  args: { format: string; data: string };
}

/** A signature in base64 of what is given, or what happens instead. */
export type Behaviour = ((document: Buffer) => string) | 'cancels' | 'away';

/** From now on the page finds this NCALayer. The last one that was put counts. */
export async function putNcaLayer(page: Page, behaviour: Behaviour): Promise<void> {
  await page.routeWebSocket('wss://127.0.0.1:13579/', (socket) => {
    if (behaviour === 'away') return void socket.close();
    socket.onMessage((message) => {
      const { module, method, args } = JSON.parse(String(message)) as Asked;
      if (module !== 'kz.gov.pki.knca.basics' || method !== 'sign' || args.format !== 'cms')
        return socket.send(JSON.stringify({ status: false, code: '404', message: 'MODULE_NOT_FOUND' }));
      const body = behaviour === 'cancels' ? {} : { result: [behaviour(Buffer.from(args.data, 'base64'))] };
      socket.send(JSON.stringify({ status: true, body }));
    });
    socket.send(JSON.stringify({ result: { version: '1.4' } }));
  });
}
