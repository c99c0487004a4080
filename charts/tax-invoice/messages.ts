/** What the operator's finance read of a tax invoice (ЭСФ). */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { silence } from './silence.ts';

export const taxInvoiceMessages = defineMessages({
  life: { kk: 'Электрондық шот-фактура', ru: 'Электронный счёт-фактура (ЭСФ)', en: 'Tax invoice' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: {
        kk: 'Платформа электрондық шот-фактураның мерзімін белгілейді.',
        ru: 'Платформа определяет срок выписки ЭСФ.',
        en: 'The platform sets the term of the tax invoice.',
      },
    },
    due: {
      name: { kk: 'Жазып берілуге тиіс', ru: 'Подлежит выписке', en: 'To be issued' },
      waits: {
        kk: 'Оператор файлды жүктеп алып, оған ЭШФ АЖ-да қол қояды және тіркеу нөмірін белгілейді.',
        ru: 'Оператор скачивает файл, подписывает его в ИС ЭСФ и отмечает регистрационный номер.',
        en: 'The operator takes the file, signs it in the State’s system and records the registration number.',
      },
    },
    overdue: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок прошёл', en: 'Overdue' },
      waits: {
        kk: 'Жазып беру мерзімі аяқталды. Оператор электрондық шот-фактураны бірден тіркеуге тиіс.',
        ru: 'Срок выписки прошёл. Оператор должен зарегистрировать ЭСФ немедленно.',
        en: 'The term has passed. The operator has to register the tax invoice at once.',
      },
    },
    registered: {
      name: { kk: 'Тіркелді', ru: 'Зарегистрирован', en: 'Registered' },
      waits: {
        kk: 'Тіркеу нөмірі белгіленді. Түзетілген немесе күші жойылған болса, Оператор оны белгілейді.',
        ru: 'Регистрационный номер отмечен. Если ЭСФ исправлен или аннулирован, Оператор отмечает это.',
        en: 'The registration number is recorded. If it is corrected or annulled, the operator records that.',
      },
    },
    annulled: {
      name: { kk: 'Күші жойылды', ru: 'Аннулирован', en: 'Annulled' },
      waits: {
        kk: 'Электрондық шот-фактураның күші жойылды. Оның орнына басқасы жазылса, Оператор нөмірін белгілейді.',
        ru: 'ЭСФ аннулирован. Если вместо него выписан другой, Оператор отмечает его номер.',
        en: 'The tax invoice is annulled. If another one takes its place, the operator records its number.',
      },
    },
    closed: {
      name: { kk: 'Жабылды', ru: 'Закрыт', en: 'Closed' },
      waits: { kk: 'Ештеңе талап етілмейді.', ru: 'Ничего не требуется.', en: 'Nothing is expected.' },
    },
  },

  silence,

  commands: {
    record: { kk: 'Тіркеу нөмірін белгілеу', ru: 'Отметить регистрационный номер', en: 'Record the registration number' },
    correct: { kk: 'Түзетілгенін белгілеу', ru: 'Отметить исправленный ЭСФ', en: 'Record a corrected tax invoice' },
    annul: { kk: 'Күші жойылғанын белгілеу', ru: 'Отметить аннулирование', en: 'Record that it was annulled' },
  },

  timers: {
    taxInvoiceReminder: {
      kk: 'Жазып беру мерзімі туралы ескертіледі',
      ru: 'Напоминание о сроке выписки',
      en: 'A reminder of the term',
    },
    dueBy: { kk: 'Жазып беру мерзімі аяқталады', ru: 'Срок выписки истекает', en: 'The term ends' },
    endsAt: {
      kk: 'Түзетулер бұдан әрі белгіленбейді',
      ru: 'Исправления больше не отмечаются',
      en: 'Corrections are recorded no more',
    },
  },

  rules: {
    dayIsPossible: {
      kk: 'Күн айналым күнінен ерте де, болашақта да бола алмайды. ЭШФ АЖ көрсеткен күнді жазыңыз.',
      ru: 'День не может быть раньше даты оборота и не может быть в будущем. Укажите день из ИС ЭСФ.',
      en: 'The day can be neither before the turnover nor in the future. Name the day that the State’s system shows.',
    },
    numberIsNew: {
      kk: 'Бұл нөмір белгіленіп қойған. Жаңа электрондық шот-фактураның нөмірін жазыңыз.',
      ru: 'Этот номер уже отмечен. Укажите номер нового ЭСФ.',
      en: 'This number is recorded already. Name the number of the new tax invoice.',
    },
  },

  duties: {
    issueTaxInvoice: {
      kk: 'Электрондық шот-фактураны ЭШФ АЖ-да тіркеп, нөмірін белгілеңіз',
      ru: 'Зарегистрируйте ЭСФ в ИС ЭСФ и отметьте номер',
      en: 'Register the tax invoice in the State’s system and record its number',
    },
  },

  notices: {
    'tax-invoice-reminder': {
      subject: {
        kk: '№ {number} бойынша электрондық шот-фактура әлі тіркелмеген, соңғы күні: {day}',
        ru: 'ЭСФ по документу № {number} ещё не зарегистрирован: срок не позднее {day}',
        en: 'The tax invoice of document {number} is not registered yet: due no later than {day}',
      },
      body: {
        kk: 'Құжат № {number}, сомасы {sum}. Соңғы күні: {day}. Файлды Платформадан жүктеп алып, ЭШФ АЖ-да оған ЭЦҚ қойыңыз және тіркеу нөмірін белгілеңіз.',
        ru: 'Документ № {number} на сумму {sum}. Последний день: {day}. Скачайте файл на Платформе, подпишите его ЭЦП в ИС ЭСФ и отметьте регистрационный номер.',
        en: 'Document {number}, {sum}. Last day: {day}. Take the file from the platform, sign it electronically in the State’s system and record the registration number.',
      },
    },
    'tax-invoice-overdue': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Электрондық шот-фактураның мерзімі аяқталды: құжат № {number}',
        ru: 'Срок выписки ЭСФ прошёл: документ № {number}',
        en: 'The term of the tax invoice has passed: document {number}',
      },
      body: {
        kk: 'Құжат № {number}, сомасы {sum}. Соңғы күні {day} болды. Файлды ЭШФ АЖ-да бірден тіркеп, нөмірін белгілеңіз: кешіктіргені үшін заңда жауапкершілік көзделген.',
        ru: 'Документ № {number} на сумму {sum}. Последний день был {day}. Зарегистрируйте файл в ИС ЭСФ немедленно и отметьте номер: за опоздание закон предусматривает ответственность.',
        en: 'Document {number}, {sum}. The last day was {day}. Register the file in the State’s system at once and record its number: the law provides liability for lateness.',
      },
    },
  },
});

export type TaxInvoiceTemplate = TemplateOf<typeof taxInvoiceMessages>;
