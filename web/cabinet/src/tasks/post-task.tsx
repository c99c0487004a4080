/** Post a task: a simple form. What is typed stays on the device until the task is posted. */
import { useEffect, useState } from 'preact/hooks';
import { Fields } from '../../../shared/fields.tsx';
import type { Field, Values } from '../../../shared/form-fields.ts';
import { bodyOf, field, lacking } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending, useSetting } from '../../../shared/setting.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { ADDRESSES, go } from '../address.ts';

const required = { isRequired: true };

/** The simple part of what the API takes. Every other term is as usual. */
const FIELDS: Field[] = [
  field('title', 'line', { ...required, mostLetters: 200 }),
  field('category', 'line'),
  field('description', 'text', { mostLetters: 10_000 }),
  field('lines', 'list', {
    ...required,
    fields: [
      field('name', 'line', { ...required, mostLetters: 300 }),
      field('unit', 'line', { ...required, mostLetters: 30 }),
      field('quantity', 'number', required),
      field('unitPrice', 'sum', required),
    ],
  }),
  field('startAt', 'moment', required),
  field('dueAt', 'moment', required),
  field('location', 'group', { fields: [field('place', 'line')] }),
  field('place', 'line', { mostLetters: 500 }),
  field('address', 'line', { mostLetters: 500 }),
];

const EMPTY: Values = { lines: [{}] };

/** What the lines come to so far, as the API rounds each. */
function totalOf(body: Values): number {
  const lines = (body.lines ?? []) as { quantity?: number; unitPrice?: number }[];
  return lines.reduce((sum, { quantity = 0, unitPrice = 0 }) => sum + (Math.round(quantity * unitPrice) || 0), 0);
}

function draftOf(place: string): { values: Values; key: string } {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '');
  } catch {
    return { values: EMPTY, key: crypto.randomUUID() };
  }
}

export function PostTask() {
  const { api, speech, account } = useSetting();
  const place = `draft ${account}`;
  // The key is kept with the draft: sent again after a lost answer, the task is posted once.
  const [{ values, key }, setDraft] = useState(() => draftOf(place));
  const [lacks, setLacks] = useState<string[]>([]);
  const body = bodyOf(FIELDS, values);
  const { start, isSending, error } = useSending(
    () => api.postTask(body, key),
    ({ id }) => {
      localStorage.removeItem(place);
      go(ADDRESSES.task(id));
    },
  );
  useEffect(() => localStorage.setItem(place, JSON.stringify({ values, key })), [place, values, key]);
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const missing = lacking(FIELDS, values);
        setLacks(missing);
        if (missing.length === 0) start();
      }}
    >
      <Heading word="postTask" />
      <p class="soft">{speech.say('draftKept')}</p>
      <Problem error={error} speech={speech} lacking={lacks} />
      <Fields
        fields={FIELDS}
        values={values}
        wrong={wrongOf(error, lacks, speech)}
        onChange={(changed) => setDraft({ values: changed, key })}
      />
      <p class="total" aria-live="polite">
        {speech.say('total')}: <strong>{sumInWords(speech.language, totalOf(body))}</strong>
      </p>
      <button type="submit" class="first" disabled={isSending}>
        {speech.say('post')}
      </button>
    </form>
  );
}
