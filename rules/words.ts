/**
 * Words that texts for users avoid. The offer makes civil-law relations (3.4); labour-law words and «штраф» speak of others and invite a court
 * to see an employment. Say исполнитель, вознаграждение, задание, неустойка or пеня, период выполнения instead.
 *
 * Whole words are compared, so «отработка», «сотрудничество», `define` and `confine` pass. Limits: «смена» passes only before a thing that is
 * changed and is in the list (смена пароля, смены авторизованного номера); «график», `fine`, `shift` and `schedule` are refused in every sense;
 * quotations of a law and captions of official forms (form R-1 says «графиком») are not texts of ours and should not be asked about.
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

/** The words of a text that texts for users avoid, as written and in their order; an empty list when there are none. */
export function forbiddenWords(text: string): string[] {
  return [...text.matchAll(FORBIDDEN)].map(([word]) => word);
}
