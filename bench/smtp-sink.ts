// Accepts every letter and stores none: node bench/smtp-sink.ts PORT
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

createServer((socket) => {
  const say = (line: string): boolean => socket.write(`${line}\r\n`);
  let inLetter = false;
  socket.on('error', () => socket.destroy());
  say('220 sink');
  createInterface(socket).on('line', (line) => {
    if (inLetter && line !== '.') return;
    inLetter = /^data$/i.test(line);
    say(inLetter ? '354 go on' : '250 ok');
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
