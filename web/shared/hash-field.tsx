import { useState } from 'preact/hooks';
import { fieldId } from './problem.tsx';
import { useSetting } from './setting.ts';

interface Given {
  path: string;
  label: string;
  value: string | undefined;
  wrong: ReadonlyMap<string, string>;
  onChange(hash: string): void;
}

async function sha256Of(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of a file, which is not sent. */
export function HashField({ path, label, value, wrong, onChange }: Given) {
  const { speech } = useSetting();
  const [name, setName] = useState<string>();
  const problem = wrong.get(path);
  const id = fieldId(path);
  return (
    <div class="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-state`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file === undefined) return;
          setName(file.name);
          void sha256Of(file).then(onChange);
        }}
      />
      <span id={`${id}-state`} class={problem === undefined ? 'soft' : 'bad'}>
        {problem ?? (value && `${speech.say('fileCompared')} ${name ?? ''}`)}
      </span>
    </div>
  );
}
