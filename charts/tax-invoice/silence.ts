/** The text for the state of a tax invoice in which nothing happens by itself. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Оператор электрондық шот-фактураны ЭШФ АЖ-да тіркеп, тіркеу нөмірін белгілейді.',
    ru: 'Само собой ничего не произойдёт. Оператор регистрирует ЭСФ в ИС ЭСФ и отмечает регистрационный номер.',
    en: 'Nothing happens by itself. The operator registers the tax invoice in the State’s system and records its number.',
  },
};
