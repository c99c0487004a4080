import type { ComponentChildren } from 'preact';

export type Fact = readonly [name: string, value: ComponentChildren];

const isKnown = (value: ComponentChildren): boolean => value !== undefined && value !== null && value !== '' && value !== false;

/** What is known, each under its name. The rest is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => isKnown(value));
  if (known.length === 0) return null;
  return (
    <dl>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
