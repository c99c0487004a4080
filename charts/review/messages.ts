/** What people read of the reviews of a task. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

const mayReply = {
  kk: 'Екінші тарап пікір жазбаған немесе сіз оған жауап беріп қойғансыз.',
  ru: 'Другая сторона не оставила отзыва, или вы на него уже ответили.',
  en: 'The other party has written no review, or you have replied to it already.',
};
const hasContent = {
  kk: 'Бұл тараптың бұғаттайтын мәтіні де, файлы да жоқ.',
  ru: 'У этой стороны нет текста или файла, которые можно заблокировать.',
  en: 'This party has no text or file here that could be blocked.',
};

export const reviewMessages = defineMessages({
  life: { kk: 'Пікірлер', ru: 'Отзывы', en: 'Reviews' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новые', en: 'New' },
      waits: {
        kk: 'Тапсырма жабылды, пікір жазу мүмкіндігі ашылады.',
        ru: 'Задание закрыто, открывается возможность оставить отзывы.',
        en: 'The task is closed and its reviews are being opened.',
      },
    },
    open: {
      name: { kk: 'Жазылуда', ru: 'Пишутся', en: 'Open' },
      waits: {
        kk: 'Тапсырыс беруші мен орындаушы бір-бірі туралы пікір жаза алады. Екеуі де жазғанша немесе мерзім аяқталғанша екінші тараптың пікірі де, оның бар-жоғы да көрінбейді. Оған дейін өз пікіріңізді өзгертуге болады.',
        ru: 'Заказчик и исполнитель могут оставить отзыв друг о друге. Пока не написали оба или не истёк срок, не видно ни отзыва другой стороны, ни того, есть ли он. До тех пор свой отзыв можно изменить.',
        en: 'Customer and contractor may each review the other. Until both have written or the time is over, neither sees the review of the other, nor whether there is one. Until then one’s own may be changed.',
      },
    },
    published: {
      name: { kk: 'Жарияланған', ru: 'Опубликованы', en: 'Published' },
      waits: {
        kk: 'Пікірлер жарияланды. Әр тарап өзі туралы пікірге бір рет жауап бере алады.',
        ru: 'Отзывы опубликованы. Каждая сторона может один раз ответить на отзыв о себе.',
        en: 'The reviews are published. Each party may reply once to the review about itself.',
      },
    },
    closed: {
      name: { kk: 'Аяқталған', ru: 'Завершены', en: 'Closed' },
      waits: {
        kk: 'Жауап беру мерзімі аяқталды. Ештеңе талап етілмейді.',
        ru: 'Срок ответов истёк. Ничего не требуется.',
        en: 'The time to reply is over. Nothing is left to do.',
      },
    },
    unwritten: {
      name: { kk: 'Пікірсіз', ru: 'Без отзывов', en: 'Without reviews' },
      waits: {
        kk: 'Мерзім ішінде ешкім пікір жазған жоқ. Ештеңе талап етілмейді.',
        ru: 'В срок никто не оставил отзыва. Ничего не требуется.',
        en: 'Nobody wrote a review in time. Nothing is left to do.',
      },
    },
  },

  commands: {
    write: { kk: 'Пікір жазу', ru: 'Оставить отзыв', en: 'Write a review' },
    reply: { kk: 'Пікірге жауап беру', ru: 'Ответить на отзыв', en: 'Reply to the review' },
    block: { kk: 'Мәтін мен файлдарды бұғаттау', ru: 'Заблокировать текст и файлы', en: 'Block the text and files' },
  },

  timers: {
    reminder: {
      kk: 'Пікір жазбағандарға мерзімнің жақындағаны ескертіледі',
      ru: 'Напоминание тем, кто не оставил отзыва: срок близок',
      en: 'Whoever has not written is reminded that the time ends soon',
    },
    closesAt: {
      kk: 'Пікір жазу мерзімі аяқталады, жазылғаны жарияланады',
      ru: 'Срок отзывов истекает, написанное публикуется',
      en: 'The time to write ends and what was written is published',
    },
    repliesUntil: { kk: 'Жауап беру мерзімі аяқталады', ru: 'Срок ответов истекает', en: 'The time to reply ends' },
  },

  rules: {
    otherHasWritten: {
      kk: 'Екінші тарап пікірін жазған: пікірлер бірге жарияланады.',
      ru: 'Другая сторона свой отзыв оставила: отзывы публикуются вместе.',
      en: 'The other party has written its review: both are published together.',
    },
    customerMayReply: mayReply,
    contractorMayReply: mayReply,
    someoneHasContent: {
      kk: 'Бұғаттайтын мәтін де, файл да жоқ.',
      ru: 'Здесь нет текста или файла, которые можно заблокировать.',
      en: 'There is no text or file here that could be blocked.',
    },
    customerHasContent: hasContent,
    contractorHasContent: hasContent,
  },

  notices: {
    'review-opened': {
      subject: {
        kk: '«{title}» тапсырмасы туралы пікір жазыңыз',
        ru: 'Оставьте отзыв по заданию «{title}»',
        en: 'Please review the task “{title}”',
      },
      body: {
        kk: '«{title}» тапсырмасы жабылды. Екінші тарап туралы пікір жаза аласыз. Соңғы мерзім: {deadline}. Екеуіңіз де жазғанша немесе мерзім аяқталғанша пікірлерді екі тарап та көрмейді, содан кейін олар бірге жарияланады.',
        ru: 'Задание «{title}» закрыто. Не позднее {deadline} вы можете оставить отзыв о другой стороне. Пока не написали оба или не истёк срок, отзывов друг друга не видит никто, затем они публикуются вместе.',
        en: 'The task “{title}” is closed. You may review the other party no later than {deadline}. Until both of you have written or the time is over neither sees the other’s review; then they are published together.',
      },
    },
    'review-reminder': {
      subject: {
        kk: '«{title}» тапсырмасы: пікір жазу мерзімі аяқталып келеді',
        ru: 'Задание «{title}»: срок отзыва истекает',
        en: 'The task “{title}”: the time to review ends soon',
      },
      body: {
        kk: 'Сіз «{title}» тапсырмасы туралы пікір жазған жоқсыз. Соңғы мерзім: {deadline}.',
        ru: 'Вы не оставили отзыва по заданию «{title}». Это можно сделать не позднее {deadline}.',
        en: 'You have not reviewed the task “{title}”. You may do so no later than {deadline}.',
      },
    },
    'review-published': {
      subject: {
        kk: '«{title}» тапсырмасы туралы пікірлер жарияланды',
        ru: 'Опубликованы отзывы по заданию «{title}»',
        en: 'The reviews of the task “{title}” are published',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша жазылған пікірлерді енді екі тарап та көреді. Өзіңіз туралы пікірге бір рет жауап бере аласыз. Соңғы мерзім: {deadline}.',
        ru: 'Написанное по заданию «{title}» теперь видят обе стороны. На отзыв о себе вы можете один раз ответить не позднее {deadline}.',
        en: 'What was written about the task “{title}” can now be read by both parties. You may reply once to the review about yourself no later than {deadline}.',
      },
    },
    'review-replied': {
      subject: {
        kk: '«{title}» тапсырмасы туралы пікіріңізге жауап келді',
        ru: 'На ваш отзыв по заданию «{title}» ответили',
        en: 'Your review of the task “{title}” has a reply',
      },
      body: {
        kk: 'Екінші тарап «{title}» тапсырмасы туралы пікіріңізге жауап берді. Сізден ештеңе талап етілмейді.',
        ru: 'Другая сторона ответила на ваш отзыв по заданию «{title}». От вас ничего не требуется.',
        en: 'The other party has replied to your review of the task “{title}”. You need not do anything.',
      },
    },
    'review-blocked': {
      subject: {
        kk: '«{title}» тапсырмасы туралы жазғаныңыз бұғатталды',
        ru: 'Написанное вами в отзывах по заданию «{title}» заблокировано',
        en: 'What you wrote in the reviews of the task “{title}” has been blocked',
      },
      body: {
        kk: 'Оператор сіздің «{title}» тапсырмасы туралы пікірлердегі мәтініңіз бен файлдарыңызды бұғаттады. Олар енді көрсетілмейді, қойған бағаңыз сақталады. Себептерін сол пікірлер бетінен оқи аласыз.',
        ru: 'Оператор заблокировал ваш текст и файлы в отзывах по заданию «{title}». Они больше не показываются, оценка сохраняется. Причины указаны там же, в отзывах.',
        en: 'The operator has blocked your text and files in the reviews of the task “{title}”. They are shown no more; your stars stay. The reasons stand with the reviews.',
      },
    },
  },
});

export type ReviewTemplate = TemplateOf<typeof reviewMessages>;
