import { momentInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { useWords } from '../words.ts';
import type { Matter } from './api.ts';

/** Lives in a table, each with a link to it. */
export function Matters({ matters }: { matters: readonly Matter[] }) {
  const { language } = useSetting().speech;
  const words = useWords();
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words('matter')}</th>
          <th scope="col">{words('state')}</th>
          <th scope="col">{words('changedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {matters.map(({ lifeName, number, title, stateName, changedAt, href }) => (
          <tr key={href}>
            <td>
              <a href={ADDRESSES.of(href)}>
                {lifeName} № {number}
              </a>{' '}
              {title}
            </td>
            <td data-label={words('state')}>{stateName}</td>
            <td data-label={words('changedAt')}>{momentInWords(language, changedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
