/** What people read of a file. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const fileMessages = defineMessages({
  life: { kk: 'Файл', ru: 'Файл', en: 'File' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Платформа файлды қабылдайды.', ru: 'Платформа принимает файл.', en: 'The platform takes the file.' },
    },
    received: {
      name: { kk: 'Тексерілуде', ru: 'Проверяется', en: 'Being checked' },
      waits: {
        kk: 'Платформа файлды зиянды бағдарламалардан тексереді. Содан кейін оны ашуға және тіркеуге болады.',
        ru: 'Платформа проверяет файл на вредоносные программы. После этого его можно открыть и приложить.',
        en: 'The platform checks the file for malware. After that it can be opened and attached.',
      },
    },
    clean: {
      name: { kk: 'Тексерілді', ru: 'Проверен', en: 'Checked' },
      waits: {
        kk: 'Файлды әрекетке тіркеңіз. Мерзімінде тіркелмесе, ол өздігінен өшіріледі.',
        ru: 'Приложите файл к действию. Если не приложить его в срок, он сотрётся сам.',
        en: 'Attach the file to an act. If it is not attached in time, it is erased by itself.',
      },
    },
    leaving: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Term over' },
      waits: {
        kk: 'Платформа файлдың тіркелгенін қарайды: тіркелмеген болса, ол өшіріледі.',
        ru: 'Платформа смотрит, приложен ли файл: если нет, он стирается.',
        en: 'The platform looks whether the file is attached: if not, it is erased.',
      },
    },
    kept: {
      name: { kk: 'Тіркелген', ru: 'Приложен', en: 'Attached' },
      waits: { kk: 'Ештеңе талап етілмейді.', ru: 'Ничего не требуется.', en: 'Nothing is expected.' },
    },
    refused: {
      name: { kk: 'Қабылданбады', ru: 'Не принят', en: 'Refused' },
      waits: {
        kk: 'Файл тексеруден өтпеді және өшірілді. Себебі мен не істеу керегі fault өрісінде.',
        ru: 'Файл не прошёл проверку и стёрт. Причина и что делать – в поле fault.',
        en: 'The file did not pass the check and is erased. Why, and what to do, is in fault.',
      },
    },
    erased: {
      name: { kk: 'Өшірілді', ru: 'Стёрт', en: 'Erased' },
      waits: {
        kk: 'Файл өшірілді, оның хеші (SHA-256) ғана қалды.',
        ru: 'Файл стёрт, остался только его хеш (SHA-256).',
        en: 'The file is erased. Only its hash (SHA-256) is left.',
      },
    },
  },

  silence: {
    received: {
      kk: 'Сізден ештеңе талап етілмейді: файл тексерілген соң күйі өздігінен өзгереді.',
      ru: 'От вас ничего не требуется: когда файл будет проверен, его состояние изменится само.',
      en: 'Nothing is expected of you: once the file is checked, its state changes by itself.',
    },
    leaving: {
      kk: 'Сізден ештеңе талап етілмейді: тіркелген файл сақталады, қалғаны өшіріледі.',
      ru: 'От вас ничего не требуется: приложенный файл сохраняется, неприложенный стирается.',
      en: 'Nothing is expected of you: a file that is attached is kept, another one is erased.',
    },
    kept: {
      kk: 'Файл тіркелген іспен бірге сақталады және Аккаунт жабылғаннан кейін, сақтау мерзімі өткенде өшіріледі.',
      ru: 'Файл хранится вместе с тем, к чему приложен, и стирается после закрытия Аккаунта, когда пройдёт срок хранения.',
      en: 'The file is kept with what it is attached to, and is erased after the account is closed, when the term of keeping is over.',
    },
  },

  commands: {},
  timers: {
    unusedBy: {
      kk: 'Файл тіркелмеген болса, өшіріледі',
      ru: 'Файл стирается, если он не приложен',
      en: 'The file is erased if it is not attached',
    },
  },
  rules: {},

  notices: {
    'file-infected': {
      subject: {
        kk: 'Файлда зиянды бағдарлама табылды',
        ru: 'В файле найдена вредоносная программа',
        en: 'Malware was found in your file',
      },
      body: {
        kk: 'Сіз жүктеген файлда зиянды бағдарлама табылды. Файл өшірілді, оны ешкім ашқан жоқ. Құрылғыңызды тексеріп, таза файлды жүктеңіз.',
        ru: 'В загруженном вами файле найдена вредоносная программа. Файл стёрт, никто его не открывал. Проверьте своё устройство и загрузите чистый файл.',
        en: 'Malware was found in a file that you uploaded. The file is erased, and nobody has opened it. Please check your device and upload a clean file.',
      },
    },
    'file-unfit': {
      subject: { kk: 'Файл қабылданбады', ru: 'Файл не принят', en: 'Your file was not accepted' },
      body: {
        kk: 'Сіз жүктеген файл тексеруден өтпеді және өшірілді. {fault}',
        ru: 'Загруженный вами файл не прошёл проверку и стёрт. {fault}',
        en: 'A file that you uploaded did not pass the check and is erased. {fault}',
      },
    },
  },
});

export type FileTemplate = TemplateOf<typeof fileMessages>;
