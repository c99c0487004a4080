/** Why a certificate's owner may not sign for a party, and what to do, as people read it. */
import { said } from '../../charts/messages.ts';
import type { PowersFault } from '../../rules/signer-powers.ts';

export const POWERS_WORDS: Record<PowersFault, ReturnType<typeof said>> = {
  'another-person': said(
    'Сертификаттағы ЖСН Аккаунтта әрекет етіп отырған тұлғанікі емес. Өз ЭЦҚ кілтіңізбен қол қойыңыз немесе Аккаунттағы ЖСН-ді тексеріңіз.',
    'ИИН в сертификате не принадлежит тому, кто действует в Аккаунте. Подпишите своим ключом ЭЦП или проверьте ИИН в Аккаунте.',
    'The IIN in the certificate is not that of the person who acts in the account. Sign with your own key, or check the IIN in the account.',
  ),
  'another-company': said(
    'Сертификаттағы БСН бұл тараптікі емес: компания үшін сол компанияның кілтімен, өз атыңыздан жеке кілтпен қол қойыңыз.',
    'БИН в сертификате не этой стороны: за компанию подписывают ключом этой компании, от своего имени – личным ключом.',
    'The BIN in the certificate is not of this party: sign for a company with a key of that company, and for yourself with a personal key.',
  ),
  'no-powers': said(
    'Бұл күні сіздің компания үшін қол қою өкілеттігіңіз жоқ. Бірінші басшының немесе қол қою құқығы бар тұлғаның кілтімен қол қойыңыз, не реквизиттерде сенімхатты көрсетіңіз.',
    'На этот день у вас нет полномочий подписывать за компанию. Подпишите ключом первого руководителя или лица с правом подписи либо укажите доверенность в реквизитах.',
    'On this day you have no powers to sign for the company. Sign with the key of its first head or of a person with the right to sign, or name a power of attorney in the requisites.',
  ),
};
