/** The kinds of papers, as people call them. */
import type { Localized } from '../charts/messages.ts';
import { said } from '../charts/messages.ts';
import type { PaperKind } from '../rules/requisites.ts';

export const PAPER_KINDS: Record<PaperKind, Localized> = {
  order: said('Тапсырыс', 'Заказ', 'Order'),
  contract: said('Шарт', 'Договор', 'Contract'),
  'completion-act': said('Орындалған жұмыстар актісі', 'Акт выполненных работ', 'Act of completed works'),
  amendment: said('Шартты өзгерту туралы келісім', 'Соглашение об изменении', 'Amendment'),
  'ending-agreement': said('Шартты бұзу туралы келісім', 'Соглашение о расторжении', 'Agreement on ending'),
  refusal: said('Қабылдаудан дәлелді бас тарту', 'Мотивированный отказ от приёмки', 'Reasoned refusal'),
  'defect-list': said('Ақаулар актісі', 'Дефектный акт', 'List of defects'),
  'briefing-sheet': said('Нұсқаулық парағы', 'Лист инструктажа', 'Briefing sheet'),
  claim: said('Кінәрат-талап', 'Претензия', 'Claim'),
  answer: said('Кінәрат-талапқа жауап', 'Ответ на претензию', 'Answer to a claim'),
  settlement: said('Дауды реттеу туралы келісім', 'Соглашение об урегулировании', 'Settlement'),
  invoice: said('Төлемге шот', 'Счёт на оплату', 'Invoice'),
  'service-act': said('Көрсетілген қызметтер актісі', 'Акт оказанных услуг', 'Act of services'),
  'credit-note': said('Түзету шоты', 'Корректировочный счёт', 'Credit note'),
  'penalty-sheet': said('Өсімпұл есебі', 'Расчёт пени', 'Calculation of the penalty'),
  'set-off-statement': said('Есепке жатқызу туралы өтініш', 'Заявление о зачёте', 'Statement of set-off'),
  'income-certificate': said(
    'Орындалған тапсырмалар мен табыс туралы анықтама',
    'Справка о выполненных заданиях и доходе',
    'Certificate of completed work and income',
  ),
  'pre-trial-statement': said('Сотқа дейінгі тәртіп туралы анықтама', 'Справка о досудебном порядке', 'Statement of the pre-trial step'),
  'own-paper': said('Тараптың өз құжаты', 'Документ стороны', 'Paper of a party'),
  'accession-statement': said('Қосылу туралы өтініш', 'Заявление о присоединении', 'Accession statement'),
  consent: said('Дербес деректерді өңдеуге келісім', 'Согласие на обработку персональных данных', 'Consent to data processing'),
};
