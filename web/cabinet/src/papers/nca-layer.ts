/** Signing with a key of the National Certification Authority: NCALayer, a program on the user's computer, listens at this address and asks for the key. */
const ADDRESS = 'wss://127.0.0.1:13579/';
/** The purpose of a key for signing; a key for logging in has another. */
const FOR_SIGNING = '1.3.6.1.5.5.7.3.4';

/** Why NCALayer gave no signature. `words` are its own. */
export class NcaLayerTrouble extends Error {
  readonly kind: 'away' | 'cancelled' | 'refused';
  constructor(kind: NcaLayerTrouble['kind'], words = '') {
    super(words);
    this.kind = kind;
  }
}

interface Answer {
  status?: boolean;
  code?: string;
  message?: string;
  body?: { result?: string | string[] };
}

/** @returns a detached CMS with a time stamp in base64. @throws NcaLayerTrouble */
export async function signWithNcaLayer(base64: string, language: string): Promise<string> {
  const socket = openSocket();
  try {
    await next(socket, 'away'); // It tells its version first.
    const signingParams = { decode: true, encapsulate: false, digested: false, tsaProfile: {} };
    const signerParams = { extKeyUsageOids: [FOR_SIGNING], chain: [] };
    const args = { allowedStorages: null, format: 'cms', data: base64, signingParams, signerParams, locale: language };
    socket.send(JSON.stringify({ module: 'kz.gov.pki.knca.basics', method: 'sign', args }));
    const { status, code, message, body } = await next(socket, 'cancelled');
    if (!status) throw new NcaLayerTrouble('refused', message ?? code);
    const [signature] = [body?.result ?? []].flat();
    if (signature === undefined) throw new NcaLayerTrouble('cancelled');
    return signature.replaceAll(/-----[A-Z0-9 ]+-----|\s/g, '');
  } finally {
    socket.close();
  }
}

function openSocket(): WebSocket {
  try {
    return new WebSocket(ADDRESS);
  } catch {
    throw new NcaLayerTrouble('away');
  }
}

/** The next message. `closed` says what it means where the socket closes instead. */
const next = (socket: WebSocket, closed: NcaLayerTrouble['kind']): Promise<Answer> =>
  new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)) as Answer);
    socket.onclose = () => reject(new NcaLayerTrouble(closed));
  });
