import type { Consequences } from '../consequences.ts';
import { bringing } from '../consequences.ts';
import { defineLifeType } from '../life-type.ts';
import { bankOrderChart as chart } from './chart.ts';
import { bankOrderMessages as messages } from './messages.ts';
import type { BankOrderContext } from './types.ts';

const brings = bringing<BankOrderContext>(({ total = '0' }) => total);

const consequences: Consequences<BankOrderContext> = {
  stakes: ({ number }) => ({ number }),
  of: {
    release: brings(
      'Банкке беріледі: {sum}. Осы сәтке дейін басқа деректемелер көрсеткен алушының төлемі тапсырмадан шығады. Файлды банкке өзіңіз бересіз.',
      'Банку будет поручено: {sum}. Выплата тому, кто до этого указал другой счёт, выйдет из поручения. Файл в банк передаёте вы.',
      'The bank is ordered to pay {sum}. A payout to whoever has named other details until then leaves the order. You give the file to the bank.',
    ),
    dissolve: brings(
      'Тапсырма жіберілмейді, төлемдер кезекке қайтады: {sum}.',
      'Поручение не будет отправлено, выплаты вернутся в очередь: {sum}.',
      'The order is not released, and payouts of {sum} go back into the queue.',
    ),
  },
};

export const bankOrder = defineLifeType<BankOrderContext, never>({
  chart,
  messages,
  awaited: { ready: ['release'] },
  consequences,
  recipients: () => [],
  summary: ({ lines = 0, total = '0' }) => `${lines}: ${Number(total) / 100} KZT`,
});
