/** Merging hides nothing, of whatever configuration. `law.test.ts` compares some of a large state space. */
import { examples } from '../testing/charts/examples/index.ts';
import { divergencesIn } from '../testing/charts/soundness.ts';
import type { Examples } from '../testing/charts/state-space.ts';
import { stateSpaceOf } from '../testing/charts/state-space.ts';
import { lifeTypes } from './index.ts';

test.each(Object.entries(lifeTypes))('merged configurations of a %s behave in the same way', (life, { chart }) => {
  expect(divergencesIn(stateSpaceOf(chart, examples[life] as Examples), 1)).toEqual([]);
});
