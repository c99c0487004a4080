import { createTransport } from 'nodemailer';
import type { Mail } from './port.ts';
import { Undeliverable } from './port.ts';

const FROM = 'AkJet <no-reply@akjet.kz>';
/** Timeout of the connection, the greeting and the socket each, in milliseconds. */
const TIMEOUT = 5_000;

/** A permanent refusal of these concerns this email. Any other concerns our login, our sender or our connection, and may pass. */
const ABOUT_THE_EMAIL = ['RCPT TO', 'DATA'];

/** Email over SMTP. The connection is reused. */
export function smtpMail(url: string): Mail {
  const limits = { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT };
  const transport = createTransport({ url, pool: true, ...limits }, { from: FROM });
  return {
    close: () => transport.close(),
    async send({ id, to, subject, text }) {
      try {
        const { response } = await transport.sendMail({ to, subject, text, messageId: `<${id.replaceAll('/', '.')}@akjet.kz>` });
        return response;
      } catch (error) {
        const { responseCode, command } = error as { responseCode?: number; command?: string };
        if (responseCode !== undefined && responseCode >= 500 && ABOUT_THE_EMAIL.includes(command ?? ''))
          throw new Undeliverable(String(error));
        throw error;
      }
    },
  };
}
