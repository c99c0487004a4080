/** All papers of the account, those that wait for the reader first. */
import { Heading } from '../../../shared/heading.tsx';
import { usePaged } from '../../../shared/paged.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSetting } from '../../../shared/setting.ts';
import { papersOf } from './api.ts';
import { PaperCards } from './paper-cards.tsx';

export function PaperList() {
  const { api, speech } = useSetting();
  const { items, error, more } = usePaged('papers', (after) => papersOf(api, after === undefined ? {} : { after }));
  return (
    <div class="stack">
      <Heading word="papers" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {items === undefined && error === undefined && <p role="status">{speech.say('loading')}</p>}
      {items?.length === 0 && <p>{speech.say('noPapers')}</p>}
      {items && <PaperCards papers={items} />}
      {more && (
        <button type="button" onClick={more}>
          {speech.say('more')}
        </button>
      )}
    </div>
  );
}
