/** A claim as the other side will read it. */
import { Facts } from '../../../shared/facts.tsx';
import { dayInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { useOwnName } from '../own-name.ts';

interface Given {
  against: string;
  subject: string;
  body: { about?: unknown; amount?: unknown; demand?: unknown; calculation?: unknown; files?: unknown; happenedOn?: unknown };
}

export function ClaimPaper({ against, subject, body }: Given) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const name = useOwnName();
  const lines = (body.calculation ?? []) as { what: string; amount: number }[];
  const files = (body.files ?? []) as string[];
  return (
    <article class="paper stack" aria-label={say('claim')}>
      <h2>{say('claim')}</h2>
      <Facts
        facts={[
          [say('claimFrom'), name],
          [say('claimTo'), against],
          [say('task'), subject],
          [speech.fieldName('about'), speech.choiceName(String(body.about))],
          [speech.fieldName('happenedOn'), body.happenedOn !== undefined && dayInWords(String(body.happenedOn))],
        ]}
      />
      <p class="typed">{String(body.demand ?? '')}</p>
      {lines.length > 0 && (
        <ul class="lines">
          {lines.map(({ what, amount }, index) => (
            <li key={index} class="row spread">
              <span>{what}</span>
              <span class="sum">{sumInWords(language, amount)}</span>
            </li>
          ))}
        </ul>
      )}
      {body.amount !== undefined && (
        <p class="total">
          {say('total')}: <strong>{sumInWords(language, Number(body.amount))}</strong>
        </p>
      )}
      {files.length > 0 && (
        <p>
          {say('attachedFiles')}: {files.length}
        </p>
      )}
    </article>
  );
}
