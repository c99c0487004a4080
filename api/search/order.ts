/** How search results are ordered: published, because nobody may be ranked by rules that nobody can read (law 18-VIII of 2023). */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { ContractorSort } from '../../models/stores/contractor-profile.ts';
import type { TaskSort } from '../../models/stores/open-task.ts';

export const TASK_ORDERS: Record<TaskSort, Localized> = {
  newest: said(
    'Жаңа тапсырмалар бірінші: жарияланған реті бойынша.',
    'Сначала новые: в порядке размещения.',
    'Newest first: in the order of posting.',
  ),
  nearest: said(
    'Жақын тапсырмалар бірінші: көрсетілген нүктеден қашықтық бойынша. Нүктесі жоқ тапсырма қаласының немесе ауданының ортасында деп саналады.',
    'Сначала ближние: по расстоянию от указанной точки. Задание без точки считается расположенным в центре его города или района.',
    'Nearest first: by the distance from the given point. A task without a point counts as being in the centre of its city or district.',
  ),
  dearest: said(
    'Бағасы жоғары тапсырмалар бірінші: бүкіл жұмыстың бағасы бойынша.',
    'Сначала дорогие: по цене всей работы.',
    'Dearest first: by the price of the whole work.',
  ),
  start: said(
    'Ерте басталатын тапсырмалар бірінші: жұмыстың басталу уақыты бойынша.',
    'Сначала ранние: по времени начала работы.',
    'Earliest first: by the time at which the work begins.',
  ),
};

export const CONTRACTOR_ORDERS: Record<ContractorSort, Localized> = {
  newest: said(
    'Жаңа орындаушылар бірінші: тіркелген реті бойынша.',
    'Сначала новые: в порядке регистрации исполнителей.',
    'Newest first: in the order in which the contractors registered.',
  ),
  rating: said(
    'Бағасы жоғары орындаушылар бірінші: жарияланған пікірлердің ондық үлеске дейінгі орташа бағасы бойынша, тең болса — пікірлер саны бойынша. Пікірі жоқтар соңында.',
    'Сначала с высокой оценкой: по средней оценке опубликованных отзывов до десятых, при равной оценке — по числу отзывов. Исполнители без отзывов в конце.',
    'Best rated first: by the mean rating of the published reviews to one decimal, and where that is equal by the number of reviews. Those without reviews come last.',
  ),
  done: said(
    'Көп тапсырма орындағандар бірінші: жабылған тапсырмалар саны бойынша.',
    'Сначала выполнившие больше заданий: по числу закрытых заданий.',
    'Those who have done most first: by the number of closed tasks.',
  ),
};

export const ORDER_BASICS: Localized = said(
  'Реттілікті іздеуші таңдайды; әдепкісі — жаңалары бірінші. Тең болса, нөмірі шешеді. Орын сатылмайды, ал іздеушінің бұрынғы әрекеттері нәтижеге әсер етпейді: тек мәміле жасауға болмайтындар, мысалы бұғатталғандар, көрсетілмейді.',
  'Порядок выбирает тот, кто ищет; по умолчанию сначала новые. При равенстве решает номер. Места в выдаче не продаются, а прежние действия ищущего на неё не влияют; не показываются лишь те, с кем сделка невозможна, например заблокированные.',
  'Whoever searches chooses the order; by default the newest come first. Where two are equal, their number decides. No place is sold, and what the searcher did before does not influence what is found; only those with whom no deal is possible, such as blocked ones, are left out.',
);
