/**
 * Quotas: how much one account or person may do within `quotaHours`, so that nobody makes the platform write to thousands of strangers (ASVS 2.3.2).
 * Each is a dated parameter. What is used is noted in the transaction that uses it.
 */
import type { Sequelize, Transaction } from 'sequelize';
import type { Refusal } from '../charts/judge.ts';
import type { Language, Localized } from '../charts/messages.ts';
import type { Command } from '../lives/command.ts';
import { lettersToOthers, noteQuotaUse, quotaExceeded } from '../models/stores/quota.ts';
import { todayInAlmaty } from '../models/today.ts';
import { Problem } from './errors.ts';

/** By the parameter: what is counted. */
const QUOTAS = {
  quotaTasks: { kk: 'орналастырылған орындар', ru: 'размещённые места', en: 'places posted' },
  quotaInvitations: { kk: 'шақырулар (орын сайын)', ru: 'приглашения (на каждое место)', en: 'invitations, for each place' },
  quotaLetters: {
    kk: 'басқа пайдаланушыларға хабарламалар',
    ru: 'уведомления другим пользователям',
    en: 'notices to other users',
  },
  quotaResponses: { kk: 'өтінімдер', ru: 'отклики', en: 'responses' },
  quotaMessages: { kk: 'хабарламалар', ru: 'сообщения', en: 'messages' },
  quotaMessagesPerMinute: { kk: 'бір минуттағы хабарламалар', ru: 'сообщения за минуту', en: 'messages in a minute' },
  quotaCompanies: { kk: 'тіркелген компаниялар', ru: 'зарегистрированные компании', en: 'companies registered' },
  quotaMembers: { kk: 'өкілдер құрамындағы өзгерістер', ru: 'изменения состава представителей', en: 'changes of members' },
  quotaDetails: { kk: 'деректердің өзгерістері', ru: 'изменения данных', en: 'changes of the details' },
  quotaOwnPapers: { kk: 'тексеруге жіберілген файлдар', ru: 'файлы, отправленные на проверку', en: 'files sent to be checked' },
  quotaFiles: { kk: 'жүктелген файлдар', ru: 'загруженные файлы', en: 'files uploaded' },
  quotaEmailCodes: {
    kk: 'электрондық поштаны растау коды бар хаттар',
    ru: 'письма с кодом подтверждения электронной почты',
    en: 'letters with a code for an e-mail address',
  },
} as const satisfies Record<string, Localized>;

export type Quota = keyof typeof QUOTAS;

export interface QuotaUse {
  quota: Quota;
  /** An account or a person. */
  subject: string;
  /** Of `quotaLetters` it is counted what the command caused: until it is used up, one more command is allowed. */
  amount?: number;
}

interface Exceeded {
  quota: Quota;
  most: number;
  wait: number | null;
}

/**
 * What a command of these uses has to check and to note. The quotas come before any other precondition, so that every transaction locks them before
 * it locks rows of accounts.
 */
export function withinQuotas(
  life: string,
  uses: readonly QuotaUse[],
): { conditions: NonNullable<Command['preconditions']>; note: (transaction: Transaction) => Promise<void> } {
  return {
    conditions: uses.map(({ quota, subject, amount = 1 }) => async (transaction): Promise<Refusal | undefined> => {
      const on = todayInAlmaty();
      const exceeded = await quotaExceeded(transaction, { quota, subject, amount, on });
      return exceeded && { allowed: false, reason: 'precondition', rule: 'quota-used', more: { quota, ...exceeded } satisfies Exceeded };
    }),
    async note(transaction) {
      for (const { quota, subject, amount = 1 } of uses) {
        const used = quota === 'quotaLetters' ? await lettersToOthers(transaction, life, subject) : amount;
        if (used > 0) await noteQuotaUse(transaction, { quota, subject, amount: used });
      }
    },
  };
}

/** Uses up a quota at once, whatever becomes of what it is used for. @throws 429 */
export async function useQuota(database: Sequelize, { quota, subject }: Omit<QuotaUse, 'amount'>, language: Language): Promise<void> {
  const asked = { quota, subject, amount: 1 };
  const exceeded = await database.transaction(async (transaction) => {
    const found = await quotaExceeded(transaction, { ...asked, on: todayInAlmaty() });
    if (found === undefined) await noteQuotaUse(transaction, asked);
    return found;
  });
  if (exceeded) throw problemOfQuota({ quota, ...exceeded } satisfies Exceeded, language);
}

const DETAIL: Record<Language, (what: string, most: number) => string> = {
  kk: (what, most) => `Қазіргі шек: ${what}, ${most}.`,
  ru: (what, most) => `Предел сейчас: ${what}, ${most}.`,
  en: (what, most) => `The present limit: ${most} ${what}.`,
};

/** 429 that names the quota and its size, and when to try again. What is larger than the quota never fits, so it names no time. */
export function problemOfQuota(more: object, language: Language): Problem {
  const { quota, most, wait } = more as Exceeded;
  const detail = DETAIL[language](QUOTAS[quota][language], most);
  return new Problem('quota-used', { quota, most, detail, ...(wait !== null && { retryAfter: wait }) });
}
