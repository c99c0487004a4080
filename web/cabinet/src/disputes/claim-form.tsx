/** A claim step by step: what it is about, its sum line by line, the grounds and what proves them, the claim as it will stand, and only then it is sent. */
import { useEffect, useState } from 'preact/hooks';
import type { Preview } from '../../../shared/client.ts';
import { Fields } from '../../../shared/fields.tsx';
import type { Field, Values } from '../../../shared/form-fields.ts';
import { bodyOf, lacking } from '../../../shared/form-fields.ts';
import { sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useSending, useSetting } from '../../../shared/setting.ts';
import { wrongOf } from '../../../shared/wrong-fields.ts';
import { ClaimPaper } from './claim-paper.tsx';

type About = 'price' | 'damages' | 'penalty' | 'costs' | 'conduct' | 'ending';
const ABOUTS: readonly About[] = ['price', 'damages', 'penalty', 'costs', 'conduct', 'ending'];

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  ...{ name, kind, isRequired: false, choices: [], mostLetters: undefined, fields: [] },
  ...more,
});
const required = { isRequired: true };

const CALCULATION = field('calculation', 'list', {
  fields: [field('what', 'line', { ...required, mostLetters: 500 }), field('amount', 'sum', required)],
});
const AMOUNT = field('amount', 'sum');
const GROUNDS = [field('demand', 'text', { ...required, mostLetters: 10_000 }), field('files', 'files')];
const DAY = field('happenedOn', 'date', required);

/** The fields of a claim of one kind. About conduct nobody asks for money. */
const fieldsOfClaim = (about: About | undefined, isAgainstOperator: boolean): Field[] => [
  ...(isAgainstOperator ? [DAY] : []),
  ...(about === 'conduct' ? [] : [CALCULATION, AMOUNT]),
  ...GROUNDS,
];

/** The body of a claim. Where the sum is reckoned line by line, it is what the lines come to. */
function claimOf(about: About, fields: readonly Field[], values: Values): Values {
  const body = bodyOf(fields, values);
  const lines = (body.calculation ?? []) as { amount: number }[];
  const amount = lines.length > 0 ? lines.reduce((sum, line) => sum + line.amount, 0) : body.amount;
  return { about, ...body, ...(amount !== undefined && { amount }) };
}

interface Given {
  /** Where the draft is kept on the device. */
  place: string;
  /** Whose claim it is against, and what it is about, as the paper names them. */
  against: string;
  subject: string;
  isAgainstOperator?: boolean;
  /** What the claim brings, where the API can say it before. */
  preview?: (body: Values) => Promise<Preview>;
  send(body: Values, key: string): Promise<unknown>;
  onSent(): void;
}

interface Draft {
  about?: About;
  values: Values;
  key: string;
}

function draftOf(place: string): Draft {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '');
  } catch {
    return { values: {}, key: crypto.randomUUID() };
  }
}

export function ClaimForm({ place, against, subject, isAgainstOperator = false, preview, send, onSent }: Given) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const [{ about, values, key }, setDraft] = useState(() => draftOf(place));
  const [lacks, setLacks] = useState<string[]>([]);
  const [shown, setShown] = useState<{ body: Values; preview: Preview | undefined }>();
  useEffect(() => localStorage.setItem(place, JSON.stringify({ about, values, key })), [place, about, values, key]);
  const fields = fieldsOfClaim(about, isAgainstOperator);
  const body = claimOf(about ?? 'conduct', fields, values);
  const looking = useSending(
    async () => ({ body, preview: await preview?.(body) }),
    (drafted) => setShown(drafted),
  );
  const sending = useSending(
    () => send(shown?.body ?? body, key),
    () => {
      localStorage.removeItem(place);
      onSent();
    },
  );
  const error = sending.error ?? looking.error;
  const hasLines = ((values.calculation ?? []) as unknown[]).length > 0;
  const correct = (): void => {
    setShown(undefined);
    sending.forget();
    // What was refused may be sent again once it is corrected.
    setDraft({ ...(about && { about }), values, key: crypto.randomUUID() });
  };
  const submit = (): void => {
    if (shown) {
      sending.start();
      return;
    }
    const missing = [...(about === undefined ? ['about'] : []), ...lacking(fields, values)];
    setLacks(missing);
    if (missing.length === 0) looking.start();
  };
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Problem error={error} speech={speech} lacking={lacks} />
      {shown ? (
        <>
          <p class="soft">{say('readBeforeSending')}</p>
          <ClaimPaper against={against} subject={subject} body={shown.body} />
          {shown.preview?.consequences && <p>{shown.preview.consequences}</p>}
          {shown.preview?.warnings.map(({ message }) => (
            <p key={message} class="note">
              {message}
            </p>
          ))}
        </>
      ) : (
        <>
          <p class="soft">{say('draftKept')}</p>
          <fieldset id="field-about" tabIndex={-1}>
            <legend>{speech.fieldName('about')}</legend>
            {ABOUTS.map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="about" checked={each === about} onChange={() => setDraft({ about: each, values, key })} />
                <span>
                  {speech.choiceName(each)} <span class="soft">{say(`about-${each}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Fields
            fields={hasLines ? fields.filter((each) => each !== AMOUNT) : fields}
            values={values}
            wrong={wrongOf(error, lacks, speech)}
            onChange={(changed) => setDraft({ ...(about && { about }), values: changed, key })}
          />
          {about !== 'conduct' && (
            <p class="total" aria-live="polite">
              {say('total')}: <strong>{sumInWords(language, Number(body.amount ?? 0) || 0)}</strong>
            </p>
          )}
        </>
      )}
      <div class="row end">
        {shown && (
          <button type="button" onClick={correct}>
            {say('back')}
          </button>
        )}
        <button type="submit" class="first" disabled={looking.isSending || sending.isSending}>
          {say(shown ? 'sendClaim' : 'readClaim')}
        </button>
      </div>
    </form>
  );
}
