/** What can be wrong with a paper that a party brings, and what it can do, in three languages. Nothing of the file is kept then. */
import type { Localized } from '../messages.ts';
import { said } from '../messages.ts';

export const PAPER_FAULTS = {
  'not-pdf': said(
    'Бұл PDF емес: файл %PDF- белгісінен басталмайды. Құжатты PDF түрінде сақтап, сол файлды жіберіңіз.',
    'Это не PDF: файл не начинается с %PDF-. Сохраните документ как PDF и отправьте этот файл.',
    'This is no PDF: the file does not begin with %PDF-. Save the document as a PDF and send that file.',
  ),
  'cut-off': said(
    'Файл толық емес немесе соңында артық дерек бар: ол %%EOF белгісімен аяқталмайды. Оны қайта жүктеңіз немесе PDF түрінде қайта сақтаңыз.',
    'Файл неполный или за его концом есть лишнее: он не заканчивается на %%EOF. Загрузите его ещё раз или сохраните PDF заново.',
    'The file is not complete, or something stands behind its end: it does not end with %%EOF. Upload it again, or save the PDF anew.',
  ),
  'too-large': said(
    'Файл рұқсат етілгеннен үлкен: шегі most өрісінде, байтпен. Суреттерін кішірейтіңіз немесе құжатты бөліп жіберіңіз.',
    'Файл больше допустимого: предел в поле most, в байтах. Уменьшите картинки или разделите документ.',
    'The file is larger than allowed: the limit is in most, in bytes. Make its pictures smaller, or send the document in parts.',
  ),
  'too-many-pages': said(
    'Беттері рұқсат етілгеннен көп: шегі most өрісінде. Құжатты бөліп жіберіңіз.',
    'Страниц больше допустимого: предел в поле most. Разделите документ.',
    'It has more pages than allowed: the limit is in most. Send the document in parts.',
  ),
  'no-pages': said(
    'PDF-те бірде-бір бет жоқ. Құжатты PDF түрінде қайта сақтаңыз.',
    'В PDF нет ни одной страницы. Сохраните документ как PDF заново.',
    'The PDF has no page. Save the document as a PDF anew.',
  ),
  unreadable: said(
    'PDF бүлінген немесе ережеге сай жазылмаған. Құжатты ашып, «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'PDF повреждён или записан не по правилам. Откройте документ и сохраните его заново через «Печать в PDF».',
    'The PDF is damaged or not written by the rules. Open the document and save it anew with “Print to PDF”.',
  ),
  encrypted: said(
    'PDF құпиясөзбен немесе шектеулермен қорғалған. Қорғауды алып тастап, қайта сақтаңыз.',
    'PDF защищён паролем или ограничениями. Снимите защиту и сохраните его заново.',
    'The PDF is protected by a password or by restrictions. Remove the protection and save it anew.',
  ),
  scripts: said(
    'PDF-те бағдарлама (JavaScript) бар. Құжатты «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'В PDF есть программа (JavaScript). Сохраните документ заново через «Печать в PDF».',
    'The PDF has a program in it (JavaScript). Save the document anew with “Print to PDF”.',
  ),
  actions: said(
    'PDF ашылғанда өздігінен әрекет жасайды немесе басқа файлды іске қосады. Құжатты «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'PDF сам выполняет действия при открытии или запускает другие файлы. Сохраните документ заново через «Печать в PDF».',
    'The PDF acts by itself when it is opened, or starts other files. Save the document anew with “Print to PDF”.',
  ),
  attachments: said(
    'PDF-ке басқа файлдар тіркелген. Оларды алып тастаңыз, әр құжатты бөлек жіберіңіз.',
    'К PDF приложены другие файлы. Уберите их и отправьте каждый документ отдельно.',
    'Other files are attached to the PDF. Remove them, and send each document by itself.',
  ),
  form: said(
    'PDF – XFA түріндегі нысан: ол әр бағдарламада әртүрлі көрінуі мүмкін. Оны толтырып, «PDF-ке басып шығару» арқылы сақтаңыз.',
    'PDF – форма XFA: в разных программах она может выглядеть по-разному. Заполните её и сохраните через «Печать в PDF».',
    'The PDF is an XFA form, which programs may show differently. Fill it in and save it with “Print to PDF”.',
  ),
  media: said(
    'PDF-те бейне, дыбыс немесе үш өлшемді модель бар. Оларсыз қайта сақтаңыз.',
    'В PDF есть видео, звук или трёхмерная модель. Сохраните его без них.',
    'The PDF has video, sound or a three-dimensional model in it. Save it without them.',
  ),
  versions: said(
    'PDF-те оның бөліктерінің бұрынғы нұсқалары қалған (мысалы, ол өзгертілген немесе ішінде ЭЦҚ бар): бағдарламалар әртүрлісін көрсетуі мүмкін. «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'В PDF остались прежние версии его частей (например, его правили или в нём уже есть ЭЦП): программы могут показать разное. Сохраните его заново через «Печать в PDF».',
    'The PDF still holds earlier versions of its parts (it was edited, for example, or has an electronic signature inside), and programs may show different ones. Save it anew with “Print to PDF”.',
  ),
  hidden: said(
    'PDF-те кейбір бағдарламалар ғана көретін бөліктер жасырылған. «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'В PDF есть скрытые части, которые видят не все программы. Сохраните его заново через «Печать в PDF».',
    'The PDF has hidden parts that only some programs see. Save it anew with “Print to PDF”.',
  ),
  'too-complex': said(
    'PDF тым күрделі: оны ашқанда орын не уақыт тым көп кетеді. Суреттерін кішірейтіп, «PDF-ке басып шығару» арқылы қайта сақтаңыз.',
    'PDF слишком сложен: чтобы его открыть, нужно слишком много места или времени. Уменьшите картинки и сохраните его заново через «Печать в PDF».',
    'The PDF is too complex: opening it takes too much space or time. Make its pictures smaller, and save it anew with “Print to PDF”.',
  ),
  erased: said(
    'Дәл осындай файл платформада болған және заңға сай өшірілген, оны қалпына келтіру мүмкін емес. Құжатты қайта сақтап, жаңа файлды жіберіңіз.',
    'Точно такой файл был на платформе и стёрт по закону, вернуть его нельзя. Сохраните документ заново и отправьте новый файл.',
    'The very same file was on the platform and was erased by law; it cannot be brought back. Save the document anew and send the new file.',
  ),
} satisfies Record<string, Localized>;

export type PaperFault = keyof typeof PAPER_FAULTS;
