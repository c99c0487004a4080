import { connect, createServer } from 'node:net';

/** The services of a stack and their default ports, all on 127.0.0.1. */
export const usualPorts = {
  api: 3000,
  metrics: 9464,
  postgresql: 54320,
  smtp: 1025,
  mailbox: 1080,
  mailboxInside: 1081,
  payments: 4100,
  sms: 4200,
  timestamps: 4300,
  authority: 4400,
  malware: 3310,
  temporal: 7233,
  temporalUi: 8233,
  temporalHttp: 7243,
  temporalHistory: 7234,
  temporalMatching: 7235,
  temporalWorker: 7239,
  frontendMembership: 6933,
  historyMembership: 6934,
  matchingMembership: 6935,
  workerMembership: 6939,
};

export type Ports = typeof usualPorts;

/** Chooses ports. Development: the default ports, or the next free one if a port is taken. Tests: any free ports. */
export async function choosePorts(purpose: 'development' | 'test'): Promise<Ports> {
  const chosen: Ports = { ...usualPorts };
  const given = new Set<number>();
  for (const name of Object.keys(usualPorts) as (keyof Ports)[]) {
    let port = purpose === 'test' ? anyPort() : usualPorts[name];
    while (given.has(port) || !(await isFree(port))) port = purpose === 'test' ? anyPort() : port + 1;
    given.add(port);
    chosen[name] = port;
  }
  return chosen;
}

// Below the ephemeral port ranges, because an outgoing connection could take such a port before it is listened on.
function anyPort(): number {
  return 10_000 + Math.floor(Math.random() * 22_000);
}

async function isFree(port: number): Promise<boolean> {
  return (await canListen(port)) && !(await answers(port));
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

// On some systems a program may listen on 127.0.0.1 although another one has the port on all addresses.
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
