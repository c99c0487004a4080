/** What people read of the operator's fee. Its invoice has the notices. */
import { defineMessages } from '../messages.ts';

export const feeMessages = defineMessages({
  life: { kk: 'Оператордың сыйақысы', ru: 'Вознаграждение Оператора', en: "Operator's fee" },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа сыйақыны есептейді.', ru: 'Платформа начисляет вознаграждение.', en: 'The platform charges the fee.' },
    },
    charged: {
      name: { kk: 'Есептелді', ru: 'Начислено', en: 'Charged' },
      waits: {
        kk: 'Сыйақы Оператордың шотына енгізіледі. Оған дейін төлеудің қажеті жоқ.',
        ru: 'Вознаграждение войдёт в счёт Оператора. До этого платить не нужно.',
        en: 'The fee becomes a line of an invoice of the operator. It need not be paid before.',
      },
    },
    nothing: {
      name: { kk: 'Сыйақысыз', ru: 'Без вознаграждения', en: 'Nothing charged' },
      waits: {
        kk: 'Бұл жұмыс үшін сыйақы алынбайды.',
        ru: 'За эту работу вознаграждение не взимается.',
        en: 'Nothing is charged for this work.',
      },
    },
  },

  commands: {},
  timers: {},
  rules: {},
  notices: {},
});
