/** Leads to the check of a paper: by its reference, or by a file, whose hash is computed here. */
import { useState } from 'preact/hooks';
import { Heading } from '../../../shared/heading.tsx';
import { useSetting } from '../../../shared/setting.ts';

/** The page to which QR codes lead as well. It is drawn by the server, for browsers without scripts too. */
const checkOf = (id: string): string => `/verify/${encodeURIComponent(id)}`;

async function hashOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function CheckPaper() {
  const { say } = useSetting().speech;
  const [mark, setMark] = useState('');
  const [isUnread, setUnread] = useState(false);
  const choose = (file: File): void => {
    setUnread(false);
    hashOf(file).then(
      (hash) => location.assign(checkOf(hash)),
      () => setUnread(true),
    );
  };
  return (
    <div class="stack">
      <Heading word="checkOfPaper" />
      <p>{say('whatCheckTells')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          location.assign(checkOf(mark.trim()));
        }}
      >
        <label>
          <span>{say('paperMark')}</span>
          <input
            required
            autocomplete="off"
            spellcheck={false}
            value={mark}
            onInput={({ currentTarget }) => setMark(currentTarget.value)}
          />
        </label>
        <button type="submit" class="first">
          {say('check')}
        </button>
      </form>
      <div class="field">
        <label htmlFor="paper">{say('orFile')}</label>
        <input
          id="paper"
          type="file"
          aria-describedby="paper-stays"
          onChange={({ currentTarget: { files } }) => files?.[0] && choose(files[0])}
        />
        <span id="paper-stays" class="soft">
          {say('fileStays')}
        </span>
        <div role="status">{isUnread && <span class="bad">{say('fileUnread')}</span>}</div>
      </div>
      <p class="soft">{say('qrLeads')}</p>
    </div>
  );
}
