/** The payment page: a plain form, like a provider's hosted page. */
import type { PaymentEntry } from './book.ts';

const STATUS: Record<PaymentEntry['status'], string> = {
  waiting: 'Ожидает оплаты',
  declined: 'Отклонено банком',
  held: 'Деньги заблокированы',
  captured: 'Оплачено',
  cancelled: 'Закрыто',
};

const button = (act: string, text: string): string => `<button name="act" value="${act}">${text}</button>`;

export const pageOf = ({ status, asked, mode, providerId }: PaymentEntry): string => `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 28rem; margin: 4rem auto; padding: 0 1rem } button { font: inherit; padding: .4rem 1rem }</style>
<h1>Песочница: оплата</h1>
<p>Платёж ${providerId}<br>${(asked / 100).toFixed(2)} KZT, ${mode === 'hold' ? 'с блокировкой' : 'сразу'}</p>
<p><strong>${STATUS[status]}</strong></p>
${
  status === 'waiting'
    ? `<form method="post">${button('approve', 'Оплатить')} ${button('decline', 'Отказ банка')} ${button('close', 'Закрыть')}</form>`
    : ''
}
</html>
`;
