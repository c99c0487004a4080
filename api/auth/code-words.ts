import type { Language, Localized } from '../../charts/messages.ts';

/**
 * The purpose of a code: to log in, to change the authorised number (1.2), to set a password, to authorise a device, to change the email, to close the
 * account, to confirm a document, or to name where payouts go.
 */
export const PURPOSES = ['enter', 'reidentify', 'confirm', 'device', 'email', 'close', 'sign', 'payout'] as const;
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
  device: {
    kk: 'AkJet: құрылғыны қосу коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код нового устройства. Никому его не говорите.',
    en: 'AkJet: {code} is your code to add a device. Tell it to nobody.',
  },
  email: {
    kk: 'AkJet: поштаны өзгерту коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код смены почты. Никому его не говорите.',
    en: 'AkJet: {code} is your code to change the e-mail. Tell it to nobody.',
  },
  close: {
    kk: 'AkJet: Аккаунтты жабу коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код закрытия Аккаунта. Никому его не говорите.',
    en: 'AkJet: {code} is your code to close the account. Tell it to nobody.',
  },
  sign: {
    kk: 'AkJet: құжатты растау коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код для документа. Никому его не говорите.',
    en: 'AkJet: {code} is your code to confirm a document. Tell it to nobody.',
  },
  payout: {
    kk: 'AkJet: төлем деректемелерін өзгерту коды — {code}. Ешкімге айтпаңыз.',
    ru: 'AkJet: {code} — код для счёта выплат. Никому его не говорите.',
    en: 'AkJet: {code} is your code to change where you are paid. Tell it to nobody.',
  },
};

/** The SMS with a code. */
export const codeText = (code: string, purpose: Purpose, language: Language): string => TEXTS[purpose][language].replace('{code}', code);
