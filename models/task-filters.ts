/** What somebody searches the open tasks for: as it is asked and kept, and as the store takes it. */
import type { Point } from '../rules/plane.ts';
import { onPlane } from '../rules/plane.ts';
import { searchTerms } from '../rules/search-words.ts';
import { CATEGORIES, PLACES } from './reference-trees.ts';
import type { TaskSearch } from './stores/open-task.ts';

export interface TaskFilters
  extends Pick<TaskSearch, 'within' | 'priceFrom' | 'priceTo' | 'startFrom' | 'startUntil' | 'payment' | 'match'> {
  search?: string | undefined;
  category?: string | undefined;
  place?: string | undefined;
  near?: Point | undefined;
  hazards?: 'yes' | 'no' | undefined;
  qualified?: 'true' | undefined;
}

/** The filters of a reader, as the store takes them. `own`: the accounts with which it makes no deal. `proved`: what it has proved, if only tasks that need no more are asked for. */
export function taskSearchOf(
  filters: TaskFilters,
  reader: TaskSearch['reader'],
  own: readonly string[],
  proved?: readonly string[],
): TaskSearch {
  const { search, category, place, near, hazards, qualified: _, ...rest } = filters;
  return {
    ...rest,
    reader,
    own,
    words: search === undefined ? undefined : { alternatives: searchTerms(search), misspelt: false },
    categories: category === undefined ? undefined : CATEGORIES.codesFrom(category),
    places: place === undefined ? undefined : PLACES.codesFrom(place),
    near: near && onPlane(near),
    hazards: hazards === undefined ? undefined : hazards === 'yes',
    proved,
  };
}
