import { useState } from 'preact/hooks';
import { Problem } from './problem.tsx';
import { useLoaded, useSetting } from './setting.ts';

interface Given {
  id: string;
  label: string;
  value: readonly string[];
  /** One takes the place of the other. */
  isOne?: boolean;
  isRequired?: boolean;
  onChange(files: string[]): void;
}

/** Milliseconds between two looks at a file that is being checked. */
const PAUSE = 500;

/** Files are sent when they are chosen. Once they are checked the form names them. */
export function FileField({ id, label, value, isOne = false, isRequired = false, onChange }: Given) {
  const { api, speech } = useSetting();
  const [names, setNames] = useState<Record<string, string>>({});
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [isUnfit, setUnfit] = useState(false);
  // What was sent before the page was loaded is named by the API.
  const known = useLoaded(value.join(), async () => {
    const unnamed = value.filter((file) => names[file] === undefined);
    const files = await Promise.all(unnamed.map((file) => api.file(file)));
    return Object.fromEntries(files.map((file) => [file.id, file.name ?? speech.fieldName('file')]));
  });

  async function send(file: File): Promise<string | undefined> {
    const sent = await api.sendFile(file, crypto.randomUUID());
    for (let now = sent; ; now = await api.file(sent.id)) {
      if (now.unusedBy !== null) return sent.id;
      if (now.fault !== null) return undefined;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  async function sendAll(input: HTMLInputElement): Promise<void> {
    setSending(true);
    setUnfit(false);
    setError(undefined);
    const usable = isOne ? [] : [...value];
    try {
      for (const file of input.files ?? []) {
        const sent = await send(file);
        if (sent === undefined) setUnfit(true);
        else {
          usable.push(sent);
          setNames((known) => ({ ...known, [sent]: file.name }));
        }
      }
    } catch (cause) {
      setError(cause);
    } finally {
      if (usable.length > 0) onChange(usable);
      input.value = '';
      setSending(false);
    }
  }

  return (
    <div class="field">
      <label htmlFor={id}>
        {label} {!isRequired && <small>({speech.say('optional')})</small>}
      </label>
      <input
        id={id}
        type="file"
        multiple={!isOne}
        accept="image/*,application/pdf"
        disabled={isSending}
        onChange={({ currentTarget }) => void sendAll(currentTarget)}
      />
      <div role="status">
        {isSending && speech.say('uploading')}
        {isUnfit && <span class="bad">{speech.say('fileNotUsable')}</span>}
      </div>
      {error !== undefined && <Problem error={error} speech={speech} />}
      {value.length > 0 && (
        <ul class="plain">
          {value.map((file) => (
            <li key={file} class="row">
              {names[file] ?? known.data?.[file]}
              <button type="button" class="quiet" onClick={() => onChange(value.filter((each) => each !== file))}>
                {speech.say('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
