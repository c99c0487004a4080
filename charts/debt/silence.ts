/** The texts for the states of a debt in which nothing happens by itself: what debtor and creditor can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Борышкер төлеп, ол туралы хабарлай алады. Кредитор ақшаның түскенін растай, борышты кеше немесе сотқа жүгіне алады.',
    ru: 'Само собой ничего не произойдёт. Должник может заплатить и сообщить об этом. Кредитор может подтвердить получение, простить долг или обратиться в суд.',
    en: 'Nothing happens by itself. The debtor may pay and report it. The creditor may confirm a receipt, waive the debt or go to court.',
  },
  'reported.silent': {
    kk: 'Өздігінен ештеңе болмайды. Кредитор төлемді растай немесе жоққа шығара алады, борышкер төлем дәлелдерін сақтайды.',
    ru: 'Само собой ничего не произойдёт. Кредитор может подтвердить или отрицать оплату, должник хранит её доказательства.',
    en: 'Nothing happens by itself. The creditor may confirm or deny the payment; the debtor keeps the proof of it.',
  },
  'paying.asked': {
    kk: 'Борышкер төлем ұйымының бетінде төлейді. Төлемнің мерзімі өтсе немесе ол бас тартса, борыш бұрынғыдай қалады. Кредитор хабарланған төлемдерге жауап бере алады.',
    ru: 'Должник платит на странице платёжной организации. Если срок платежа пройдёт или должник его отменит, долг останется прежним. Кредитор может отвечать на сообщения об оплате.',
    en: "The debtor pays on the provider's page. If the payment expires or is cancelled, the debt stays as it was. The creditor may answer reported payments.",
  },
  'paying.sent': {
    kk: 'Платформа ақшаны кредиторға аударады. Борышкерден ештеңе талап етілмейді. Банк аударымды өткізбесе, кредитор деректемелерін тексереді, ал Оператор қайталайды.',
    ru: 'Платформа переводит деньги кредитору. От должника ничего не требуется. Если банк отклонит перевод, кредитор проверит реквизиты, а Оператор повторит его.',
    en: 'The platform sends the money to the creditor. Nothing is expected of the debtor. If the bank refuses, the creditor checks the bank details and the operator tries again.',
  },
  settingOff: {
    kk: 'Платформа екі борышты өзара есепке алады. Тараптардан ештеңе талап етілмейді.',
    ru: 'Платформа засчитывает два встречных долга. От сторон ничего не требуется.',
    en: 'The platform sets the two debts off against each other. Nothing is expected of the parties.',
  },
};
