/** Where nothing happens to a debt by itself, and what debtor and creditor may do. */
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
  settingOff: {
    kk: 'Платформа екі борышты өзара есепке алады. Тараптардан ештеңе талап етілмейді.',
    ru: 'Платформа засчитывает два встречных долга. От сторон ничего не требуется.',
    en: 'The platform sets the two debts off against each other. Nothing is expected of the parties.',
  },
};
