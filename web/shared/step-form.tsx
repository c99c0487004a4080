/** A long form in steps. What is typed stays in the tab; where the API refuses a field, its step is shown again. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from './client.ts';
import { useDraft } from './draft.ts';
import { Fields } from './fields.tsx';
import type { Field, Values } from './form-fields.ts';
import { lacking } from './form-fields.ts';
import { Problem } from './problem.tsx';
import { useSending, useSetting } from './setting.ts';
import type { Word } from './words.ts';
import { wrongOf } from './wrong-fields.ts';

export interface Step {
  word: Word;
  fields: readonly Field[];
  /** Why this is asked. */
  why?: Word;
  /** In place of its fields. */
  show?(values: Values, change: (values: Values) => void): ComponentChildren;
}

interface Given<Data> {
  /** What the form is of: its draft is kept by this. */
  of: string;
  steps: readonly Step[];
  first?: Values;
  submit: Word;
  send(values: Values, key: string): Promise<Data>;
  onDone(data: Data): void;
}

const has = ({ fields }: Step, path: string): boolean => fields.some(({ name }) => path === name || path.startsWith(`${name}.`));

export function StepForm<Data>({ of, steps, first = {}, submit, send, onDone }: Given<Data>) {
  const { speech } = useSetting();
  const { draft, key, set, drop } = useDraft(of, { values: first, at: 0 });
  const { values, at } = draft;
  const [lacks, setLacks] = useState<string[]>([]);
  const place = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const { start, isSending, error, forget } = useSending(
    () => send(values, key),
    (data) => {
      drop();
      onDone(data);
    },
  );
  const move = (to: number): void => {
    hasMoved.current = true;
    forget();
    setLacks([]);
    set({ values, at: to });
  };
  useEffect(() => {
    if (hasMoved.current) place.current?.focus();
    hasMoved.current = false;
  }, [at]);
  useEffect(() => {
    const refused = error instanceof Refusal ? (error.problem.errors ?? []) : [];
    const wrong = steps.findIndex((step) => refused.some(({ path }) => has(step, path)));
    if (wrong >= 0 && wrong !== at) set({ values, at: wrong });
  }, [error]);
  const step = steps[at] as Step;
  const isLast = at === steps.length - 1;
  const change = (changed: Values): void => set({ values: changed, at });
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const missing = lacking(step.fields, values);
        setLacks(missing);
        if (missing.length > 0) return;
        if (isLast) start();
        else move(at + 1);
      }}
    >
      <ol class="way" aria-label={speech.say('steps')}>
        {steps.map(({ word }, index) => (
          <li key={word} aria-current={index === at ? 'step' : undefined}>
            <span>{speech.say(word)}</span>
          </li>
        ))}
      </ol>
      <h2 ref={place} tabIndex={-1}>
        {speech.say(step.word)}
      </h2>
      {step.why && <p class="soft">{speech.say(step.why)}</p>}
      <Problem error={error} speech={speech} lacking={lacks} />
      {step.show ? (
        step.show(values, change)
      ) : (
        <Fields fields={step.fields} values={values} wrong={wrongOf(error, lacks, speech)} onChange={change} />
      )}
      <div class="row end">
        {at > 0 && (
          <button type="button" onClick={() => move(at - 1)}>
            {speech.say('stepBack')}
          </button>
        )}
        <button type="submit" class="first" disabled={isSending}>
          {speech.say(isLast ? submit : 'next')}
        </button>
      </div>
    </form>
  );
}
