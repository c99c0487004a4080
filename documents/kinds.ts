/** The kinds of papers, as people call them. */
import type { Localized } from '../charts/messages.ts';
import type { DocumentKind } from '../charts/signing/types.ts';

export const PAPER_KINDS: Record<DocumentKind, Localized> = {
  order: { kk: 'Тапсырыс', ru: 'Заказ', en: 'Order' },
  contract: { kk: 'Шарт', ru: 'Договор', en: 'Contract' },
  'completion-act': { kk: 'Орындалған жұмыстар актісі', ru: 'Акт выполненных работ', en: 'Completion act' },
};
