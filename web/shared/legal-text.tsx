/** A text of the law or of a contract, in its paragraphs. Whoever does not use a mouse can scroll it too. */
const HEADING = /^\d+\. .{1,80}[^.;:]$/;

export function LegalText({ text, title }: { text: string; title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="paper" aria-label={title} tabIndex={0}>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (HEADING.test(line) ? <h3 key={index}>{line}</h3> : <p key={index}>{line}</p>))}
    </section>
  );
}
