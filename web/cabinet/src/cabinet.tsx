/** The cabinet: who is logged in, in which language, and which page is shown. */
import { Fragment } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { openApi, Refusal } from '../../shared/client.ts';
import { forgetDrafts } from '../../shared/draft.ts';
import type { Language } from '../../shared/language.ts';
import { languageAmong, momentInWords } from '../../shared/language.ts';
import { Problem } from '../../shared/problem.tsx';
import { SettingContext, useLoaded } from '../../shared/setting.ts';
import { speech as speechOf } from '../../shared/words.ts';
import { ADDRESSES, usePath } from './address.ts';
import { LogIn } from './entry/log-in.tsx';
import { Beginning, MenuOfPages, MenuOfSite, ShownPage, siteAt } from './pages.tsx';
import { forgetPerson } from './worker.ts';

const LANGUAGE = 'language';
/** The account that this browser acted for last: a hint, so that a page need not wait for who is logged in. What it may read the API decides. */
const ACTED_FOR = 'acted-for';
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function Cabinet() {
  const [language, setLanguage] = useState(() => languageAmong([localStorage.getItem(LANGUAGE) ?? '', ...navigator.languages]));
  const [logins, setLogins] = useState(0);
  const speech = useMemo(() => speechOf(language), [language]);
  const [readAt, setReadAt] = useState<string>();
  const api = useMemo(
    () => openApi({ page: 'cabinet', language, onLoggedOut: () => setLogins((count) => count + 1), onRead: setReadAt }),
    [language],
  );
  const accounts = useLoaded(`accounts ${language} ${logins}`, api.accounts);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(LANGUAGE, language);
  }, [language]);

  const site = siteAt(usePath());
  const own = accounts.data?.items.find((each) => each.own);
  const isAsked = accounts.data === undefined && accounts.error === undefined;
  const account = own?.id ?? (isAsked ? (localStorage.getItem(ACTED_FOR) ?? undefined) : undefined);
  const isOut = accounts.error instanceof Refusal && accounts.error.problem.status === 401;
  const isStranger = isOut || (isAsked && account === undefined);
  // Until now the page followed what happens.
  useEffect(() => {
    const lose = (): void => setReadAt(new Date().toISOString());
    addEventListener('offline', lose);
    return () => removeEventListener('offline', lose);
  }, []);
  useEffect(() => {
    if (own) localStorage.setItem(ACTED_FOR, own.id);
    if (!isOut) return;
    localStorage.removeItem(ACTED_FOR);
    void forgetPerson();
  }, [own?.id, isOut]);
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
        {isStranger && site !== undefined && <a href={ADDRESSES.tasks}>{speech.say('enter')}</a>}
        {accounts.data && (
          <button type="button" class="quiet" onClick={() => void api.logOut().then(forgetDrafts)}>
            {speech.say('logOut')}
          </button>
        )}
      </header>
      {account !== undefined && <MenuOfPages speech={speech} />}
      {isStranger && <MenuOfSite speech={speech} />}
      <main id="content" tabIndex={-1}>
        <div role="status">
          {readAt !== undefined && <p class="note above">{speech.say('noNetwork').replace('{moment}', momentInWords(language, readAt))}</p>}
        </div>
        {site !== undefined ? (
          <SettingContext.Provider value={{ api, speech, account: account ?? '', readAt }}>
            <Fragment key={language}>{site}</Fragment>
          </SettingContext.Provider>
        ) : isStranger ? (
          <>
            <LogIn api={api} speech={speech} onDone={accounts.reload} />
            <p class="narrow">
              {speech.say('whatAkJetIs')} <a href={ADDRESSES.about}>{speech.say('about')}</a>
            </p>
          </>
        ) : accounts.error ? (
          <Problem error={accounts.error} speech={speech} />
        ) : (
          <SettingContext.Provider value={{ api, speech, account: account ?? '', readAt }}>
            {account !== undefined ? (
              <ShownPage key={`${language} ${account}`} />
            ) : (
              <Beginning key={language} isNew={accounts.data?.items.length === 0} />
            )}
          </SettingContext.Provider>
        )}
      </main>
      {account !== undefined && (
        <footer>
          <MenuOfSite speech={speech} />
        </footer>
      )}
    </>
  );
}
