import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSetting } from './setting.ts';
import type { Word } from './words.ts';

/** The heading of a page by one of the platform's words. */
export function Heading({ word }: { word: Word }) {
  return <Title>{useSetting().speech.say(word)}</Title>;
}

/** The heading of a page. A page that is gone to begins there, also for who listens to it. */
export function Title({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${place.current?.textContent} · AkJet`;
    if (history.state !== null || document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <h1 ref={place} tabIndex={-1}>
      {children}
    </h1>
  );
}
