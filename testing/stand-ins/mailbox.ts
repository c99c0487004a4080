import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { readFrom } from './read.ts';

export interface Letter {
  subject: string;
  text: string;
  headers: Record<string, string>;
  to: { address: string }[];
}

/** The emails to an address in the test stack's mailbox. */
export async function lettersTo(address: string): Promise<Letter[]> {
  return (await readFrom<Letter[]>(`${process.env.MAILBOX_URL}/api/email`)).filter(({ to }) =>
    to.some((reader) => reader.address === address),
  );
}

interface MailServer {
  url: string;
  accepted: string[];
  close(): Promise<void>;
}

/** A mail server that answers the first recipients with these SMTP replies, and accepts every email after that. */
export const openMailServer = (...replies: string[]): Promise<MailServer> => openServer({ RCPT: replies, MAIL: [] });

/** A mail server that permanently refuses our sender, this many times. */
export const openMailServerAgainstUs = (times: number): Promise<MailServer> =>
  openServer({ RCPT: [], MAIL: Array.from({ length: times }, () => '550 sender not allowed') });

async function openServer(replies: { RCPT: string[]; MAIL: string[] }): Promise<MailServer> {
  const accepted: string[] = [];
  const server = createServer((socket) => {
    let inLetter = false;
    const say = (word: string): void => void socket.write(`${word}\r\n`);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        if (inLetter) {
          if (line.toLowerCase().startsWith('message-id:')) accepted.push(line.slice(line.indexOf('<')));
          if (line !== '.') continue;
          inLetter = false;
          say('250 accepted');
        } else if (line.startsWith('RCPT')) say(replies.RCPT.shift() ?? '250 yes');
        else if (line.startsWith('MAIL')) say(replies.MAIL.shift() ?? '250 yes');
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
    accepted,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
