import type { Language, Localized } from '../../charts/messages.ts';

/** The purpose of a code: to log in, to change the authorised number (1.2), or to confirm that the person still has the number. */
export const PURPOSES = ['enter', 'reidentify', 'confirm'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Says what the code lets its holder do, because people who are asked for it on the telephone read this first. One segment each. */
const TEXTS: Record<Purpose, Localized> = {
  enter: {
    kk: 'AkJet: кіру коды — {code}. Оны ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код входа. Никому его не говорите.',
    en: 'AkJet: {code} is your code to log in. Tell it to nobody.',
  },
  reidentify: {
    kk: 'AkJet: нөмірді ауыстыру коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код смены номера. Никому его не говорите.',
    en: 'AkJet: {code} is your code to change the number. Tell it to nobody.',
  },
  confirm: {
    kk: 'AkJet: растау коды — {code}. Оны ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код подтверждения. Никому его не говорите.',
    en: 'AkJet: {code} is your code to confirm. Tell it to nobody.',
  },
};

/** The SMS with a code. */
export const codeText = (code: string, purpose: Purpose, language: Language): string => TEXTS[purpose][language].replace('{code}', code);
