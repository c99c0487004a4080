/** The picture of a chart as the API draws it, with the states lit that the life is in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../../shared/problem.tsx';
import { useSetting } from '../../../shared/setting.ts';
import { useWords } from '../words.ts';
import { loadPicture } from './load-picture.ts';

interface Given {
  kind: string;
  /** The ids of the innermost active states. */
  active: readonly string[];
}

export function Picture(given: Given) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words('picture')}</summary>
      {isOpen && <Drawn {...given} />}
    </details>
  );
}

function Drawn({ kind, active }: Given) {
  const { speech } = useSetting();
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let isOver = false;
    loadPicture(kind, speech.language).then((picture) => {
      if (isOver || place.current === null) return;
      light(picture, active);
      place.current.replaceChildren(picture);
      picture.querySelector('.here')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }, setError);
    return () => {
      isOver = true;
    };
  }, [kind, active.join(' ')]);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  return <section ref={place} class="picture" aria-label={words('picture')} tabIndex={0} />;
}

/** Lights the innermost states of the picture that are active. Each is a group whose title has its id, with `cluster_` before an outer one. The whole has no dot. */
function light(picture: Element, active: readonly string[]): void {
  const states = [...picture.querySelectorAll('g > title')].map((title) => ({
    group: title.parentElement as Element,
    id: (title.textContent ?? '').replace(/^cluster_/, ''),
  }));
  for (const each of active) {
    const within = states.filter(({ id }) => id.includes('.') && (each === id || each.startsWith(`${id}.`)));
    within.toSorted((one, other) => other.id.length - one.id.length)[0]?.group.classList.add('here');
  }
}
