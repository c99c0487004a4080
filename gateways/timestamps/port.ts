/** The port to an authority that stamps the time (RFC 3161). */
export interface Stamped {
  /** The authority's reply byte for byte: a `TimeStampResp` in DER. */
  reply: Buffer;
  /** The moment that it certifies. */
  at: Date;
}

export interface Timestamps {
  /** Has a document stamped, and checks the reply. @throws if the authority is away, refuses, or sends what does not hold. */
  stamp(document: Uint8Array): Promise<Stamped>;
}
