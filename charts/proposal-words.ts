/** Why a proposal was not confirmed, in the same words wherever two of the staff decide. */
import type { Messages } from './messages.ts';

export const proposalRules = {
  confirmedByAnother: {
    kk: 'Мұны ұсынған адам емес, Оператордың басқа өкілі растайды: сол адамның басқа Аккаунты жарамайды.',
    ru: 'Это подтверждает не тот, кто это предложил, а другой представитель Оператора: другой Аккаунт того же человека не подходит.',
    en: 'This is confirmed by another member of staff than the one who proposed it. Another account of the same person does not count.',
  },
} satisfies Messages['rules'];
