/** What every page has: the API, the words of the chosen language, and for whom the person acts. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from './client.ts';
import type { Speech } from './words.ts';

export interface Setting {
  api: Api;
  speech: Speech;
  /** The id of the account that the session acts for. Empty for a stranger, who reads the site alone. */
  account: string;
  /** When what is shown was read, if there is no network: it may be old, and nothing can be done. */
  readAt?: string | undefined;
}

export const SettingContext = createContext<Setting | undefined>(undefined);

export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === undefined) throw new Error('a page stands within the setting');
  return setting;
}

/** The setting with other names for some fields and choices, for the parts of one page. */
export const named = (setting: Setting, names: Partial<Pick<Speech, 'fieldName' | 'choiceName'>>): Setting => ({
  ...setting,
  speech: { ...setting.speech, ...names },
});

interface Loaded<Data> {
  data: Data | undefined;
  error: unknown;
  set(data: Data): void;
  reload(): void;
}

/** Loads once for each key, and again when asked and when the network is back. What was loaded stays shown meanwhile. */
export function useLoaded<Data>(key: string, load: () => Promise<Data>): Loaded<Data> {
  const [state, setState] = useState<{ key: string; data?: Data; error?: unknown }>({ key });
  const [turn, setTurn] = useState(0);
  const reload = (): void => setTurn((count) => count + 1);
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);
  useEffect(() => {
    let isOver = false;
    load().then(
      (data) => isOver || setState({ key, data }),
      (error: unknown) => isOver || setState({ key, error }),
    );
    return () => {
      isOver = true;
    };
  }, [key, turn]);
  const own = state.key === key ? state : { key };
  return {
    ...{ data: own.data, error: own.error },
    set: (data) => setState({ key, data }),
    reload,
  };
}

/** Calls with each news that concerns the account, while the page is shown. */
export function useNews(changed: () => void): void {
  const { api } = useSetting();
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const over = new AbortController();
    api.followAccount(() => latest.current(), over.signal);
    return () => over.abort();
  }, [api]);
}

interface Sending<Given extends unknown[]> {
  isSending: boolean;
  error: unknown;
  start(...given: Given): void;
  forget(): void;
}

/** Sends something at a click, once at a time. */
export function useSending<Data, Given extends unknown[] = []>(
  send: (...given: Given) => Promise<Data>,
  done: (data: Data) => void,
): Sending<Given> {
  const [state, setState] = useState<{ isSending: boolean; error?: unknown }>({ isSending: false });
  const start = (...given: Given): void => {
    if (state.isSending) return;
    setState({ isSending: true });
    send(...given).then(
      (data) => {
        setState({ isSending: false });
        done(data);
      },
      (error: unknown) => setState({ isSending: false, error }),
    );
  };
  return { ...state, error: state.error, start, forget: () => setState({ isSending: false }) };
}
