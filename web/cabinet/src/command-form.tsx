/** The form of a command: what it takes comes from the menu, what it brings from its preview. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Command, Preview, Task } from '../../shared/client.ts';
import { Refusal } from '../../shared/client.ts';
import type { BodySchema, Field, Values } from '../../shared/form-fields.ts';
import { bodyOf, fieldsOf, lacking, typedOf } from '../../shared/form-fields.ts';
import { momentInWords, sumInWords } from '../../shared/language.ts';
import { Clause } from './clause.tsx';
import { Fields } from './fields.tsx';
import { Problem } from './problem.tsx';
import { useLoaded, useSending, useSetting } from './setting.ts';
import { Silence } from './silence.tsx';
import { wrongOf } from './wrong-fields.ts';

interface Given {
  command: Command;
  task: Task;
  onClose(): void;
  onDone(): void;
}

/** What a command answers, as the person has read it. Nobody types these. */
const readOf = ({ version, progress }: Task): Values => ({
  version,
  submission: progress?.submission?.number,
  proposal: (progress?.amendment ?? progress?.cancellation)?.number,
  report: progress?.report,
  notice: progress?.notice,
  briefing: progress?.briefingNumber,
});

/** What these forms keep as it is. */
const UNTYPED = ['point', 'requires'];

/** The work as a command that changes it takes it. */
const workOf = (task: Task): Values => ({
  ...task,
  requires: task.requires.map(({ code }) => code),
  location: task.location && { place: task.location.place, point: task.location.point },
});

/** Commands whose body is a file. */
const OF_FILES = ['send-paper'];

export function CommandForm({ command, task: shown, onClose, onDone }: Given) {
  const { api, speech } = useSetting();
  const dialog = useRef<HTMLDialogElement>(null);
  // As it was read when the form was opened: an answer to something else is refused.
  const [task] = useState(shown);
  const [key] = useState(() => crypto.randomUUID());
  const fields = fieldsOf(command.input as BodySchema);
  const read = readOf(task);
  const isChange = fields.some(({ name }) => name === 'lines');
  const isChoice = fields.some(({ name }) => name === 'response');
  const hidden = [...Object.keys(read), ...(isChoice ? ['contractor', 'response'] : [])];
  const typed = typedFields(fields, hidden);
  const [values, setValues] = useState<Values>(() => ({ ...(isChange && typedOf(fields, workOf(task))), ...read }));
  const [file, setFile] = useState<File>();
  const [lacks, setLacks] = useState<string[]>([]);
  const [preview, setPreview] = useState<Preview>();
  const isFile = OF_FILES.includes(command.name);
  const body = bodyOf(fields, values);

  const looking = useSending(() => api.preview(command, body), setPreview);
  const giving = useSending(
    () => (isFile && file ? api.giveFile(command, file, body as Record<string, string>, key) : api.give(command, body, key)),
    () => {
      dialog.current?.close();
      onDone();
    },
  );
  const previews = command.consequences !== undefined && !isFile;
  const error = giving.error ?? looking.error;
  const isLate = error instanceof Refusal && error.problem.status === 409;
  const submit = (): void => {
    const missing = [
      ...lacking(typed, values),
      ...(isFile && !file ? ['file'] : []),
      ...(isChoice && !values.response ? ['response'] : []),
    ];
    setLacks(missing);
    if (missing.length > 0) return;
    if (previews && preview === undefined) looking.start();
    else giving.start();
  };
  useEffect(() => {
    dialog.current?.showModal();
    if (previews && typed.length === 0 && !isChoice && command.obstacle === undefined) looking.start();
  }, []);

  return (
    <dialog ref={dialog} aria-labelledby="command" onClose={onClose}>
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
        {isLate && <Changes task={task} />}
        {command.obstacle && <p class="note">{command.obstacle.detail}</p>}
        {preview ? (
          <Following preview={preview} task={task} />
        ) : (
          <>
            {isChoice && <Responses task={task} value={values.response} onChange={(chosen) => setValues({ ...values, ...chosen })} />}
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
function Following({ preview, task }: { preview: Preview; task: Task }) {
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
      {preview.stateName !== task.stateName && (
        <p>
          {speech.say('becomes')}: <strong>{preview.stateName}</strong>
        </p>
      )}
      <Silence ifNobodyActs={preview.ifNobodyActs} silence={preview.silence} title="thenIfNobodyActs" />
    </section>
  );
}

/** What others did since the form was opened. */
function Changes({ task }: { task: Task }) {
  const { api, speech } = useSetting();
  const { data } = useLoaded(`events ${task.id}`, () => api.taskEvents(task.id));
  const happened = data?.items.filter(({ seq }) => seq > task.seq) ?? [];
  if (happened.length === 0) return null;
  return (
    <ul>
      {happened.map(({ seq, title, at }) => (
        <li key={seq}>
          {title} · {momentInWords(speech.language, at)}
        </li>
      ))}
    </ul>
  );
}

interface GivenResponses {
  task: Task;
  value: unknown;
  onChange(chosen: { response: number; contractor: string }): void;
}

/** Of those who have responded, one is chosen. */
function Responses({ task, value, onChange }: GivenResponses) {
  const { speech } = useSetting();
  return (
    <fieldset id="field-response" tabIndex={-1}>
      <legend>{speech.say('response')}</legend>
      {task.responses.map(({ number, contractor, price, message }) => (
        <label key={number} class="choice">
          <input type="radio" name="response" checked={value === number} onChange={() => onChange({ response: number, contractor })} />
          <span>
            {task.contractors?.find(({ id }) => id === contractor)?.name} · {sumInWords(speech.language, (price ?? task.price).amount)}
            {message && <span class="soft"> {message}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
