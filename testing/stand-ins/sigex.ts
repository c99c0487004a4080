/**
 * A stand-in for SIGEX: the three requests of its documentation for signing by QR, with its faults, and the phone of whoever reads the code. What cannot
 * be done is answered with 200 and a `message`, as there.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import express from 'express';
import { openFaults } from '../../local/payments/faults.ts';

/**
 * `broken`: 500. `silent`: no answer, ever. `lost`: it is done, and the connection breaks before the answer. `stranger`: the addresses of the procedure are
 * those of somebody else. `elsewhere`: a redirect.
 */
export type SigexFault = 'broken' | 'silent' | 'lost' | 'stranger' | 'elsewhere';

interface Documents {
  signMethod: string;
  documentsToSign: { nameRu: string; meta: object[]; document: { file: { mime: string; data: string } } }[];
}

interface Procedure {
  description: string;
  expireAt: number;
  /** The phone has read the code. */
  opened: boolean;
  documents?: Documents;
  answer?: object;
}

/** Milliseconds between two looks at a procedure, and for which a request is held before its connection is cut. */
const LOOK = 20;
const HOLD = 700;

export async function openSigexStandIn() {
  const faults = openFaults<SigexFault>();
  const procedures = new Map<string, Procedure>();
  const asked: string[] = [];
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  app.use(express.json({ limit: '20mb' }));
  app.use('/api/egovQr', (request, response, next) => {
    const about = `${request.method} ${request.path === '/' ? 'register' : 'procedure'}`;
    asked.push(about);
    response.set('Connection', 'close');
    if (faults.strikes('silent', about)) return;
    if (faults.strikes('broken', about)) return void response.status(500).send('<h1>500</h1>');
    if (faults.strikes('elsewhere', about)) return void response.redirect(307, `${url}/api/egovQr`);
    next();
  });

  /** Holds a request until there is something to say, or cuts the connection. */
  const hold = async (response: Response, id: string, answerOf: (procedure: Procedure) => object | undefined): Promise<void> => {
    for (const end = performance.now() + HOLD; performance.now() < end && !response.closed; await pause(LOOK)) {
      const procedure = procedures.get(id);
      if (procedure === undefined) return void response.json({ message: 'Процедура подписания не найдена' });
      if (procedure.expireAt < Date.now()) return void response.json({ message: 'Срок действия процедуры подписания истёк' });
      const answer = answerOf(procedure);
      if (answer !== undefined) return void response.json(answer);
    }
    response.destroy();
  };

  app.post('/api/egovQr', (request, response) => {
    const { description } = request.body as { description?: string };
    if (!description) return void response.json({ message: 'Не указано описание' });
    const id = randomUUID();
    const expireAt = Date.now() + 300_000;
    procedures.set(id, { description, expireAt, opened: false });
    const at = faults.strikes('stranger', 'POST register') ? 'http://127.0.0.1:9' : url;
    response.json({
      ...{ expireAt, qrCode: Buffer.from(`GIF89a ${id}`).toString('base64') },
      ...{ dataURL: `${at}/api/egovQr/${id}`, signURL: `${at}/api/egovQr/${id}` },
      eGovMobileLaunchLink: `https://mgovsign.page.link/?link=${encodeURIComponent(`${url}/${id}`)}`,
      eGovBusinessLaunchLink: `https://egovbusiness.page.link/?link=${encodeURIComponent(`${url}/${id}`)}`,
    });
  });
  app.post('/api/egovQr/:id', async (request, response) => {
    const { id } = request.params;
    await hold(response, id, (procedure) => {
      if (procedure.documents !== undefined) return { message: 'Данные уже отправлены' };
      if (!procedure.opened) return undefined;
      procedure.documents = request.body as Documents;
      if (faults.strikes('lost', 'POST procedure')) return void response.destroy();
      return { signURL: `${url}/api/egovQr/${id}` };
    });
  });
  app.get('/api/egovQr/:id', (request, response) => hold(response, request.params.id, ({ answer }) => answer));

  return {
    url,
    /** The requests, as faults match them. */
    asked,
    /** Makes the next matching requests faulty: `POST register`, `POST procedure`, `GET procedure`. */
    wish: (fault: SigexFault, about: string, times = 1): void => faults.wish({ fault, about, times }),
    /** The phone of whoever follows a link. */
    phone(link: string) {
      const id = decodeURIComponent(link).split('/').at(-1) ?? '';
      const procedure = procedures.get(id) as Procedure;
      return {
        description: procedure.description,
        /** Reads the code, and waits for the document. */
        async open(): Promise<Documents> {
          procedure.opened = true;
          while (procedure.documents === undefined) await pause(LOOK);
          return procedure.documents;
        },
        /** Sends the document back with the signature in its place. */
        sign(cms: string): void {
          const { signMethod, documentsToSign = [] } = procedure.documents ?? {};
          const signed = documentsToSign.map((each) => ({ ...each, document: { file: { mime: '', data: cms } } }));
          procedure.answer = { signMethod, documentsToSign: signed, version: 2 };
        },
        cancel(): void {
          procedure.answer = { status: 'CANCELED' };
        },
        expire(): void {
          procedure.expireAt = 0;
        },
      };
    },
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}

export type SigexStandIn = Awaited<ReturnType<typeof openSigexStandIn>>;
