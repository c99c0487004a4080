import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lifeTypes } from '../charts/index.ts';
import { PLATFORM_EVENTS } from '../charts/platform-events.ts';
import type { PublishedTransition } from '../charts/publish.ts';
import { published } from '../charts/publish.ts';
import { CONDITIONS } from './conditions.ts';
import { diagramOf, keyOf } from './diagram.ts';
import { LANGUAGES, overviewOf, PAGE, stageOf, stagesOf, wholeOf, widthOf } from './stages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const filesOf = (folder: string) => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('the pictures in docs/charts are current (npm run draw)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charts-'));
  try {
    execFileSync(process.execPath, [join(root, 'scripts/draw.ts'), folder]);
    const drawn = filesOf(folder);
    const kept = filesOf(join(root, 'docs/charts'));
    const expected = Object.entries(lifeTypes).flatMap(([life, law]) => {
      const whole = `${life}.svg`;
      const isSmall = widthOf(drawn[whole] as string) <= PAGE;
      const parts = ['overview', ...(isSmall ? [] : stagesOf(published(law)).map(({ id }) => keyOf(id)))];
      return [whole, ...parts.flatMap((part) => LANGUAGES.map((language) => `${life}.${part}.${language}.svg`))];
    });
    expect(Object.keys(drawn).sort()).toEqual(expected.sort());
    const wide = expected.filter((name) => name.split('.').length === 4 && !(widthOf(drawn[name] as string) <= PAGE));
    expect(wide).toEqual([]);
    expect(Object.keys(kept).sort()).toEqual(Object.keys(drawn).sort());
    expect(Object.keys(drawn).filter((name) => kept[name] !== drawn[name])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('a picture of a part', () => {
  const charts = Object.values(lifeTypes).map(published);
  const folder = join(root, 'docs/charts');
  const parts = charts.flatMap((chart) => {
    const file = (name: string) => join(folder, `${chart.life}.${name}.en.svg`);
    const stages = stagesOf(chart).map((stage) => ({ file: file(keyOf(stage.id)), diagram: stageOf(chart, stage, 'en') }));
    const isSmall = stages.every((stage) => !existsSync(stage.file));
    const overview = { file: file('overview'), diagram: isSmall ? wholeOf(chart, 'en') : overviewOf(chart, 'en') };
    return [overview, ...(isSmall ? [] : stages)].map((part) => ({ ...part, svg: readFileSync(part.file, 'utf8') }));
  });
  /** Where something is drawn: the corners of the first shape after its title. */
  const cornersOf = (svg: string, kind: 'node' | 'cluster') =>
    [...svg.matchAll(new RegExp(`class="${kind}">\\s*<title>([^<]+)</title>\\s*<(?:polygon|path)[^>]* (?:points|d)="([^"]+)"`, 'g'))].map(
      ([, name = '', points = '']) => {
        const numbers = points.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)];
        return {
          name: name.replaceAll('&#45;', '-'),
          left: Math.min(...xs),
          right: Math.max(...xs),
          top: Math.min(...ys),
          bottom: Math.max(...ys),
        };
      },
    );

  test('has an arrow for each transition between boxes, which begins at the rows that name its target', () => {
    expect(parts.length).toBeGreaterThan(20);
    for (const { file, diagram, svg } of parts) {
      expect([file, svg.match(/class="edge/g)?.length ?? 0]).toEqual([file, diagram.arrows.length]);
      const named = new Map([...diagram.boxes, ...diagram.frames].map(({ id, name }) => [id, name]));
      for (const { from, port, to, head } of diagram.arrows) {
        const way = diagram.boxes.find(({ id }) => id === from)?.ways.find((each) => each.port === port);
        expect([file, from, way?.heading]).toEqual([file, from, expect.stringContaining(named.get(head ?? to) as string)]);
      }
    }
  });

  test('has each box once, without overlap, and the boxes of one parent within its frame', () => {
    for (const { file, diagram, svg } of parts) {
      const boxes = cornersOf(svg, 'node');
      expect([file, boxes.map(({ name }) => name).toSorted()]).toEqual([file, diagram.boxes.map(({ id }) => id).toSorted()]);
      const over = boxes.filter((box, index) =>
        boxes
          .slice(index + 1)
          .some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom),
      );
      expect([file, over]).toEqual([file, []]);
      const frames = cornersOf(svg, 'cluster');
      expect([file, frames.length]).toEqual([file, diagram.frames.length]);
      for (const { id, frame } of diagram.boxes.filter((box) => box.frame !== undefined)) {
        const outer = frames.find(({ name }) => name === `cluster_${frame}`);
        const box = boxes.find(({ name }) => name === id);
        const isInside =
          outer && box && outer.left < box.left && box.right < outer.right && outer.top < box.top && box.bottom < outer.bottom;
        expect([file, id, isInside]).toEqual([file, id, true]);
      }
    }
  });

  test('marks the initial state and the end states, and explains each colour', () => {
    const settling = readFileSync(join(folder, 'task.settling.ru.svg'), 'utf8').replaceAll('\u00a0', ' ').replaceAll('&#160;', ' ');
    for (const text of ['▶ Проверка', '◉ Завершено', 'заказчик', 'исполнитель', 'несколько или само', 'само: платить нечего'])
      expect(settling).toContain(text);
  });

  test('has a name for each state in the language of its reader', () => {
    const names = charts.flatMap((chart) =>
      (['kk', 'ru'] as const).flatMap((language) =>
        [overviewOf(chart, language), wholeOf(chart, language), ...stagesOf(chart).map((stage) => stageOf(chart, stage, language))].flatMap(
          ({ boxes, frames }) => [...boxes, ...frames.filter(({ id }) => id !== chart.regions[0])].map(({ name }) => name),
        ),
      ),
    );
    expect(names.filter((name) => !/\p{Script=Cyrillic}/u.test(name))).toEqual([]);
  });

  test('has a text for the condition of every automatic transition', () => {
    const conditions = charts.flatMap(({ transitions }) => transitions.flatMap(({ event, when }) => (event === '' && when ? [when] : [])));
    const names = conditions.filter((condition) => typeof condition === 'string');
    expect(new Set(names)).toEqual(new Set(Object.keys(CONDITIONS)));
  });
});

describe('a diagram', () => {
  const from = 'door.open';
  const shut = { from, checks: [], targets: ['door.shut'], actions: [] };
  const transitions: PublishedTransition[] = [
    { ...shut, event: 'shut', by: ['customer'], clause: '3.1', guard: 'isQuiet' },
    { ...shut, event: 'xstate.after.shutBy.door.open', delay: 'shutBy', by: ['clock'], clause: 'platform' },
    { ...shut, event: 'pass', by: ['contractor'], clause: '3.2', checks: ['isPaid', 'isLast'] },
    { ...shut, event: 'pass', by: ['contractor'], clause: '3.2', checks: ['isPaid'], targets: [] },
    { from: 'door.shut', event: '', when: { or: [{ in: 'door.open' }, { not: ['isQuiet'] }] }, targets: [from], actions: [] },
  ];
  const { states, transitions: arrows } = diagramOf({
    life: 'door',
    regions: [],
    states: [
      { id: 'door', path: '', type: 'compound', initial: from },
      { id: from, path: 'open', type: 'atomic' },
      { id: 'door.shut', path: 'shut', type: 'final' },
    ],
    transitions,
    words: { life: { kk: '', ru: '', en: '' }, commands: {}, timers: {}, rules: {}, notices: {} },
  });
  const told = (text = '') => text.split('\n').map((line) => line.replaceAll('\u00a0', ''));

  test('names party, command, condition and clause in one label for each transition', () => {
    expect(arrows.map(({ from: tail, to, label }) => [tail, to, told(label)])).toEqual([
      ['door.initial', from, ['']],
      [from, 'door.shut', ['shut · 3.1 (customer)', '[isQuiet]', 'after shutBy · platform', 'pass · 3.2 (contractor)', '[isLast]']],
      ['door.shut', from, ['[in open or not isQuiet]']],
    ]);
  });

  test('lists inside a state the events that keep it, and marks end states', () => {
    expect(states.map(({ label, actions = [] }) => [...told(label), ...actions.flatMap(({ body }) => told(body))])).toEqual([
      [''],
      ['open', 'pass · 3.2 (contractor)'],
      ['◉ shut'],
    ]);
  });
});

it('every event of the platform has a text in the pictures', () => {
  const events = Object.values(lifeTypes).flatMap((type) =>
    published(type)
      .transitions.filter(({ event, delay, by }) => delay === undefined && by?.includes('platform') && !type.messages.commands[event])
      .map(({ event }) => event),
  );
  expect(events.filter((event) => !(event in PLATFORM_EVENTS))).toEqual([]);
});
