/** What a person without an account of their own reads about their access. A text has the subject alone. Russian leads. */
import type { Localized, TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

const NOT_YOU: Localized = {
  kk: 'Егер бұл сіз болмасаңыз, қолдау қызметіне дереу жазыңыз.',
  ru: 'Если это были не вы, сразу напишите в поддержку.',
  en: 'If this was not you, write to support at once.',
};
const urgent = (subject: Localized) => ({ legal: true as const, urgent: true as const, subject, body: NOT_YOU });

export const alertMessages = defineMessages({
  life: { kk: 'Қауіпсіздік туралы хабарлама', ru: 'Сообщение о безопасности', en: 'Alert' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа оқиғаны жазады.', ru: 'Платформа записывает событие.', en: 'The platform records the event.' },
    },
    told: {
      name: { kk: 'Хабарланды', ru: 'Сообщено', en: 'Told' },
      waits: { kk: 'Ештеңе талап етілмейді.', ru: 'Ничего не требуется.', en: 'Nothing is expected.' },
    },
  },

  commands: {},
  timers: {},
  rules: {},

  notices: {
    'logged-in-anew': urgent({
      kk: 'Нөміріңізбен AkJet жүйесіне жаңа құрылғыдан кірді (№ {number}). Бұл сіз болмасаңыз, қолдауға жазыңыз',
      ru: 'Вход в AkJet по вашему номеру с нового устройства (№ {number}). Если это не вы, напишите в поддержку',
      en: 'Login to AkJet with your number from a new device ({number}). If it is not you, write to support',
    }),
    'device-authorised': urgent({
      kk: 'AkJet жүйесіне кіру үшін құрылғы қосылды (№ {number}). Бұл сіз болмасаңыз, қолдауға жазыңыз',
      ru: 'Добавлено устройство для входа в AkJet (№ {number}). Если это не вы, напишите в поддержку',
      en: 'A device for your logins to AkJet is added ({number}). If it is not you, write to support',
    }),
    'device-revoked': urgent({
      kk: 'AkJet жүйесіне кіретін құрылғыңыз алып тасталды (№ {number}). Бұл сіз болмасаңыз, қолдауға жазыңыз',
      ru: 'Отключено ваше устройство для входа в AkJet (№ {number}). Если это не вы, напишите в поддержку',
      en: 'A device for your logins to AkJet is revoked ({number}). If it is not you, write to support',
    }),
    'password-set': urgent({
      kk: 'AkJet жүйесіне кіру құпиясөзіңіз өзгерді (№ {number}). Бұл сіз болмасаңыз, қолдауға жазыңыз',
      ru: 'Изменён ваш пароль для входа в AkJet (№ {number}). Если это не вы, напишите в поддержку',
      en: 'Your password for AkJet was set ({number}). If it is not you, write to support',
    }),
    // Strangers cause it: one text a day says enough.
    'locked-out': {
      ...urgent({
        kk: 'AkJet жүйесіне кіретін құпиясөзіңізді біреу болжап көруде (№ {number}). Бұл сіз болмасаңыз, қолдауға жазыңыз',
        ru: 'Кто-то подбирает ваш пароль для входа в AkJet (№ {number}). Если это не вы, напишите в поддержку',
        en: 'Somebody is guessing your password for AkJet ({number}). If it is not you, write to support',
      }),
      byStrangers: 'onceADay',
    },
  },
});

export type AlertTemplate = TemplateOf<typeof alertMessages>;
