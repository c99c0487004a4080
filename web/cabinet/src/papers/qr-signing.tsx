/** A QR code by which the person signs in eGov Mobile, and what became of it. */
import { useEffect, useState } from 'preact/hooks';
import { Countdown } from '../../../shared/countdown.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useSending, useSetting } from '../../../shared/setting.ts';
import type { Signing } from './api.ts';
import { openQr, qrState } from './api.ts';

type Code = Awaited<ReturnType<typeof openQr>>;

/** Milliseconds between two looks at what became of a code. */
const PAUSE = 2_000;

export function QrSigning({ signing, onSigned }: { signing: Signing; onSigned(): void }) {
  const { api, speech } = useSetting();
  const [code, setCode] = useState<Code>();
  const [ended, setEnded] = useState<string | null>();
  const { start, isSending, error } = useSending(
    () => openQr(api, signing.id),
    (opened) => {
      setEnded(undefined);
      setCode(opened);
    },
  );
  useEffect(() => {
    if (code === undefined) return;
    const looking = setInterval(async () => {
      // The next look answers where this one does not arrive.
      const { state, message } = await qrState(api, code.id).catch(() => ({ state: 'waiting' as const, message: null }));
      if (state === 'waiting') return;
      clearInterval(looking);
      setCode(undefined);
      if (state === 'signed') onSigned();
      else setEnded(message);
    }, PAUSE);
    return () => clearInterval(looking);
  }, [code]);
  return (
    <div class="stack">
      {error !== undefined && <Problem error={error} speech={speech} />}
      {signing.qrThrough !== null && <p class="note">{speech.say('qrThrough').replace('{service}', signing.qrThrough)}</p>}
      {ended !== undefined && (
        <p class="note bad" role="alert">
          {ended ?? speech.say('qrEnded')}
        </p>
      )}
      {code === undefined ? (
        <button type="button" class="first" disabled={isSending} onClick={start}>
          {speech.say('showQr')}
        </button>
      ) : (
        <>
          <img class="qr" src={code.picture} alt={speech.say('qrCode')} />
          <p role="status">
            {speech.say('qrWaits')} <Countdown to={code.expiresAt} />
          </p>
          <a href={code.links.egovMobile}>{speech.say('openEgovMobile')}</a>
          {code.links.egovBusiness && <a href={code.links.egovBusiness}>{speech.say('openEgovBusiness')}</a>}
        </>
      )}
    </div>
  );
}
