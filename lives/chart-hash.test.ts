import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LifeLaw } from '../charts/index.ts';
import { laws } from '../charts/index.ts';
import { published } from '../charts/publish.ts';
import { chartHash } from './chart-hash.ts';

const law = laws.task as LifeLaw;

test('a chart is known by the SHA-256 of the canonical JSON of the form that is kept', () => {
  const { hash, form } = chartHash(law);
  const kept = JSON.parse(JSON.stringify(form));
  expect(
    createHash('sha256')
      .update(canonicalize(kept) ?? '')
      .digest('hex'),
  ).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the form has all of the law and none of its words', () => {
  const { form } = chartHash(law);
  const { transitions, regions, states } = published(law);
  expect(form).toMatchObject({ life: 'task', regions, transitions });
  expect(form.states.map(({ id }) => id)).toEqual(states.map(({ id }) => id));
  expect(JSON.stringify(form)).not.toMatch(/\p{Script=Cyrillic}/u);
});

test('other words are the same law, another chart is another', () => {
  const { hash } = chartHash(law);
  const { states, ...words } = law.words;
  const renamed = { ...law, words: { ...words, life: { kk: 'Іс', ru: 'Дело', en: 'Matter' }, states: {} } };
  expect(Object.keys(states).length).toBeGreaterThan(0);
  expect(chartHash(renamed).hash).toBe(hash);

  const { config, implementations } = law.chart;
  const other = law.chart.provide(implementations as never);
  expect(chartHash({ ...law, chart: other }).hash).toBe(hash);
  const { holds: _, ...rest } = config.states as Record<string, object>;
  const without = new (law.chart.constructor as new (...given: unknown[]) => LifeLaw['chart'])(
    { ...config, states: rest },
    implementations,
  );
  expect(chartHash({ ...law, chart: without }).hash).not.toBe(hash);
});
