/** The fields of a form. What was typed stays in `values`; each error stands beside its field. */
import type { Task } from './client.ts';
import { FileField } from './file-field.tsx';
import type { Field, Values } from './form-fields.ts';
import { askedOf } from './form-fields.ts';
import { HashField } from './hash-field.tsx';
import { fieldId } from './problem.tsx';
import { useLoaded, useSetting } from './setting.ts';
import { TreeOptions } from './tree-choice.tsx';

interface Given {
  fields: readonly Field[];
  values: Values;
  /** What is wrong, by the paths of the fields. */
  wrong: ReadonlyMap<string, string>;
  /** The path of the group or the item that the fields stand in, with a dot. */
  prefix?: string;
  /** The task whose lines a field may name. */
  task?: Task | undefined;
  onChange(values: Values): void;
}

export function Fields({ fields, values, wrong, prefix = '', task, onChange }: Given) {
  return askedOf(fields, values).map((field) => (
    <OneField
      key={field.name}
      {...{ field, wrong, task, path: prefix + field.name, value: values[field.name] }}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

interface GivenOne {
  field: Field;
  path: string;
  value: unknown;
  wrong: ReadonlyMap<string, string>;
  task: Task | undefined;
  onChange(value: unknown): void;
}

function OneField({ field, path, value, wrong, task, onChange }: GivenOne) {
  const { speech } = useSetting();
  const label = speech.fieldName(path);
  if (field.kind === 'files')
    return (
      <FileField {...{ id: fieldId(path), label, isRequired: field.isRequired, onChange }} value={(value as string[] | undefined) ?? []} />
    );
  if (field.kind === 'file')
    return (
      <FileField
        {...{ id: fieldId(path), label, isOne: true, isRequired: field.isRequired }}
        value={value ? [String(value)] : []}
        onChange={([file]) => onChange(file)}
      />
    );
  if (field.kind === 'categories' || field.kind === 'places')
    return <Codes {...{ field, path, label, wrong, onChange }} value={(value as string[] | undefined) ?? []} />;
  if (field.kind === 'list') return <List {...{ field, path, wrong, task, onChange }} items={(value as Values[] | undefined) ?? []} />;
  if (field.kind === 'group')
    return (
      <fieldset>
        <legend>{label}</legend>
        <Fields {...{ fields: field.fields, values: (value ?? {}) as Values, wrong, task, onChange }} prefix={`${path}.`} />
      </fieldset>
    );
  if (field.kind === 'choices')
    return <Choices {...{ field, path, label, wrong, onChange }} value={(value as string[] | undefined) ?? []} />;
  if (field.kind === 'flag')
    return (
      <label class="choice">
        <input
          id={fieldId(path)}
          type="checkbox"
          name={path}
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
    );
  if (field.kind === 'hash') return <HashField {...{ path, label, wrong, onChange }} value={value as string | undefined} />;
  const problem = wrong.get(path);
  const common = {
    ...{ id: fieldId(path), name: path, required: field.isRequired, 'aria-invalid': problem !== undefined },
    ...(problem !== undefined && { 'aria-describedby': `${fieldId(path)}-wrong` }),
    value: String(value ?? ''),
  };
  return (
    <div class="field">
      <label htmlFor={fieldId(path)}>
        {label} {!field.isRequired && <small>({speech.say('optional')})</small>}
      </label>
      <Control {...{ field, path, common, task, onChange }} />
      {problem !== undefined && (
        <span class="bad" id={`${fieldId(path)}-wrong`}>
          {problem}
        </span>
      )}
    </div>
  );
}

interface GivenControl {
  field: Field;
  path: string;
  common: object;
  task: Task | undefined;
  onChange(value: string): void;
}

function Control({ field: { name, kind, choices, mostLetters, fills }, path, common, task, onChange }: GivenControl) {
  const { speech } = useSetting();
  const typed = { ...common, onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value) };
  const most = mostLetters === undefined ? {} : { maxLength: mostLetters };
  if (path === 'category' || path === 'location.place') return <TreeChoice path={path} typed={typed} />;
  if (name === 'line' && task)
    return (
      <select {...typed}>
        <option value="">{speech.say('choose')}</option>
        {task.lines.map((line) => (
          <option key={line.id} value={line.id}>
            {line.name}
          </option>
        ))}
      </select>
    );
  if (kind === 'choice')
    return (
      <select {...typed}>
        <option value="">{speech.say('choose')}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {speech.choiceName(each)}
          </option>
        ))}
      </select>
    );
  if (kind === 'text') return <textarea {...typed} {...most} />;
  if (kind === 'date') return <input {...typed} type="date" />;
  if (kind === 'moment') return <input {...typed} type="datetime-local" />;
  if (kind === 'sum' || kind === 'number') return <input {...typed} inputMode="decimal" autocomplete="off" />;
  return <input {...typed} {...most} {...(fills as object)} />;
}

/** Several nodes of a tree. */
function Codes({ field: { kind, isRequired }, path, label, value, wrong, onChange }: GivenChoices) {
  const { speech } = useSetting();
  const nodes = useTree(kind === 'categories' ? 'category' : 'location.place');
  const id = fieldId(path);
  return (
    <div class="field">
      <label htmlFor={id}>
        {label} {!isRequired && <small>({speech.say('optional')})</small>}
      </label>
      <select
        id={id}
        value=""
        aria-invalid={wrong.has(path)}
        onChange={({ currentTarget }) => {
          if (!value.includes(currentTarget.value)) onChange([...value, currentTarget.value]);
        }}
      >
        <option value="">{speech.say('add')}</option>
        <TreeOptions nodes={nodes} />
      </select>
      {wrong.has(path) && <span class="bad">{wrong.get(path)}</span>}
      <ul class="plain">
        {value.map((code) => (
          <li key={code} class="row">
            {nodes.find((each) => each.code === code)?.name[speech.language]}
            <button type="button" class="quiet" onClick={() => onChange(value.filter((each) => each !== code))}>
              {speech.say('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface GivenChoices {
  field: Field;
  path: string;
  label: string;
  value: readonly string[];
  wrong: ReadonlyMap<string, string>;
  onChange(chosen: string[]): void;
}

/** Several of some choices. */
function Choices({ field: { choices, isRequired }, path, label, value, wrong, onChange }: GivenChoices) {
  const { speech } = useSetting();
  return (
    <fieldset id={fieldId(path)} tabIndex={-1}>
      <legend>
        {label} {!isRequired && <small>({speech.say('optional')})</small>}
      </legend>
      {choices.map((each) => (
        <label key={each} class="choice">
          <input
            type="checkbox"
            name={path}
            value={each}
            checked={value.includes(each)}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? [...value, each] : value.filter((other) => other !== each))}
          />
          <span>{speech.choiceName(each)}</span>
        </label>
      ))}
      {wrong.has(path) && <span class="bad">{wrong.get(path)}</span>}
    </fieldset>
  );
}

function useTree(path: 'category' | 'location.place'): Parameters<typeof TreeOptions>[0]['nodes'] {
  const { api } = useSetting();
  const { data = [] } = useLoaded<Parameters<typeof TreeOptions>[0]['nodes']>(path, async () =>
    path === 'category' ? (await api.categories()).items : (await api.places()).items,
  );
  return data;
}

function TreeChoice({ path, typed }: { path: 'category' | 'location.place'; typed: object }) {
  const { speech } = useSetting();
  return (
    <select {...typed}>
      <option value="">{speech.say('choose')}</option>
      <TreeOptions nodes={useTree(path)} />
    </select>
  );
}

interface GivenList {
  field: Field;
  path: string;
  items: Values[];
  wrong: ReadonlyMap<string, string>;
  task: Task | undefined;
  onChange(items: Values[]): void;
}

function List({ field, path, items, wrong, task, onChange }: GivenList) {
  const { speech } = useSetting();
  return (
    <fieldset id={fieldId(path)} tabIndex={-1}>
      <legend>
        {speech.fieldName(path)} {!field.isRequired && <small>({speech.say('optional')})</small>}
      </legend>
      {wrong.has(path) && <span class="bad">{wrong.get(path)}</span>}
      {items.map((item, index) => (
        <fieldset key={index} class="item">
          <legend>{index + 1}</legend>
          <Fields
            {...{ fields: field.fields, values: item, wrong, task, prefix: `${path}.${index}.` }}
            onChange={(changed) => onChange(items.with(index, changed))}
          />
          {(items.length > 1 || !field.isRequired) && (
            <button type="button" class="quiet" onClick={() => onChange(items.toSpliced(index, 1))}>
              {speech.say('remove')}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...items, {}])}>
        {speech.say('add')}
      </button>
    </fieldset>
  );
}
