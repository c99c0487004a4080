/** The console: who of the staff is logged in, why they read, and which page is shown. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../../shared/client.ts';
import { openApi, Refusal } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import { languageAmong } from '../../shared/language.ts';
import { Problem } from '../../shared/problem.tsx';
import { SettingContext, useLoaded } from '../../shared/setting.ts';
import type { Speech } from '../../shared/words.ts';
import { speech as speechOf } from '../../shared/words.ts';
import { ADDRESSES } from './address.ts';
import { LogIn } from './entry/log-in.tsx';
import { ReasonChoice, ShownReason } from './entry/reason.tsx';
import { SecondFactor } from './entry/second-factor.tsx';
import { MenuOfPages, ShownPage } from './pages.tsx';
import type { Reason } from './words.ts';
import { REASONS, wordsOf } from './words.ts';

const [LANGUAGE, REASON] = ['language', 'reason'];
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

const keptReason = (): Reason | undefined => {
  const kept = sessionStorage.getItem(REASON) ?? '';
  return kept in REASONS ? (kept as Reason) : undefined;
};

const codeOf = (error: unknown): string | undefined => (error instanceof Refusal ? error.problem.code : undefined);

export function Console() {
  const [language, setLanguage] = useState(() => languageAmong([localStorage.getItem(LANGUAGE) ?? '', ...navigator.languages]));
  const [logins, setLogins] = useState(0);
  const [reason, setReason] = useState(keptReason);
  const [isFactorNeeded, needFactor] = useState(false);
  const speech = useMemo(() => speechOf(language), [language]);
  const api = useMemo(() => {
    const onLoggedOut = (): void => {
      sessionStorage.removeItem(REASON);
      setReason(undefined);
      setLogins((count) => count + 1);
    };
    return openApi({ page: 'console', language, reason, onLoggedOut, onFactorNeeded: () => needFactor(true) });
  }, [language, reason]);
  const accounts = useLoaded(`accounts ${language} ${logins}`, api.accounts);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(LANGUAGE, language);
  }, [language]);
  const chooseReason = (chosen: Reason): void => {
    sessionStorage.setItem(REASON, chosen);
    setReason(chosen);
  };
  const proved = (): void => {
    needFactor(false);
    if (accounts.error !== undefined) accounts.reload();
  };

  const own = accounts.data?.items.find((each) => each.own);
  const why = codeOf(accounts.error);
  return (
    <>
      <a class="skip" href="#content">
        {speech.say('toContent')}
      </a>
      <header>
        <div class="bar">
          <a class="name" href={ADDRESSES.work}>
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
          {(accounts.data !== undefined || why !== 'unauthenticated') && (
            <button type="button" class="quiet" onClick={() => void api.logOut()}>
              {speech.say('logOut')}
            </button>
          )}
        </div>
        {own && reason && <ShownReason speech={speech} reason={reason} onChoose={chooseReason} />}
      </header>
      {own && reason && <MenuOfPages speech={speech} />}
      <main id="content" tabIndex={-1}>
        {why === 'unauthenticated' ? (
          <LogIn api={api} speech={speech} onDone={accounts.reload} />
        ) : why === 'second-factor-needed' ? (
          <SecondFactor api={api} speech={speech} onDone={proved} />
        ) : accounts.error ? (
          <Problem error={accounts.error} speech={speech} />
        ) : own === undefined ? (
          <p role="status">{speech.say('loading')}</p>
        ) : reason === undefined ? (
          <ReasonChoice speech={speech} onChoose={chooseReason} />
        ) : (
          <SettingContext.Provider value={{ api, speech, account: own.id }}>
            <ShownPage key={`${language} ${own.id}`} />
          </SettingContext.Provider>
        )}
      </main>
      {own && isFactorNeeded && <FactorAgain {...{ api, speech }} onDone={proved} onClose={() => needFactor(false)} />}
    </>
  );
}

/** Over whatever the person was doing: nothing that was typed is lost. */
function FactorAgain({ onClose, ...given }: { api: Api; speech: Speech; onDone(): void; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={wordsOf(given.speech)('secondFactor')} onClose={onClose}>
      <p>{wordsOf(given.speech)('factorWhy')}</p>
      <SecondFactor {...given} />
    </dialog>
  );
}
