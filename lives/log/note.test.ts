import { checkpointText, createSigningKey, openCheckpoint, openNote, openSigner } from './note.ts';

/** The key and the note of the documentation of Go's `golang.org/x/mod/sumdb/note`. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test('a note that Go has signed is the note that we sign, and it opens', () => {
  const text = NOTE.slice(0, NOTE.indexOf('\n\n') + 1);
  const signer = openSigner(PETERS_SECRET);
  expect(signer.publicKey).toBe(PETER);
  expect(signer.sign(text)).toBe(NOTE);
  expect(openNote(NOTE, [PETER])).toBe(text);
});

test('a note that is changed, or signed by another key of the same name, does not open', () => {
  expect(() => openNote(NOTE.replace('think', 'thank'), [PETER])).toThrow('no known key');
  expect(() => openNote(NOTE, [openSigner(createSigningKey('PeterNeumann')).publicKey])).toThrow('no known key');
  expect(() => openNote(NOTE, [])).toThrow('no known key');
  expect(() => openSigner(PETERS_SECRET.replace('c74f20a3', 'c74f20a4'))).toThrow('damaged');
});

test('a checkpoint says origin, size and root, and an older key still opens it', () => {
  const [before, now] = [openSigner(createSigningKey('example.com/log')), openSigner(createSigningKey('example.com/log'))];
  const root = Buffer.alloc(32, 7);
  const note = before.sign(checkpointText({ origin: 'example.com/log', size: 12, root }));
  expect(openCheckpoint(note, [now.publicKey, before.publicKey])).toEqual({ origin: 'example.com/log', size: 12, root });
  expect(() => openCheckpoint(NOTE, [PETER])).toThrow('no checkpoint');
});
