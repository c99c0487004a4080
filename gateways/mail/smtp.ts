import { createTransport } from 'nodemailer';
import type { Mail } from './port.ts';
import { Undeliverable } from './port.ts';

const FROM = 'AkJet <no-reply@akjet.kz>';
/** Milliseconds for each of connecting, greeting and talking. */
const PATIENCE = 5_000;

/** Mail by SMTP. The connection is kept between letters. */
export function smtpMail(url: string): Mail {
  const limits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const transport = createTransport({ url, pool: true, ...limits }, { from: FROM });
  return {
    close: () => transport.close(),
    async send({ id, to, subject, text }) {
      try {
        const { response } = await transport.sendMail({ to, subject, text, messageId: `<${id.replaceAll('/', '.')}@akjet.kz>` });
        return response;
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        if (responseCode !== undefined && responseCode >= 500) throw new Undeliverable(String(error));
        throw error;
      }
    },
  };
}
