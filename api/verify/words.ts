/** What the page that checks a paper says. Its readers have the paper: an accountant, a judge, a bank, mostly without an account. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';

export const WORDS = {
  title: said('Құжатты тексеру', 'Проверка документа', 'Check of a document'),
  state: said('Күйі', 'Состояние', 'State'),
  reference: said('Құжаттың белгісі', 'Метка документа', 'Reference'),
  stored: said('Платформадағы файл', 'Файл на платформе', 'The file on the platform'),
  whole: said('осы SHA-256 мәніне сай', 'соответствует этому SHA-256', 'is the one that this SHA-256 stands for'),
  changed: said(
    'осы SHA-256 мәніне сай емес: оған сенуге болмайды',
    'не соответствует этому SHA-256: полагаться на него нельзя',
    'is not the one that this SHA-256 stands for: do not rely on it',
  ),
  erased: said(
    'заңға сай өшірілген: тараптың Аккаунты жабылып, сақтау мерзімі аяқталған. Қол қою жазбасы сақталған, файлыңызды SHA-256 бойынша салыстыруға болады',
    'стёрт по закону: Аккаунт стороны закрыт, срок хранения истёк. Запись о подписании осталась, свой файл можно сравнить по SHA-256',
    'was erased by law: the account of a party is closed and the term of keeping is over. The record of the signing stays, and your file can be compared by its SHA-256',
  ),
  signatures: said('Қолтаңбалар мен растаулар', 'Подписи и подтверждения', 'Signatures and confirmations'),
  none: said('Әлі ешкім қол қойған жоқ.', 'Пока никто не подписал.', 'Nobody has signed yet.'),
  awaited: said('Әлі күтілетіні: {count}.', 'Ещё ожидается: {count}.', 'Still awaited: {count}.'),
  given: said('Берілген уақыты', 'Дана', 'Given'),
  timeStamped: said('Уақыт белгісі', 'Метка времени', 'Time stamp'),
  algorithm: said('Алгоритм', 'Алгоритм', 'Algorithm'),
  almaty: said('Алматы уақыты', 'время Алматы', 'Almaty time'),
  received: said('Қабылданған кезде', 'При получении', 'When received'),
  now: said('Қазір', 'Сейчас', 'Now'),
  holds: said('қолтаңба дұрыс', 'подпись верна', 'the signature holds'),
  fails: said('қолтаңба дұрыс емес', 'подпись неверна', 'the signature does not hold'),
  unknown: said('тексеру мүмкін емес', 'проверить нельзя', 'cannot be checked'),
  check: said('Тексеру', 'Проверка', 'Check'),
  names: said(
    'Бұл бетте есімдер мен нөмірлер жоқ: олар құжаттың өзінде. Тараптар Жеке кабинетте қолтаңбалары, сертификаттары және платформасыз тексеру нұсқаулығы бар архивті ала алады.',
    'На этой странице нет имён и номеров: они в самом документе. Стороны могут взять в Личном кабинете архив с подписями, сертификатами и указанием, как проверить их без платформы.',
    'This page shows no names and no numbers: they are in the document itself. In their cabinet the parties can get an archive with the signatures, the certificates, and how to check them without the platform.',
  ),
  notFound: said(
    'Платформа мұндай құжатты білмейді. Сілтеме толық көшірілмеген болуы мүмкін, файл өзгертілген не қайта сақталған болуы мүмкін, немесе құжат платформадан алынбаған.',
    'Платформа такого документа не знает. Возможно, ссылка скопирована не целиком, файл изменён или пересохранён, либо документ получен не с платформы.',
    'The platform does not know such a document. Perhaps the link was not copied whole, the file was changed or saved anew, or the document does not come from the platform.',
  ),
  later: said(
    'Қазір тексеретіндер көп. Бетті біраздан кейін қайта ашыңыз.',
    'Сейчас проверяют слишком многие. Откройте страницу ещё раз немного позже.',
    'Too many people are checking now. Open the page again a little later.',
  ),
  file: said('Өз файлыңызды тексеріңіз', 'Проверьте свой файл', 'Check your own file'),
  stays: said(
    'Файлдың SHA-256 мәні осы құрылғыда есептеледі. Файл ешқайда жіберілмейді.',
    'SHA-256 файла вычисляется на этом устройстве. Файл никуда не отправляется.',
    'The SHA-256 of the file is computed on this device. The file is sent nowhere.',
  ),
  choose: said('Файлды таңдаңыз', 'Выберите файл', 'Choose the file'),
  reading: said('Есептелуде…', 'Вычисляется…', 'Computing…'),
  same: said(
    'Файл дәл осы құжат: SHA-256 мәндері бірдей.',
    'Файл — именно этот документ: SHA-256 совпадает.',
    'The file is this very document: the SHA-256 is the same.',
  ),
  other: said(
    'Файл бұл құжат емес: SHA-256 мәні басқа. Қайта сақталған не басып шығарылып сканерленген файлдың мәні де басқа болады.',
    'Файл — не этот документ: SHA-256 другой. Он другой и у файла, который пересохранён или распечатан и отсканирован.',
    'The file is not this document: its SHA-256 differs. So does that of a file that was saved anew, or printed and scanned.',
  ),
  another: said('Осы файлды тексеру', 'Проверить этот файл', 'Check that file'),
  unreadable: said('Файл оқылмады.', 'Файл не удалось прочитать.', 'The file could not be read.'),
  insecure: said(
    'Браузер мұнда SHA-256 есептей алмайды: бетті https арқылы ашыңыз.',
    'Браузер не может вычислить здесь SHA-256: откройте страницу по https.',
    'The browser cannot compute a SHA-256 here: open the page by https.',
  ),
  noScript: said(
    'Файлды салыстыру үшін JavaScript қажет. Онсыз SHA-256 мәнін өзіңіз есептеңіз.',
    'Для сравнения файла нужен JavaScript. Без него вычислите SHA-256 сами.',
    'Comparing a file needs JavaScript. Without it, compute the SHA-256 yourself.',
  ),
} satisfies Record<string, Localized>;
