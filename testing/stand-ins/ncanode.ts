/** A stand-in for NCANode 3: `POST /cms/verify` with the fields of its documentation, and its faults. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';

export interface StandInAnswer {
  status?: number;
  body?: object;
  /** Instead of JSON. */
  text?: string;
  redirect?: string;
  silent?: boolean;
}

/** What it says of a good certificate. */
export const certificateAnswer = {
  valid: true,
  revocations: [{ revoked: false, by: 'OCSP', revocationTime: null, reason: null, result: 'ACTIVE' }],
  ...{ notBefore: '2026-01-01T00:00:00.000+00:00', notAfter: '2027-01-01T00:00:00.000+00:00' },
  ...{ keyUsage: 'SIGN', serialNumber: '5a', signAlg: 'ECGOST3410-2015-512', keyUser: ['INDIVIDUAL'], publicKey: '', signature: '' },
  subject: { commonName: 'СЕРИКОВ НУРЛАН', surName: 'СЕРИКОВ', iin: '750912300013', country: 'KZ', dn: 'CN=СЕРИКОВ НУРЛАН' },
  issuer: { commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022' },
};

export async function openNcanode() {
  let next: StandInAnswer = {};
  const asked: unknown[] = [];
  const app = express();
  app.post('/cms/verify', express.json({ limit: '5mb' }), (request, response) => {
    asked.push(request.body);
    const { status = 200, body, text, redirect, silent } = next;
    if (silent) return;
    if (redirect !== undefined) return void response.redirect(307, redirect);
    response.set('Connection', 'close');
    response
      .status(status)
      .type('json')
      .send(text ?? JSON.stringify(body));
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The bodies of the requests. */
    asked,
    answer(answer: StandInAnswer) {
      next = answer;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
