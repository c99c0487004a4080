import { openMailServer } from '../../testing/stand-ins/mailbox.ts';
import { smtpMail } from './smtp.ts';

const letter = { id: 'task/1/2/0', to: 'reader@akjet.kz', subject: 'Work', text: 'Work waits.' };

test.each([
  ['without TLS goes out where nothing requires it', '', 1],
  ['does not go out in clear text where TLS is required', '?requireTLS=true', 0],
])('a letter to a server %s', async (_name, parameters, expected) => {
  const server = await openMailServer();
  const mail = smtpMail(server.url + parameters);
  await mail.send(letter).catch(() => undefined);
  expect(server.accepted).toHaveLength(expected);
  mail.close();
  await server.close();
});
