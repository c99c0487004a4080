/** Why one of the staff reads: chosen by the person before anything is read, and shown all the while. */
import { useState } from 'preact/hooks';
import type { Speech } from '../../../shared/words.ts';
import type { Reason } from '../words.ts';
import { REASONS, wordsOf } from '../words.ts';

interface Given {
  speech: Speech;
  onChoose(reason: Reason): void;
}

const ALL = Object.keys(REASONS) as Reason[];

export function ReasonChoice({ speech, onChoose }: Given) {
  const words = wordsOf(speech);
  const [chosen, choose] = useState<Reason>('work');
  return (
    <form
      class="narrow stack"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(chosen);
      }}
    >
      <h1>{words('reasonNow')}</h1>
      <p>{words('reasonWhy')}</p>
      <fieldset>
        <legend>{words('reason')}</legend>
        {ALL.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="reason" value={each} checked={each === chosen} onChange={() => choose(each)} />
            <span>{REASONS[each][speech.language]}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="first">
        {words('begin')}
      </button>
    </form>
  );
}

export function ShownReason({ speech, reason, onChoose }: Given & { reason: Reason }) {
  return (
    <div class="bar reason">
      <label>
        <span>{wordsOf(speech)('reason')}</span>
        <select value={reason} onChange={({ currentTarget }) => onChoose(currentTarget.value as Reason)}>
          {ALL.map((each) => (
            <option key={each} value={each}>
              {REASONS[each][speech.language]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
