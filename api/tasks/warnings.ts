/** What looks wrong in a post and is accepted: the customer is told while it can still be withdrawn. */
import type { Language, Localized } from '../../charts/messages.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { CATEGORIES } from '../../models/reference-trees.ts';
import type { WarningsOf } from '../resource/presenter.ts';

/** What follows from the nature is what `documents/` draws: the titles, the chapter of the Civil Code, and the form of the act. */
const OTHERWISE = {
  kk: 'Егер бұл қате болса, тапсырманы қайтарып алып, жұмыс түрін түзетіп қайта орналастырыңыз: оны кейін өзгертуге болмайды.',
  ru: 'Если это ошибка, отзовите задание и разместите его снова с другим видом работ: изменить его потом нельзя.',
  en: 'If this is a mistake, withdraw the task and post it again with another nature: it cannot be changed later.',
};
const CONSTRUCTION_AS_SERVICES: Localized = {
  kk: `Санаты құрылыс жұмыстарына жатады, ал тапсырма қызмет көрсету ретінде орналастырылған. Сондықтан шартқа Азаматтық кодекстің жұмыстар туралы 32-тарауы емес, қызметтер туралы 33-тарауы жазылады, ал компаниялар мен кәсіпкерлерге арналған акт құрылыс-монтаж жұмыстарына қолданылмайтын Р-1 нысанында жасалады. ${OTHERWISE.kk}`,
  ru: `Категория относится к строительным работам, а задание размещено как услуги. Поэтому в договоре будет глава 33 Гражданского кодекса об услугах, а не глава 32 о подряде, а акт для компаний и предпринимателей составят по форме Р-1, которая для строительно-монтажных работ не применяется. ${OTHERWISE.ru}`,
  en: `The category is of construction works, and the task is posted as services. So the contract will name chapter 33 of the Civil Code (services) and not chapter 32 (works), and the act for companies and entrepreneurs will be form R-1, which is not for construction works. ${OTHERWISE.en}`,
};
const CONSTRUCTION_AS_WORKS: Localized = {
  kk: `Санаты құрылыс жұмыстарына жатады, ал тапсырма өзге жұмыстар ретінде орналастырылған. Сондықтан компаниялар мен кәсіпкерлерге арналған акт құрылыс-монтаж жұмыстарына қолданылмайтын Р-1 нысанында жасалады. ${OTHERWISE.kk}`,
  ru: `Категория относится к строительным работам, а задание размещено как иные работы. Поэтому акт для компаний и предпринимателей составят по форме Р-1, которая для строительно-монтажных работ не применяется. ${OTHERWISE.ru}`,
  en: `The category is of construction works, and the task is posted as other works. So the act for companies and entrepreneurs will be form R-1, which is not for construction works. ${OTHERWISE.en}`,
};
const OTHER_AS_CONSTRUCTION: Localized = {
  kk: `Тапсырма құрылыс жұмыстары ретінде орналастырылған, ал санаты оларға жатпайды. Сондықтан шартқа Азаматтық кодекстің жұмыстар туралы 32-тарауы жазылады, ал акт Р-1 нысанында емес, құрылыс-монтаж жұмыстарын қабылдап алу актісі ретінде жасалады. ${OTHERWISE.kk}`,
  ru: `Задание размещено как строительные работы, а категория к ним не относится. Поэтому в договоре будет глава 32 Гражданского кодекса о подряде, а акт составят не по форме Р-1, а как акт приёмки строительно-монтажных работ. ${OTHERWISE.ru}`,
  en: `The task is posted as construction works, and its category is not of them. So the contract will name chapter 32 of the Civil Code (works), and the act will not be form R-1 but one of construction works. ${OTHERWISE.en}`,
};

function natureWords({ nature, work: { category } }: TaskContext): Localized | undefined {
  if (category === undefined) return undefined;
  const isConstruction = CATEGORIES.nodeOf(category).construction === true;
  if (isConstruction === (nature === 'construction')) return undefined;
  if (!isConstruction) return OTHER_AS_CONSTRUCTION;
  return nature === 'works' ? CONSTRUCTION_AS_WORKS : CONSTRUCTION_AS_SERVICES;
}

/** `commands`: the menu of the reader. Only who can withdraw the task can still do something. */
export function warningsOf(context: TaskContext, commands: readonly { name: string }[], language: Language): ReturnType<WarningsOf> {
  const words = commands.some(({ name }) => name === 'withdraw') ? natureWords(context) : undefined;
  return words === undefined ? [] : [{ path: 'nature', message: words[language] }];
}
