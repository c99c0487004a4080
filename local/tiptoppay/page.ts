/** The page of an order, and the page of the payer's bank (3-D Secure). */
import { REASONS } from './answers.ts';
import type { Order, Transaction } from './book.ts';

const STATUS: Record<Order['status'], string> = { Created: 'Ожидает оплаты', Paid: 'Оплачено', Cancelled: 'Счёт отменён' };

const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const button = (act: string, text: string): string => `<button name="act" value="${act}">${text}</button>`;
const reasons = Object.entries(REASONS)
  .filter(([code]) => code !== '0')
  .map(([code, [name]]) => `<option value="${code}">${code} ${name}</option>`)
  .join('');

const page = (body: string): string => `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TipTopPay: stand-in</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem } button, select { font: inherit; padding: .4rem 1rem }</style>
<h1>Замена TipTopPay для разработки</h1>
${body}
</html>
`;

/** @param said What became of the last try. */
export const orderPage = ({ amount, description, requireConfirmation, status }: Order, said = ''): string =>
  page(`<p>${safe(description)}<br>${(amount / 100).toFixed(2)} KZT, ${requireConfirmation ? 'с блокировкой' : 'сразу'}</p>
<p><strong>${STATUS[status]}</strong> ${safe(said)}</p>
${
  status === 'Created'
    ? `<form method="post">${button('approve', 'Оплатить')} ${button('secure', 'Оплатить с 3-D Secure')}
<p><select name="reason">${reasons}</select> ${button('decline', 'Отказ банка')}</p></form>`
    : ''
}`);

export const securePage = ({ id }: Transaction): string =>
  page(`<p>Банк просит подтвердить операцию ${id}.</p>
<form method="post" action="/secure/${id}">${button('approve', 'Подтвердить')} ${button('decline', 'Отказаться')}</form>`);
