const NUMBERED = /^(\d+(?:\.\d+)*)\.\s/;

/** The text of the offer, which is in Russian. Each clause has an address of its own, such as `#clause-5.2`. */
export function OfferText({ text }: { text: string }) {
  return (
    <div lang="ru" class="stack">
      {text.split('\n').map((line, index) => {
        const [, number] = NUMBERED.exec(line) ?? [];
        if (line.trim() === '') return null;
        if (number === undefined) return <p key={index}>{line}</p>;
        if (!number.includes('.')) return <h2 key={index}>{line}</h2>;
        return (
          <p key={index} id={`clause-${number}`}>
            {line}
          </p>
        );
      })}
    </div>
  );
}
