import { useEffect, useRef } from 'preact/hooks';
import { Refusal } from './client.ts';
import type { Speech } from './words.ts';

interface Given {
  error: unknown;
  speech: Speech;
  /** Required fields that are empty: they were not sent. */
  lacking?: readonly string[];
}

/** One and the same, or each typed letter would count as a new error and lose the focus. */
const NONE: readonly string[] = [];

/** The id of the field with this path. */
export const fieldId = (path: string): string => `field-${path}`;

/** The API tells a program where to find what is possible instead; a person sees it. */
const titleOf = ({ code, title }: Refusal['problem'], { say }: Speech): string => {
  if (code === 'step-up-needed') return say('factorNeeded');
  if (code === 'not-in-this-state') return say('changedMeanwhile');
  return code === 'invalid-input' ? say('mistakes') : title;
};

/** What went wrong and what to do, before the form. It takes the focus, and leads to each field. */
export function Problem({ error, speech, lacking = NONE }: Given) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [error, lacking]);
  if (error === undefined && lacking.length === 0) return null;
  const problem = error instanceof Refusal ? error.problem : undefined;
  const paths = lacking.length > 0 ? lacking : (problem?.errors ?? []).map(({ path }) => path);
  const title = lacking.length > 0 ? speech.say('mistakes') : problem === undefined ? speech.say('away') : titleOf(problem, speech);
  const detail = problem?.code === 'invalid-input' ? undefined : problem?.detail;
  return (
    <div class="note bad" role="alert" tabIndex={-1} ref={place}>
      <strong>{title}</strong>
      {detail !== undefined && detail !== title && <p>{detail}</p>}
      {paths.length > 0 && (
        <ul>
          {paths.map((path) => (
            <li key={path}>
              <a href={`#${fieldId(path)}`}>{speech.fieldName(path)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
