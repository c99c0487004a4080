/** Whom somebody searches for among the contractors: as it is asked and kept, and as the store takes it. */
import { searchTerms } from '../rules/search-words.ts';
import { CATEGORIES, PLACES } from './reference-trees.ts';
import type { ContractorSearch } from './stores/contractor-profile.ts';

export interface ContractorFilters extends Pick<ContractorSearch, 'language' | 'rating' | 'tasksDone'> {
  search?: string | undefined;
  category?: string | undefined;
  place?: string | undefined;
  identity?: 'proved' | undefined;
}

/** The filters of a reader, as the store takes them. `without`: the accounts with which the reader makes no deal. */
export function contractorSearchOf(
  { search, category, place, identity, ...rest }: ContractorFilters,
  without: readonly string[],
): ContractorSearch {
  return {
    ...rest,
    without,
    words: search === undefined ? undefined : { alternatives: searchTerms(search), misspelt: false },
    categories: category === undefined ? undefined : CATEGORIES.codesFrom(category),
    // Who works in all the region works in its towns too.
    places: place === undefined ? undefined : [...PLACES.pathTo(place).map(({ code }) => code), ...PLACES.codesFrom(place)],
    proved: identity === 'proved',
  };
}
