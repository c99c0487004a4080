import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export interface Letter {
  subject: string;
  text: string;
  headers: Record<string, string>;
  to: { address: string }[];
}

/** The letters that lie in the stack's mailbox for an address. */
export async function lettersTo(address: string): Promise<Letter[]> {
  const answer = await fetch(`${process.env.MAILBOX_URL}/api/email`);
  return ((await answer.json()) as Letter[]).filter(({ to }) => to.some((reader) => reader.address === address));
}

/** A mail server that answers each recipient with the next of these words, and then takes every letter. */
export async function openMailServer(...words: string[]): Promise<{ url: string; taken: string[]; close(): Promise<void> }> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let inLetter = false;
    const say = (word: string): void => void socket.write(`${word}\r\n`);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        if (inLetter) {
          if (line.toLowerCase().startsWith('message-id:')) taken.push(line.slice(line.indexOf('<')));
          if (line !== '.') continue;
          inLetter = false;
          say('250 taken');
        } else if (line.startsWith('RCPT')) say(words.shift() ?? '250 yes');
        else if (line === 'DATA') {
          inLetter = true;
          say('354 go on');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else say('250 yes');
      }
    });
    say('220 test');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
