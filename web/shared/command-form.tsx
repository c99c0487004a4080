/** The form of a command of any life: what it takes comes from the menu, what it brings from its preview. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Clause } from './clause.tsx';
import type { Command, Preview, Task } from './client.ts';
import { Refusal } from './client.ts';
import { useDraft } from './draft.ts';
import { Fields } from './fields.tsx';
import type { BodySchema, Field, Values } from './form-fields.ts';
import { bodyOf, fieldsOf, lacking, typedOf } from './form-fields.ts';
import { Problem } from './problem.tsx';
import { useSending, useSetting } from './setting.ts';
import { Silence } from './silence.tsx';
import { wrongOf } from './wrong-fields.ts';

interface Given {
  command: Command;
  /** The name of the state that the life is in now. */
  stateName: string;
  /** What the command answers, as the person has read it. Nobody types these. */
  read?: Values;
  /** What stands in the fields at first, as the API gives it. */
  first?: object | undefined;
  /** The task whose lines a field may name. */
  task?: Task;
  /** Fields that are chosen in another way than by typing, and how. */
  choice?: { names: readonly string[]; show(values: Values, change: (values: Values) => void): ComponentChildren };
  /** What others did since the form was opened, once somebody was faster. */
  late?: ComponentChildren;
  onClose(): void;
  /** Gets what the API answered. */
  onDone(answer: object): void;
}

/** What these forms keep as it is. */
const UNTYPED = ['point', 'requires'];

/** Commands whose body is a file. */
const OF_FILES = ['send-paper'];

export function CommandForm({ command, stateName, read = {}, first, task, choice, late, onClose, onDone }: Given) {
  const { api, speech, account } = useSetting();
  const dialog = useRef<HTMLDialogElement>(null);
  const fields = fieldsOf(command.input as BodySchema);
  const typed = typedFields(fields, [...Object.keys(read), ...(choice?.names ?? [])]);
  const { draft, key, set, drop } = useDraft<Values>(
    `${account} ${command.href} ${JSON.stringify(read)}`,
    first ? typedOf(fields, first as Values) : {},
  );
  // What proves who somebody is, is never kept.
  const [proof, setProof] = useState<unknown>();
  const values: Values = { ...draft, ...read, ...(proof !== undefined && { proof }) };
  const setValues = ({ proof: proved, ...others }: Values): void => {
    setProof(proved);
    set(others);
  };
  const [file, setFile] = useState<File>();
  const [lacks, setLacks] = useState<string[]>([]);
  const [preview, setPreview] = useState<Preview>();
  const isFile = OF_FILES.includes(command.name);
  const body = bodyOf(fields, values);

  const looking = useSending(() => api.preview(command, body), setPreview);
  const giving = useSending(
    () => (isFile && file ? api.giveFile(command, file, body as Record<string, string>, key) : api.give(command, body, key)),
    (answer) => {
      dialog.current?.close();
      onDone(answer);
    },
  );
  const previews = command.consequences !== undefined && !isFile && !command.secondPerson;
  const error = giving.error ?? looking.error;
  const isLate = error instanceof Refusal && error.problem.status === 409;
  const submit = (): void => {
    const missing = [
      ...lacking(typed, values),
      ...(isFile && !file ? ['file'] : []),
      ...(choice?.names.filter((name) => values[name] === undefined) ?? []),
    ];
    setLacks(missing);
    if (missing.length > 0) return;
    if (previews && preview === undefined) looking.start();
    else giving.start();
  };
  useEffect(() => {
    dialog.current?.showModal();
    if (previews && typed.length === 0 && choice === undefined && command.obstacle === undefined) looking.start();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="command"
      onClose={() => {
        drop();
        onClose();
      }}
    >
      <form
        noValidate
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div>
          <h2 id="command">{command.title}</h2>
          <Clause clause={command.clause} />
        </div>
        <Problem error={error} speech={speech} lacking={lacks} />
        {isLate && late}
        {command.obstacle && <p class="note">{command.obstacle.detail}</p>}
        {preview ? (
          <Following preview={preview} stateName={stateName} />
        ) : (
          <>
            {choice?.show(values, setValues)}
            {isFile && (
              <label>
                <span>{speech.fieldName('file')}</span>
                <input
                  id="field-file"
                  type="file"
                  accept="application/pdf"
                  required
                  onChange={({ currentTarget }) => setFile(currentTarget.files?.[0])}
                />
              </label>
            )}
            <Fields fields={typed} values={values} wrong={wrongOf(error, lacks, speech)} task={task} onChange={setValues} />
            {command.consequences && <p class="soft">{command.consequences}</p>}
          </>
        )}
        <div class="row end">
          {preview && typed.length > 0 && (
            <button
              type="button"
              onClick={() => {
                setPreview(undefined);
                giving.forget();
              }}
            >
              {speech.say('back')}
            </button>
          )}
          <button type="button" onClick={() => dialog.current?.close()}>
            {speech.say(isLate ? 'closeForm' : 'cancel')}
          </button>
          {!isLate && command.obstacle === undefined && (
            <button type="submit" class="first" disabled={giving.isSending || looking.isSending}>
              {previews && preview === undefined ? speech.say('next') : command.title}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

/** The fields that a person types, also within groups. */
const typedFields = (fields: readonly Field[], hidden: readonly string[]): Field[] =>
  fields
    .filter(({ name, kind }) => !hidden.includes(name) && !UNTYPED.includes(name) && kind !== 'names')
    .map((field) => ({
      ...field,
      fields: field.kind === 'list' ? field.fields.filter(({ name }) => name !== 'id') : typedFields(field.fields, []),
    }));

/** What the command brings, before it is given. */
function Following({ preview, stateName }: { preview: Preview; stateName: string }) {
  const { speech } = useSetting();
  return (
    <section class="stack" aria-live="polite">
      <h3>{speech.say('whatFollows')}</h3>
      {preview.consequences && <p>{preview.consequences}</p>}
      {preview.warnings.map(({ message }) => (
        <p key={message} class="note">
          {message}
        </p>
      ))}
      {preview.stateName !== stateName && (
        <p>
          {speech.say('becomes')}: <strong>{preview.stateName}</strong>
        </p>
      )}
      <Silence ifNobodyActs={preview.ifNobodyActs} silence={preview.silence} title="thenIfNobodyActs" />
    </section>
  );
}
