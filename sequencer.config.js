import Sequencer from '@jest/test-sequencer';

/** What takes most of the processor, most first. Begun last, each would keep one core busy while the other has nothing left. */
const HEAVY = ['charts/law.test.ts', 'charts/task/money.test.ts', 'api/matrix.test.ts', 'api/stories.test.ts'];

/** Begins with the heavy files. Of the others jest knows from an earlier run how long they take, and on a clean clone how large they are. */
export default class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const heavy = HEAVY.flatMap((file) => sorted.filter(({ path }) => path.endsWith(`/${file}`)));
    return [...heavy, ...sorted.filter((test) => !heavy.includes(test))];
  }
}
