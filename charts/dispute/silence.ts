/** The texts for the states of a dispute in which nothing happens by itself: what either side can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  signing: {
    kk: 'Тараптар келісімге мерзімінде қол қоймаса не оны растамаса, дау келісімге дейінгі сатысынан жалғасады. Мерзім қол қою бетінде көрсетілген.',
    ru: 'Если соглашение не подпишут или не подтвердят в срок, спор продолжится с той стадии, на которой был. Срок указан на странице подписания.',
    en: 'If the settlement is not signed or confirmed in time, the dispute goes on from the stage in which it was. The term is shown with the signing.',
  },
  'unsettled.open': {
    kk: 'Өздігінен ештеңе болмайды. Тараптар бірлескен өкім бере алады немесе сотқа жүгіне алады, өтініш беруші талабын қайтарып ала алады.',
    ru: 'Само собой ничего не произойдёт. Стороны могут дать совместное распоряжение или обратиться в суд, заявитель может отозвать претензию.',
    en: 'Nothing happens by itself. The sides may give a joint order or go to court; the claimant may drop the claim.',
  },
  'unsettled.checkable': {
    kk: 'Өздігінен ештеңе болмайды. Оператордың басқа өкілі сот актісін салыстырып, растайды.',
    ru: 'Само собой ничего не произойдёт. Второй представитель Оператора сверяет и подтверждает судебный акт.',
    en: 'Nothing happens by itself. A second member of staff checks and confirms the court act.',
  },
};
