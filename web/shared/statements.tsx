/** What the sides wrote with their commands, as the API gives it to this reader. */
import type { components } from './api.ts';
import { momentInWords } from './language.ts';
import { useSetting } from './setting.ts';
import type { Speech } from './words.ts';

type Statement = components['schemas']['Statements'][number];

export function StatementsOfSides({ statements }: { statements: readonly Statement[] | undefined }) {
  const { speech } = useSetting();
  if (statements === undefined || statements.length === 0) return null;
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{speech.say('statements')}</h2>
      <ol class="lines">
        {statements.map((each) => (
          <li key={`${each.at} ${each.command}`} class="said">
            <div class="soft">
              {speech.partyName(each.by)} · {each.title} · {momentInWords(speech.language, each.at)}
            </div>
            {each.erased ? (
              <p>
                <em>{speech.say('textErased')}</em>
              </p>
            ) : (
              textsIn(each.words, speech).map(([name, text]) => (
                <p key={name}>
                  <span class="soft">{name}:</span> {text}
                </p>
              ))
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The texts of a body with what their fields are called, also within lists and groups. */
const textsIn = (words: unknown, speech: Speech, path = ''): [name: string, text: string][] => {
  if (typeof words === 'string') return words === '' ? [] : [[speech.fieldName(path), words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => textsIn(value, speech, Array.isArray(words) ? path : name));
};
