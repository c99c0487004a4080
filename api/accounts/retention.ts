/** What is erased of an account that is closed, what is kept, until when and why: told before it is closed, and to the operator after. */
import { z } from 'zod';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { StageRow } from '../../models/stores/erasure.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt } from '../../rules/parameters.ts';
import type { Ending, RetentionTerms, Stage } from '../../rules/retention.ts';
import { erasedFrom, STAGES } from '../../rules/retention.ts';
import { instant } from '../resource/fields.ts';

/** The terms of today. */
export function retentionTerms(rows: readonly Parameter[]): RetentionTerms {
  const today = todayInAlmaty();
  return {
    traceDays: numberAt(rows, 'authenticationRetentionDays', today),
    evidenceYears: numberAt(rows, 'evidenceYears', today),
    paperYears: numberAt(rows, 'retentionYears', today),
    banYears: numberAt(rows, 'banYears', today),
  };
}

const WORDS: Record<Stage, { what: Localized; why: Localized }> = {
  closing: {
    what: said(
      'Профиль, сеанстар және мәмілеге айналмаған тапсырмалар мен үндеулердің мәтіндері',
      'Профиль, сеансы и тексты заданий и откликов, которые не стали сделками',
      'The profile, the sessions, and the texts of tasks and responses that became no deal',
    ),
    why: said('Олардың бұдан былай керегі жоқ', 'Больше ни для чего не нужны', 'Nothing needs them any more'),
  },
  persons: {
    what: said(
      'Электрондық пошта мекенжайы, басқа Аккаунты жоқ өкілдердің нөмірі, құпиясөзі және құрылғылары',
      'Адрес электронной почты, номер, пароль и устройства представителей, у которых нет другого Аккаунта',
      'The email address, and the number, the password and the devices of members who have no other account',
    ),
    why: said(
      'Олар тек хабарлауға және кіруге керек: жабу туралы хабар жіберілген және басқа сеанстар аяқталған соң өшіріледі',
      'Нужны только для уведомлений и входа: стираются, когда отправлено сообщение о закрытии и завершены другие сеансы',
      'They serve notices and the login alone: erased when the notice of the closing was sent and other sessions have ended',
    ),
  },
  traces: {
    what: said(
      'Шектеулер есептелетін нөмірлер мен мекенжайлардың хештері',
      'Хеши номеров и адресов, по которым считаются пределы',
      'The hashes of numbers and addresses by which limits are counted',
    ),
    why: said('Теріс пайдаланудан қорғау үшін', 'Защищают от злоупотреблений', 'They protect from abuse'),
  },
  evidence: {
    what: said(
      'Мәмілелердің, кінәрат-талаптардың, даулардың, пікірлердің, тексерулердің және Аккаунт туралы шешімдердің мәтіндері',
      'Тексты сделок, претензий, споров, отзывов, проверок и решений об Аккаунте',
      'The texts of deals, claims, disputes, reviews, checks and decisions about the account',
    ),
    why: said(
      'Талап қою мерзімі ішінде тараптарға және сотқа керек',
      'Нужны сторонам и суду в срок исковой давности',
      'The parties and the court need them while claims may be brought',
    ),
  },
  papers: {
    what: said(
      'Аты, ЖСН/БСН, деректемелердің барлық нұсқасы, қосылу туралы өтініш, шарттардың мәтіндері, құжаттар және есеп айырысу туралы хабарламалар',
      'Имя, ИИН/БИН, все версии реквизитов, заявление о присоединении, тексты договоров, документы и сообщения о расчётах',
      'The name, the IIN or BIN, every version of the requisites, the accession statement, the texts of contracts, the documents and the messages about payments',
    ),
    why: said(
      'Бастапқы құжаттарды сақтау заң талабы. Бұл мерзімде оларды тек екінші тарап пен Оператор көреді',
      'Хранить первичные документы требует закон. В этот срок их видят только другая сторона и Оператор',
      'The law demands that primary documents be kept. Meanwhile only the other party and the operator see them',
    ),
  },
  ban: {
    what: said(
      'Тоқтатылған Аккаунтты танытатын ЖСН/БСН',
      'ИИН/БИН, по которому узнают прекращённый Аккаунт',
      'The IIN or BIN that finds a terminated account',
    ),
    why: said(
      'Аккаунты тоқтатылған пайдаланушы жаңасымен қайта оралмауы үшін',
      'Чтобы пользователь, чей Аккаунт прекращён, не вернулся под новым',
      'So that a user whose account was terminated does not come back with another one',
    ),
  },
};

export const Retention = z.array(
  z.object({
    what: z.string(),
    until: z.string().nullable().meta({ description: 'Erased then, or as soon as nothing of the account goes on. Null: at once' }),
    why: z.string().meta({ description: 'Why it is kept, or why not' }),
    erasedAt: instant.nullable(),
  }),
);

/** For an account that stands, as if it were closed now. */
export function presentRetention(
  { stages, hasPapers, terms }: { stages: StageRow[]; hasPapers: boolean; terms: RetentionTerms },
  language: Language,
): z.output<typeof Retention> {
  const [first] = stages;
  const ending: Ending = { at: (first?.closed_at ?? new Date()).toISOString(), banned: first?.banned ?? false, hasPapers };
  return STAGES.filter((stage) => stage !== 'ban' || ending.banned).map((stage) => {
    const from = erasedFrom(stage, ending, terms);
    const { what, why } = WORDS[stage];
    return {
      what: what[language],
      until: from === ending.at ? null : from,
      why: from === ending.at && stage !== 'persons' ? WORDS.closing.why[language] : why[language],
      erasedAt: stages.find((each) => each.stage === stage)?.done_at?.toISOString() ?? null,
    };
  });
}
