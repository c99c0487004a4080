/** The contract between customer and contractor, which both confirm. The operator is not a party to it (3.4). */
import { agreement } from './agreement.ts';
import type { DealFacts, Nature } from './facts.ts';
import { COUNTRY, dateOf, dealNumber } from './facts.ts';
import type { Paper } from './paper.ts';
import { both } from './phrases.ts';

const TITLES: Record<Nature, Paper['title']> = {
  services: both('Өтеулі қызмет көрсету шарты', 'Договор возмездного оказания услуг'),
  works: both('Мердігерлік шарт', 'Договор подряда'),
  construction: both('Құрылыс мердігерлігі шарты', 'Договор строительного подряда'),
};

const BOUND = both(
  'Шарт тараптарын анықтауға мүмкіндік беретін электрондық хабарламалар алмасу арқылы жазбаша нысанда жасалады (Қазақстан Республикасы Азаматтық кодексінің 152-бабы). Тараптар оған электрондық цифрлық қолтаңбамен қол қояды (1.11-т.) немесе оны Аутентификациядан кейін өз Аккаунттарында растайды; мұндай растау тараптың жеке өзі жасаған әрекеті деп танылады (1.4-т.).',
  'Договор заключается в письменной форме обменом электронными сообщениями, которые позволяют определить стороны (статья 152 Гражданского кодекса Республики Казахстан). Стороны подписывают его электронной цифровой подписью (п. 1.11) либо подтверждают в своих Аккаунтах после Аутентификации; такое подтверждение признаётся совершённым стороной лично (п. 1.4).',
);

export const contract = (facts: DealFacts): Paper => ({
  reference: facts.reference,
  title: TITLES[facts.task.nature],
  number: dealNumber(facts),
  date: dateOf(facts),
  place: COUNTRY,
  blocks: agreement(facts, BOUND),
  origin: facts.origin,
});
