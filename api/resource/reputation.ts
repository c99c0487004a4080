/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { Reputation } from '../../models/stores/reputation.ts';
import { civilDate } from '../../rules/working-days.ts';
import { unlessErased } from './erased.ts';
import { accountKind } from './fields.ts';
import { Identity, presentIdentity } from './identity.ts';

/** What the platform knows, besides the name and the kind. */
export const reputation = {
  identity: Identity,
  rating: z
    .number()
    .nullable()
    .meta({ description: 'The mean rating of the published reviews, from 1 to 5, to one decimal. Null without reviews' }),
  reviews: z.int(),
  tasksDone: z.int().meta({ description: 'The number of closed tasks' }),
  since: z.string().meta({ description: 'The day of the registration, in Almaty' }),
};

/** What these figures rest on, and how reliable the account was. */
export const basis = {
  stars: z
    .array(z.int())
    .meta({ description: 'The rating rests on these: how many published reviews have one star, two, and so on to five' }),
  reviewers: z.int().meta({ description: 'How many different accounts wrote these reviews: a few can write many' }),
  starts: z.object({ inTime: z.int(), late: z.int(), missed: z.int(), contested: z.int() }).nullable().meta({
    description:
      'How the tasks of the contractor began, from the chain. `contested`: late starts and no-shows to which it objects, until that is decided. Null of a customer',
  }),
  disputes: z.int().meta({ description: 'Claims to and from the other party of a task, whoever was right' }),
  basis: z.string().meta({ description: 'What these figures rest on, in words' }),
};

const BASIS = said(
  'Рейтинг — жабылған тапсырмалардың екінші тараптары жазған және жарияланған пікірлердегі жұлдыздардың орташа мәні; reviewers – оларды неше түрлі аккаунт жазғаны. Басталуы: келісілген уақыттан кейін екі тарапқа да жұмыстың басталмағаны хабарланғаннан бастап кешігу, ал тапсырма шарттарындағы қосымша уақыттан кейін келмеу деп саналады; екі тарап ауыстырған уақыт жаңа уақытпен есептеледі. Орындаушы әр жазбаға мерзімінде қарсылық білдіре алады, тапсырыс беруші түсініктеме береді, Оператор шешеді: шешілгенше жазба есептелмейді және даулы деп көрсетіледі, ал қарсылық қанағаттандырылса немесе Оператор мерзімінде шешпесе, мүлдем есептелмейді. Даулар: кімдікі дұрыс екеніне қарамастан, барлық талап.',
  'Рейтинг — среднее звёзд опубликованных отзывов, которые написали другие стороны закрытых заданий; reviewers – сколько разных Аккаунтов их написали. Начало работ: опоздание считается с сообщения обеим сторонам, что работа не началась, неявка — после льготного срока из условий задания; время, которое стороны перенесли, считается по-новому. Против каждой такой записи Исполнитель может в срок возразить, Заказчик – дать пояснение, решает Оператор: до решения запись не учитывается и показана как оспариваемая, а если возражение удовлетворено или не рассмотрено в срок, не учитывается совсем. Споры: все претензии, кто бы ни был прав.',
  'The rating is the mean of the stars of the published reviews that the other parties of closed tasks wrote; reviewers is how many different accounts wrote them. Starts: late is from the notice to both that the work has not begun, missed after the grace of the task’s terms; a time that both have moved counts anew. The contractor may object to each such record within a term, the customer may comment, and the operator decides: until then the record does not count and is shown as contested; if it is excused, or not decided in time, it counts no more. Disputes: all claims, whoever was right.',
);

/** What the platform knows, as it is shown. */
export const presentReputation = (
  { proved, rating, reviews, tasks_done: tasksDone, since }: Pick<Reputation, 'proved' | 'rating' | 'reviews' | 'tasks_done' | 'since'>,
  language: Language,
) => ({
  identity: presentIdentity(proved, language),
  rating,
  reviews,
  tasksDone,
  since: civilDate(since.toISOString()),
});

export const presentBasis = ({ stars, reviewers, starts, disputes }: Reputation, language: Language) => ({
  stars,
  reviewers,
  starts,
  disputes,
  basis: BASIS[language],
});

/** Who the other party is, before a deal and after it. */
export const OtherParty = z.object({ kind: accountKind, name: z.string(), ...reputation, ...basis }).meta({ id: 'OtherParty' });

export const presentOtherParty = (known: Reputation, language: Language): z.output<typeof OtherParty> => ({
  kind: known.kind,
  name: unlessErased(known.name, language),
  ...presentReputation(known, language),
  ...presentBasis(known, language),
});
