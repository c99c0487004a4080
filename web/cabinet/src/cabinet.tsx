/** The cabinet: who is logged in, in which language, and which page is shown. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { openApi, Refusal } from '../../shared/client.ts';
import { forgetDrafts } from '../../shared/draft.ts';
import type { Language } from '../../shared/language.ts';
import { languageAmong } from '../../shared/language.ts';
import { Problem } from '../../shared/problem.tsx';
import { SettingContext, useLoaded } from '../../shared/setting.ts';
import { speech as speechOf } from '../../shared/words.ts';
import { ADDRESSES } from './address.ts';
import { AccountChoice } from './entry/account-choice.tsx';
import { LogIn } from './entry/log-in.tsx';
import { Registration } from './entry/registration.tsx';
import { MenuOfPages, ShownPage } from './pages.tsx';

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
          <button type="button" class="quiet" onClick={() => void api.logOut().then(forgetDrafts)}>
            {speech.say('logOut')}
          </button>
        )}
      </header>
      {own && <MenuOfPages speech={speech} />}
      <main id="content" tabIndex={-1}>
        {isOut ? (
          <LogIn api={api} speech={speech} onDone={accounts.reload} />
        ) : accounts.error ? (
          <Problem error={accounts.error} speech={speech} />
        ) : accounts.data === undefined ? (
          <p role="status">{speech.say('loading')}</p>
        ) : (
          <SettingContext.Provider value={{ api, speech, account: own?.id ?? '' }}>
            {own ? (
              <ShownPage key={`${language} ${own.id}`} />
            ) : accounts.data.items.length === 0 ? (
              <Registration key={language} />
            ) : (
              <AccountChoice />
            )}
          </SettingContext.Provider>
        )}
      </main>
    </>
  );
}
