/**
 * Words that texts for users must avoid. The offer creates civil-law relations (3.4). Labour-law words and «штраф» suggest others, so that a court may
 * find an employment. Say исполнитель, вознаграждение, задание, неустойка or пеня, период выполнения instead.
 *
 * Whole words are compared, so «отработка», «сотрудничество», `define` and `confine` pass. Limits: «смена» passes only before a listed thing that
 * changes (смена пароля, смены авторизованного номера). «график», `fine`, `shift` and `schedule` are refused in every sense. Do not check quotations
 * of a law or captions of official forms (form R-1 says «графиком»): they are not our texts.
 */

const CHANGED = [
  'парол',
  'номер',
  'телефон',
  'устройств',
  'адрес',
  'почт',
  'реквизит',
  'язык',
  'статус',
  'срок',
  'редакци',
  'ключ',
  'подпис',
];
const CHANGED_PARTIES = ['исполнител', 'заказчик', 'владельц'];

const RUSSIAN = [
  'сотрудни[кц]\\p{L}*',
  'работни[кц]\\p{L}*',
  'зарплат\\p{L}*',
  'заработн\\p{L}*\\s+плат\\p{L}*',
  `смен(?:а|ы|е|у|ой|ою|ам|ами|ах)?(?!\\s+(?:\\p{L}+\\s+)?(?:${[...CHANGED, ...CHANGED_PARTIES].join('|')})\\p{L}*)`,
  'посменн\\p{L}*',
  '(?:о)?штраф\\p{L}*',
  'график(?:а|у|ом|е|и|ов|ам|ами|ах)?',
  'отпуск(?:а|у|ом|е|ов|ам|ами|ах|ные|ных|ным|ными)?',
  'увольнен\\p{L}*',
  'увол(?:и|ен|ьня|ю|ят)\\p{L}*',
];

const KAZAKH = [
  'қызметкер\\p{L}*',
  'жұмыскер\\p{L}*',
  'жалақы\\p{L}*',
  'еңбекақы\\p{L}*',
  'айыппұл\\p{L}*',
  'ауысым\\p{L}*',
  'жұмыс\\s+кестес\\p{L}*',
  'еңбек\\s+демалыс\\p{L}*',
  'жұмыстан\\s+(?:шығар|босат)\\p{L}*',
];

const ENGLISH = [
  'employees?',
  'workers?',
  'salar(?:y|ies)',
  'wages?',
  'payroll',
  'shifts?',
  'fine[sd]?',
  'schedules?',
  'vacations?',
  'dismissals?',
];

const FORBIDDEN = new RegExp(`(?<![\\p{L}\\p{M}])(?:${[...RUSSIAN, ...KAZAKH, ...ENGLISH].join('|')})(?![\\p{L}\\p{M}])`, 'giu');

/** The forbidden words of a text, as written and in order. Empty if there are none. */
export function forbiddenWords(text: string): string[] {
  return [...text.matchAll(FORBIDDEN)].map(([word]) => word);
}
