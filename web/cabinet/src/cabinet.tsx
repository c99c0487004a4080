/** The cabinet: who is logged in, in which language, and which page is shown. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { openApi, Refusal } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import { languageAmong } from '../../shared/language.ts';
import type { Speech } from '../../shared/words.ts';
import { speech as speechOf } from '../../shared/words.ts';
import { AccountChoice } from './account-choice.tsx';
import { ADDRESSES, taskIn, usePath } from './address.ts';
import { Heading } from './heading.tsx';
import { LogIn } from './log-in.tsx';
import { PostTask } from './post-task.tsx';
import { Problem } from './problem.tsx';
import { SettingContext, useLoaded } from './setting.ts';
import { TaskList } from './task-list.tsx';
import { TaskPage } from './task-page.tsx';
import { TaskSearch } from './task-search.tsx';

const LANGUAGE = 'language';
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function Cabinet() {
  const [language, setLanguage] = useState(() => languageAmong([localStorage.getItem(LANGUAGE) ?? '', ...navigator.languages]));
  const [logins, setLogins] = useState(0);
  const speech = useMemo(() => speechOf(language), [language]);
  const api = useMemo(() => openApi('cabinet', language, () => setLogins((count) => count + 1)), [language]);
  const accounts = useLoaded(`accounts ${language} ${logins}`, api.accounts);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(LANGUAGE, language);
  }, [language]);

  const own = accounts.data?.items.find((each) => each.own);
  const isOut = accounts.error instanceof Refusal && accounts.error.problem.status === 401;
  return (
    <>
      <a class="skip" href="#content">
        {speech.say('toContent')}
      </a>
      <header class="bar">
        <a class="name" href={ADDRESSES.tasks}>
          {speech.say('platform')}
        </a>
        <span class="account">{own?.name}</span>
        <select
          aria-label={speech.say('language')}
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as Language)}
        >
          {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        {accounts.data && (
          <button type="button" class="quiet" onClick={() => void api.logOut()}>
            {speech.say('logOut')}
          </button>
        )}
      </header>
      {own && <Pages speech={speech} />}
      <main id="content" tabIndex={-1}>
        {isOut ? (
          <LogIn api={api} speech={speech} onDone={accounts.reload} />
        ) : accounts.error ? (
          <Problem error={accounts.error} speech={speech} />
        ) : accounts.data === undefined ? (
          <p role="status">{speech.say('loading')}</p>
        ) : own === undefined ? (
          <AccountChoice api={api} speech={speech} accounts={accounts.data.items} onDone={accounts.reload} />
        ) : (
          <SettingContext.Provider value={{ api, speech, account: own.id }}>
            <Page key={`${language} ${own.id}`} />
          </SettingContext.Provider>
        )}
      </main>
    </>
  );
}

function Pages({ speech }: { speech: Speech }) {
  const path = usePath();
  const links = [
    [ADDRESSES.tasks, speech.say('myTasks')],
    [ADDRESSES.search, speech.say('search')],
    [ADDRESSES.post, speech.say('postTask')],
  ] as const;
  return (
    <nav class="pages" aria-label={speech.say('pages')}>
      {links.map(([to, name]) => (
        <a key={to} href={to} aria-current={to === path ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function Page() {
  const path = usePath();
  const task = taskIn(path);
  if (task !== undefined) return <TaskPage key={task} id={task} />;
  if (path === ADDRESSES.tasks) return <TaskList />;
  if (path === ADDRESSES.search) return <TaskSearch />;
  if (path === ADDRESSES.post) return <PostTask />;
  return <Heading word="notFound" />;
}
