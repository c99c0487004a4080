/** Short-lived links to the bytes of a file, for a page that shows an image and can send no header with it. Whoever has the link sees that form, until it ends. */
import type { Keys } from '../../models/keys.ts';
import type { Form } from '../../models/stores/file-content.ts';

export interface Link {
  form: Form;
  /** Seconds since 1970. */
  until: number;
  signature: string;
}

const partsOf = (file: string, { form, until }: Omit<Link, 'signature'>): string[] => [file, form, String(until)];

/** The address of a link that ends in so many minutes. */
export function linkTo(keys: Keys, file: string, form: Form, minutes: number): string {
  const until = Math.ceil(Date.now() / 1_000) + minutes * 60;
  const signature = keys.hash('fileLink', ...partsOf(file, { form, until }));
  return `/v1/files/${file}/shown?${new URLSearchParams({ form, until: String(until), signature })}`;
}

/** Whether the platform made the link, and whether it still holds. */
export function standingOf(keys: Keys, file: string, link: Link): 'open' | 'over' | 'forged' {
  if (!keys.isHash(link.signature, 'fileLink', ...partsOf(file, link))) return 'forged';
  return link.until * 1_000 > Date.now() ? 'open' : 'over';
}
