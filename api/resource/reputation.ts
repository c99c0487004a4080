/** What one party knows of the other before a deal. Customers and contractors are shown in the same way. */
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { Reputation } from '../../models/stores/reputation.ts';
import { Identity, presentIdentity } from './identity.ts';

/** What the platform knows, besides the name and the kind. */
export const reputation = {
  identity: Identity,
  rating: z
    .number()
    .nullable()
    .meta({ description: 'The mean rating of the published reviews, from 1 to 5, to one decimal. Null without reviews' }),
  reviews: z.int(),
  stars: z
    .array(z.int())
    .meta({ description: 'The rating rests on these: how many published reviews have one star, two, and so on to five' }),
  tasksDone: z.int().meta({ description: 'The number of closed tasks' }),
  starts: z
    .object({ inTime: z.int(), late: z.int(), missed: z.int() })
    .nullable()
    .meta({ description: 'How the tasks of the contractor began, from the chain. Null of a customer' }),
  disputes: z.int().meta({ description: 'Claims to and from the other party of a task, whoever was right' }),
  basis: z.string().meta({ description: 'What these figures rest on, in words' }),
};

const BASIS = said(
  'Рейтинг — жабылған тапсырмалардың екінші тараптары жазған және жарияланған пікірлердегі жұлдыздардың орташа мәні. Басталуы: келісілген уақыттан кейін екі тарапқа да жұмыстың басталмағаны хабарланғаннан бастап кешігу, ал тапсырма шарттарындағы қосымша уақыттан кейін келмеу деп саналады; екі тарап ауыстырған уақыт жаңа уақытпен есептеледі. Даулар: кімдікі дұрыс екеніне қарамастан, барлық талап.',
  'Рейтинг — среднее звёзд опубликованных отзывов, которые написали другие стороны закрытых заданий. Начало работ: опоздание считается с сообщения обеим сторонам, что работа не началась, неявка — после льготного срока из условий задания; время, которое стороны перенесли, считается по-новому. Споры: все претензии, кто бы ни был прав.',
  'The rating is the mean of the stars of the published reviews that the other parties of closed tasks wrote. Starts: late is from the notice to both that the work has not begun, missed after the grace of the task’s terms; a time that both have moved counts anew. Disputes: all claims, whoever was right.',
);

export const presentReputation = (
  { proved, rating, reviews, stars, tasks_done: tasksDone, starts, disputes }: Reputation,
  language: Language,
) => ({
  identity: presentIdentity(proved, language),
  rating,
  reviews,
  stars,
  tasksDone,
  starts,
  disputes,
  basis: BASIS[language],
});
