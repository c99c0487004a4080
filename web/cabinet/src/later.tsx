import type { ComponentChildren } from 'preact';
import { Problem } from '../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../shared/setting.ts';

interface Given<Pages> {
  /** What tells these pages from others. */
  of: string;
  load(): Promise<Pages>;
  show(pages: Pages): ComponentChildren;
}

/** A page that is loaded when it is shown first: what everybody needs stays small. */
export function Later<Pages>({ of, load, show }: Given<Pages>): ComponentChildren {
  const { speech } = useSetting();
  const { data, error } = useLoaded(`pages of ${of}`, load);
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  return data === undefined ? <p role="status">{speech.say('loading')}</p> : show(data);
}
