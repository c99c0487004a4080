/** The texts for the states of an account in which nothing happens by itself: what the user and the operator can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  active: {
    kk: 'Өздігінен ештеңе болмайды. Аккаунтты пайдаланушы жапқанға немесе Оператор шара қолданғанға дейін ол қолданыста болады.',
    ru: 'Само собой ничего не произойдёт. Аккаунт действует, пока пользователь его не закроет или Оператор не примет меры.',
    en: 'Nothing happens by itself. The account stays in use until its user closes it or the operator takes a measure.',
  },
  suspended: {
    kk: 'Өздігінен ештеңе болмайды. Қолжетімділікті Оператор қалпына келтіреді. Пайдаланушының шағымы болса, Оператор ол бойынша шешім қабылдайды.',
    ru: 'Само собой ничего не произойдёт. Доступ восстанавливает Оператор. Если пользователь подал жалобу, Оператор принимает по ней решение.',
    en: 'Nothing happens by itself. The operator restores the access. Where the user has appealed, the operator decides the appeal.',
  },
  terminated: {
    kk: 'Өздігінен ештеңе болмайды. Оператор пайдаланушының шағымы бойынша шешім қабылдайды.',
    ru: 'Само собой ничего не произойдёт. Оператор принимает решение по жалобе пользователя.',
    en: "Nothing happens by itself. The operator decides the user's appeal.",
  },
  'pause.claimed': {
    kk: 'Нөмірді ауыстыру туралы өтінім қаралуда, оның өз мерзімдері бар. Пайдаланушы оны қабылдамай тастай алады.',
    ru: 'Рассматривается запрос о смене номера, у него свои сроки. Пользователь может его отклонить.',
    en: 'A request for another number is being looked at; it has its own terms. The owner of the account may object to it.',
  },
  'pause.reidentifying': {
    kk: 'Нөмірді ауыстыру туралы өтінім орындалуда, оның өз мерзімдері бар. Пайдаланушы оны қабылдамай тастай алады.',
    ru: 'Исполняется запрос о смене номера, у него свои сроки. Пользователь может его отклонить.',
    en: 'A request for another number is under way; it has its own terms. The owner of the account may object to it.',
  },
  'pause.reported': {
    kk: 'Өздігінен ештеңе болмайды. Оператор рұқсатсыз кіру туралы хабарламаны тексеріп, әрекеттерді қайта бастайды.',
    ru: 'Само собой ничего не произойдёт. Оператор проверяет сообщение о несанкционированном доступе и возобновляет действия в Аккаунте.',
    en: 'Nothing happens by itself. The operator checks the report of unauthorised access and ends the pause.',
  },
  'pause.contested': {
    kk: 'Өздігінен ештеңе болмайды. Оператор рұқсатсыз кіру туралы хабарламаны және нөмірді ауыстыру туралы өтінімді тексереді.',
    ru: 'Само собой ничего не произойдёт. Оператор проверяет сообщение о несанкционированном доступе и запрос о смене номера.',
    en: 'Nothing happens by itself. The operator checks the report of unauthorised access and the request for another number.',
  },
};
