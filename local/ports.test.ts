import { once } from 'node:events';
import { createServer } from 'node:net';
import { choosePorts, usualPorts } from './ports.ts';

describe('the ports of a stack', () => {
  it('are replaced by the next free ones if they are taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = typeof address === 'object' && address ? address.port : 0;
    const usual = { ...usualPorts };
    try {
      Object.assign(usualPorts, { api: taken, metrics: taken });
      const { api, metrics } = await choosePorts('development');
      expect(api).toBeGreaterThan(taken);
      expect(metrics).toBeGreaterThan(api);
    } finally {
      Object.assign(usualPorts, usual);
      server.close();
    }
  });

  it('are arbitrary and all different for tests', async () => {
    const chosen = Object.values(await choosePorts('test'));
    expect(new Set(chosen).size).toBe(Object.keys(usualPorts).length);
  });
});
