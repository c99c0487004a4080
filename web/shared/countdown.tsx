import { useEffect, useState } from 'preact/hooks';
import { timeLeft } from './language.ts';
import { useSetting } from './setting.ts';

/** What is left until a moment, each second anew. A screen reader hears it only when it is asked. */
export function Countdown({ to }: { to: string }) {
  const { language } = useSetting().speech;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <time dateTime={to} role="timer" aria-live="off">
      {timeLeft(language, Date.parse(to) - now)}
    </time>
  );
}
