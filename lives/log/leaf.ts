/** A leaf of the log: where the chain of a life stood. */
import canonicalize from 'canonicalize';

export interface Leaf {
  life: string;
  /** The number of the last event. */
  seq: number;
  /** Its hash. It covers every event before it. */
  head: string;
}

/** The bytes that the tree hashes: RFC 8785 JSON with exactly these three members. */
export const leafBytes = ({ life, seq, head }: Leaf): Buffer => Buffer.from(canonicalize({ life, seq, head }) as string);
