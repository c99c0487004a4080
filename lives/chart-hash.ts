/** Which law an event was made under: each event of the chain names the chart by this hash. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LifeType } from '../charts/life-type.ts';
import type { PublishedChart, PublishedState } from '../charts/publish.ts';
import { published } from '../charts/publish.ts';

/** A chart without its words: a better wording is not another law. */
export interface ChartForm extends Omit<PublishedChart, 'states' | 'words'> {
  states: Omit<PublishedState, 'words'>[];
}

/** The form of a chart that is kept, and what stands for it: lower-case hex SHA-256 of its RFC 8785 JSON. */
export function chartHash(law: LifeType): { hash: string; form: ChartForm } {
  const { words: _, states, ...rest } = published(law);
  const form = { ...rest, states: states.map(({ words: __, ...state }) => state) };
  const hash = createHash('sha256')
    .update(canonicalize(form) ?? '', 'utf8')
    .digest('hex');
  return { hash, form };
}
