/** A time stamp authority (RFC 3161) with a root and a certificate of its own. Made up: nobody outside this machine trusts it. */
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { Integer, Null, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  Accuracy,
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** An arc for private use: no policy that anybody has published. */
const POLICY = '1.3.6.1.4.1.99999.1';
const YEAR = 365 * 86_400_000;

type KeyPair = webcrypto.CryptoKeyPair;

export interface Authority {
  /** PEM of the root. */
  root: string;
  /** Replies to a request in DER. The changes are what a faulty authority does. */
  reply(request: Uint8Array, changes?: { nonce?: Buffer; document?: Buffer; refuse?: boolean; at?: Date }): Promise<Buffer>;
}

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer as ArrayBuffer;

const newNumber = (): Integer => new Integer({ valueHex: toBuffer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])) });

const newKeys = (): Promise<KeyPair> =>
  webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']) as Promise<KeyPair>;

const named = (text: string): AttributeTypeAndValue =>
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: text }) });

/** An extension of a certificate. */
const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

async function certificate(
  of: { name: string; keys: KeyPair },
  by: { name: string; keys: KeyPair },
  extensions: Extension[],
): Promise<Certificate> {
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = newNumber();
  made.issuer.typesAndValues.push(named(by.name));
  made.subject.typesAndValues.push(named(of.name));
  made.notBefore.value = new Date(Date.now() - 86_400_000);
  made.notAfter.value = new Date(Date.now() + 10 * YEAR);
  made.extensions = extensions;
  await made.subjectPublicKeyInfo.importKey(of.keys.publicKey);
  await made.sign(by.keys.privateKey, 'SHA-256');
  return made;
}

/** What an authority keeps: its root as PEM, its own certificate and private key in base64. */
export interface Kept {
  root: string;
  certificate: string;
  key: string;
}

const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');

/** Creates an authority, with new keys. */
export async function createAuthority(name = 'Вымышленная служба меток времени'): Promise<Kept> {
  const [rootKeys, keys] = await Promise.all([newKeys(), newKeys()]);
  const root = { name: `${name}: корень`, keys: rootKeys };
  const rootCertificate = await certificate(root, root, [
    extension('2.5.29.19', true, new BasicConstraints({ cA: true }).toSchema()),
    // Signs certificates and lists of revoked ones.
    extension('2.5.29.15', true, bits(0x06, 1)),
  ]);
  const own = await certificate({ name, keys }, root, [
    extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema()),
    // Signs.
    extension('2.5.29.15', true, bits(0x80, 7)),
  ]);
  const lines = base64(rootCertificate.toSchema().toBER()).match(/.{1,64}/g) ?? [];
  return {
    root: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    certificate: base64(own.toSchema().toBER()),
    key: base64(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

export async function openAuthority({ root, certificate: der, key: pkcs8 }: Kept): Promise<Authority> {
  const own = Certificate.fromBER(new Uint8Array(Buffer.from(der, 'base64')));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await webcrypto.subtle.importKey('pkcs8', Buffer.from(pkcs8, 'base64'), algorithm, true, ['sign']);
  return {
    root,
    async reply(bytes, { nonce, document, refuse, at = new Date() } = {}) {
      if (refuse) return refusal();
      const request = TimeStampReq.fromBER(new Uint8Array(bytes));
      const info = new TSTInfo({
        version: 1,
        policy: POLICY,
        messageImprint: document ? imprintOf(document) : request.messageImprint,
        serialNumber: newNumber(),
        genTime: at,
        accuracy: new Accuracy({ seconds: 1 }),
        ...((nonce ?? request.nonce) && { nonce: nonce ? new Integer({ valueHex: toBuffer(nonce) }) : (request.nonce as Integer) }),
      });
      return granted(Buffer.from(info.toSchema().toBER()), own, key);
    },
  };
}

const imprintOf = (document: Buffer): MessageImprint =>
  new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
    hashedMessage: new OctetString({ valueHex: toBuffer(createHash('sha256').update(document).digest()) }),
  });

const bits = (byte: number, unused: number) => ({ toBER: (): ArrayBuffer => toBuffer(Buffer.of(0x03, 0x02, unused, byte)) });

const refusal = (): Buffer =>
  Buffer.from(
    new TimeStampResp({
      status: new PKIStatusInfo({ status: PKIStatus.rejection, statusStrings: [new Utf8String({ value: 'on demand' })] }),
    })
      .toSchema()
      .toBER(),
  );

/** The signed token (CMS) around a time stamp, in a reply. */
async function granted(info: Buffer, own: Certificate, key: webcrypto.CryptoKey): Promise<Buffer> {
  const digest = createHash('sha256').update(info).digest();
  const hashOfOwn = createHash('sha256').update(Buffer.from(own.toSchema().toBER())).digest();
  const attribute = (type: string, value: ObjectIdentifier | OctetString | Sequence) => new Attribute({ type, values: [value] });
  const namesOwn = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: toBuffer(hashOfOwn) })] })] })],
  });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: TST_INFO })),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: toBuffer(digest) })),
    attribute('1.2.840.113549.1.9.16.2.47', namesOwn),
  ];
  // Set afterwards: the constructor would split the octets, which DER does not allow.
  const content = new EncapsulatedContentInfo({ eContentType: TST_INFO });
  content.eContent = new OctetString({ valueHex: toBuffer(info) });
  const signed = new SignedData({
    version: 3,
    encapContentInfo: content,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [own],
  });
  await signed.sign(key, 0, 'SHA-256', toBuffer(info));
  const token = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  const reply = new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken: token });
  return Buffer.from(reply.toSchema().toBER());
}
