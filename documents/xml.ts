/** Writes XML: elements with a text or with other elements in them, in the order in which they are named. */

/** What XML 1.0 can hold at all. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => text.replace(UNFIT, '').replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');

/** Nothing is written where there is nothing to say. */
export type Element = [name: string, content: string | null | undefined | readonly Element[]];

export const xmlOf = ([name, content]: Element): string =>
  content === null || content === undefined
    ? ''
    : `<${name}>${typeof content === 'string' ? escaped(content) : content.map(xmlOf).join('')}</${name}>`;
