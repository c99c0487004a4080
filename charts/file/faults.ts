/** Why a file is refused once it has been looked at, and what its owner can do, in three languages. */
import type { Localized } from '../messages.ts';
import { said } from '../messages.ts';
import { PAPER_FAULTS } from './pdf-faults.ts';

/** A PDF has the faults of a paper that a party brings. Its size and kind were known before. */
const { 'too-large': _, erased: __, 'not-pdf': ___, ...ofPdf } = PAPER_FAULTS;

export const FILE_FAULTS = {
  ...ofPdf,
  'too-many-pages': said(
    'PDF-те беттер рұқсат етілгеннен көп. Құжатты бөліп жүктеңіз.',
    'В PDF страниц больше допустимого. Загрузите документ по частям.',
    'The PDF has more pages than allowed. Upload the document in parts.',
  ),
  'image-damaged': said(
    'Сурет бүлінген, толық емес немесе жарияланған түріне сай емес. Оны ашып, JPEG не PNG түрінде қайта сақтап, сол файлды жүктеңіз. iPhone-да камераны «Ең үйлесімді» форматына қоюға болады.',
    'Изображение повреждено, неполное или записано не по правилам. Откройте его, сохраните заново как JPEG или PNG и загрузите этот файл. На iPhone можно выбрать формат камеры «Наиболее совместимые».',
    'The image is damaged, not complete, or not written by the rules. Open it, save it anew as JPEG or PNG, and upload that file. On an iPhone the format of the camera can be set to “Most Compatible”.',
  ),
  'too-many-pixels': said(
    'Суреттің ені мен биіктігі тым үлкен. Оны кішірейтіп, қайта жүктеңіз.',
    'Изображение слишком большое по ширине и высоте. Уменьшите его и загрузите заново.',
    'The image has too many pixels. Make it smaller and upload it again.',
  ),
  'behind-the-end': said(
    'Суреттің соңынан кейін басқа дерек жасырылған. Суретті ашып, қайта сақтап, сол файлды жүктеңіз.',
    'За концом изображения скрыты другие данные. Откройте изображение, сохраните его заново и загрузите этот файл.',
    'Other data are hidden behind the end of the image. Open the image, save it anew, and upload that file.',
  ),
  unchecked: said(
    'Файлды тексеру мүмкін болмады: тексеру бағдарламасы ұзақ уақыт жауап бермеді. Файлды қайта жүктеңіз.',
    'Файл не удалось проверить: программа проверки долго не отвечала. Загрузите файл ещё раз.',
    'The file could not be checked: the scanner gave no answer for a long time. Upload the file again.',
  ),
} satisfies Record<string, Localized>;

export type FileFault = keyof typeof FILE_FAULTS;
