/** The bytes of a paper in the browser: to read, to save, and to sign. */

export interface ReadPaper {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where this page alone finds them. */
  address: string;
  /** Whether they have the hash that is signed. */
  isTrue: boolean;
}

export async function readPaper(buffer: ArrayBuffer, sha256: string): Promise<ReadPaper> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = URL.createObjectURL(new Blob([buffer], { type: 'application/pdf' }));
  return { bytes: new Uint8Array(buffer), address, isTrue: hex === sha256 };
}

/** Has the browser save bytes as a file. */
export function saveAs(bytes: ArrayBuffer, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Bytes in base64, as NCALayer and the API take them. */
export function base64Of(bytes: Uint8Array): string {
  // One by one: a spread of a whole file is more than a call takes.
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A signature in a file: DER, the same in base64, or PEM. Returns base64. */
export function signatureIn(bytes: Uint8Array): string {
  const SEQUENCE = 0x30;
  if (bytes[0] === SEQUENCE && bytes.some((byte) => byte > 0x7f)) return base64Of(bytes);
  return new TextDecoder().decode(bytes).replaceAll(/-----[A-Z0-9 ]+-----|\s/g, '');
}
