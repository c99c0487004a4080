/** A form that is sent at once. What is typed stays in the tab until it is sent. */
import { useState } from 'preact/hooks';
import { useDraft } from './draft.ts';
import { Fields } from './fields.tsx';
import type { Field, Values } from './form-fields.ts';
import { bodyOf, lacking } from './form-fields.ts';
import { Problem } from './problem.tsx';
import { useSending, useSetting } from './setting.ts';
import type { Word } from './words.ts';
import { wrongOf } from './wrong-fields.ts';

interface Given<Data> {
  /** What the form is of: its draft is kept by this. */
  of: string;
  fields: readonly Field[];
  first?: Values;
  submit: Word;
  send(body: Values, key: string): Promise<Data>;
  onDone(data: Data): void;
}

export function DraftForm<Data>({ of, fields, first = {}, submit, send, onDone }: Given<Data>) {
  const { speech } = useSetting();
  const { draft, key, set, drop } = useDraft(of, first);
  const [lacks, setLacks] = useState<string[]>([]);
  const { start, isSending, error } = useSending(
    () => send(bodyOf(fields, draft), key),
    (data) => {
      drop();
      onDone(data);
    },
  );
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const missing = lacking(fields, draft);
        setLacks(missing);
        if (missing.length === 0) start();
      }}
    >
      <Problem error={error} speech={speech} lacking={lacks} />
      <Fields fields={fields} values={draft} wrong={wrongOf(error, lacks, speech)} onChange={set} />
      <div class="row end">
        <button type="submit" class="first" disabled={isSending}>
          {speech.say(submit)}
        </button>
      </div>
    </form>
  );
}
