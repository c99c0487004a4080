import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createMachine } from 'xstate';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { published } from '../charts/publish.ts';
import { chartHash } from './chart-hash.ts';

const law = lifeTypes.task as LifeType;

test('the hash of a chart is the SHA-256 of the canonical JSON of its stored form', () => {
  const { hash, form } = chartHash(law);
  const kept = JSON.parse(JSON.stringify(form));
  expect(
    createHash('sha256')
      .update(canonicalize(kept) ?? '')
      .digest('hex'),
  ).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the stored form has the whole law and no messages', () => {
  const { form } = chartHash(law);
  const { transitions, regions, states } = published(law);
  expect(form).toMatchObject({ life: 'task', regions, transitions });
  expect(form.states.map(({ id }) => id)).toEqual(states.map(({ id }) => id));
  expect(JSON.stringify(form)).not.toMatch(/\p{Script=Cyrillic}/u);
});

test('other messages keep the hash, another chart changes it', () => {
  const { hash } = chartHash(law);
  const renamed = { ...law, messages: { ...law.messages, life: { kk: 'Іс', ru: 'Дело', en: 'Matter' }, states: {} } };
  expect(chartHash(renamed).hash).toBe(hash);

  const { config, implementations } = law.chart;
  const chartOf = (states: object) =>
    createMachine({ ...config, states } as never, implementations as never) as unknown as LifeType['chart'];
  const { holds: _, ...rest } = config.states as Record<string, object>;
  expect(chartHash({ ...law, chart: chartOf(config.states as object) }).hash).toBe(hash);
  expect(chartHash({ ...law, chart: chartOf(rest) }).hash).not.toBe(hash);
});
