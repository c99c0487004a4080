/** Why a claim was refused, in the same words wherever it is made: in a task, or by itself (9.1). */
import type { Messages } from './messages.ts';

export const claimRules = {
  sumFitsSubject: {
    kk: 'Ақша туралы талапта соманы көрсетіңіз; әрекет жасау немесе одан тартыну туралы талапта сома болмайды.',
    ru: 'В денежном требовании назовите сумму; в требовании совершить действие или воздержаться от него суммы нет.',
    en: 'Name the sum of a claim for money; a claim that something be done or not be done (conduct) has none.',
  },
  calculationAddsUp: {
    kk: 'Залал, тұрақсыздық айыбы немесе шығындар туралы талапта есепті жолдармен келтіріңіз: жолдардың қосындысы талап сомасына тең болуға тиіс.',
    ru: 'К требованию об убытках, неустойке или расходах приложите расчёт по строкам: их сумма равна сумме требования.',
    en: 'A claim for damages, a penalty or costs has a calculation by lines that adds up to its sum.',
  },
} satisfies Messages['rules'];
