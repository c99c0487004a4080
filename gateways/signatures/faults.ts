/** What can be wrong with a signature, and what its signer can do, in three languages. */
import type { Check } from './port.ts';

interface Entry {
  check: Check;
  text: Record<'kk' | 'ru' | 'en', string>;
}

const entry = (check: Check, kk: string, ru: string, en: string): Entry => ({ check, text: { kk, ru, en } });

export const FAULTS = {
  'too-large': entry(
    'form',
    'Қолтаңба файлы тым үлкен (100 кБ-тан артық). Құжаттың өзін емес, бөлек қолтаңба файлын (CMS, .p7s) жіберіңіз.',
    'Файл подписи слишком велик (больше 100 кБ). Отправьте отдельный файл подписи (CMS, .p7s), а не сам документ.',
    'The signature file is too large (more than 100 kB). Send the separate signature file (CMS, .p7s), not the document itself.',
  ),
  unreadable: entry(
    'form',
    'Файл оқылмайды: бұл CMS қолтаңбасы емес не ол бүлінген. Құжатқа қайта қол қойып, жаңа файлды жіберіңіз.',
    'Файл не читается: это не подпись CMS, либо он повреждён. Подпишите документ заново и отправьте новый файл.',
    'The file cannot be read: it is not a CMS signature, or it is damaged. Sign the document again and send the new file.',
  ),
  ambiguous: entry(
    'form',
    'Қолтаңба бірмәнді жазылмаған (қатаң DER емес). Құжатқа NCALayer немесе eGov Mobile арқылы қайта қол қойыңыз.',
    'Подпись записана неоднозначно (не строгий DER). Подпишите документ заново в NCALayer или eGov Mobile.',
    'The signature is not written in one unambiguous form (strict DER). Sign the document again with NCALayer or eGov Mobile.',
  ),
  attached: entry(
    'form',
    'Қолтаңбаның ішінде құжат бар. Бөлек (detached) қолтаңба жасаңыз: құжат платформада сақталған.',
    'Внутри подписи лежит документ. Сделайте отсоединённую (detached) подпись: документ хранит платформа.',
    'The signature contains a document. Make a detached signature: the platform keeps the document.',
  ),
  'several-signers': entry(
    'form',
    'Файлда дәл бір қолтаңба болуы керек. Әр адам құжатқа бөлек қол қойып, өз файлын жібереді.',
    'В файле должна быть ровно одна подпись. Каждый подписывает документ отдельно и отправляет свой файл.',
    'The file must hold exactly one signature. Each person signs the document separately and sends a file of their own.',
  ),
  'no-certificate': entry(
    'form',
    'Қолтаңбада қол қоюшының сертификаты жоқ. Сертификатты қосып, қайта қол қойыңыз.',
    'В подписи нет сертификата подписавшего. Подпишите заново с приложением сертификата.',
    'The signature lacks the certificate of its signer. Sign again and include the certificate.',
  ),
  'unknown-algorithm': entry(
    'form',
    'Алгоритм рұқсат етілмеген немесе ескірген (мысалы, SHA-1). ҰКО-ның жарамды кілтімен қайта қол қойыңыз.',
    'Алгоритм не разрешён или устарел (например, SHA-1). Подпишите заново действующим ключом НУЦ.',
    'The algorithm is not allowed or is outdated (SHA-1, for example). Sign again with a current key of the national authority.',
  ),
  'unexpected-content': entry(
    'form',
    'Файлда қолтаңбаға жатпайтын деректер бар. Құжатқа NCALayer немесе eGov Mobile арқылы қайта қол қойыңыз.',
    'В файле есть данные, которые к подписи не относятся. Подпишите документ заново в NCALayer или eGov Mobile.',
    'The file holds data that do not belong to the signature. Sign the document again with NCALayer or eGov Mobile.',
  ),
  'other-bytes': entry(
    'digest',
    'Қолтаңба басқа файлға қойылған. Құжатты платформадан жүктеп алып, өзгертпей, дәл сол файлға қол қойыңыз.',
    'Подписан другой файл. Скачайте документ с платформы и подпишите именно его, ничего не меняя.',
    'Another file was signed. Download the document from the platform and sign exactly that file, without changing it.',
  ),
  'wrong-signature': entry(
    'signature',
    'Қолтаңба сертификаттың кілтіне сәйкес келмейді: файл бүлінген не өзгертілген. Құжатқа қайта қол қойыңыз.',
    'Подпись не соответствует ключу сертификата: файл повреждён или изменён. Подпишите документ заново.',
    'The signature does not match the key of the certificate: the file is damaged or changed. Sign the document again.',
  ),
  'not-confirmed': entry(
    'signature',
    'ҰКО-ның сертификатталған құралы қолтаңбаны растамады. Құжатқа NCALayer немесе eGov Mobile арқылы қайта қол қойыңыз.',
    'Сертифицированное средство НУЦ не подтвердило подпись. Подпишите документ заново в NCALayer или eGov Mobile.',
    'The certified tool of the national authority did not confirm the signature. Sign the document again with NCALayer or eGov Mobile.',
  ),
  'unknown-root': entry(
    'chain',
    'Сертификатты сенімді куәландырушы орталық бермеген. ҰКО берген ЭЦҚ кілтімен қол қойыңыз.',
    'Сертификат выдан не доверенным удостоверяющим центром. Подпишите ключом ЭЦП, выданным НУЦ.',
    'The certificate was not issued by a trusted authority. Sign with a key that the national authority issued.',
  ),
  'self-issued': entry(
    'chain',
    'Сертификатты оның иесі өзіне өзі берген. ҰКО берген ЭЦҚ кілтімен қол қойыңыз.',
    'Сертификат выдан его владельцем самому себе. Подпишите ключом ЭЦП, выданным НУЦ.',
    'The owner issued the certificate to themselves. Sign with a key that the national authority issued.',
  ),
  'stray-certificate': entry(
    'chain',
    'Файлда қолтаңбаға қатысы жоқ сертификат бар. Құжатқа NCALayer немесе eGov Mobile арқылы қайта қол қойыңыз.',
    'В файле есть сертификат, который к подписи не относится. Подпишите документ заново в NCALayer или eGov Mobile.',
    'The file holds a certificate that does not belong to the signature. Sign the document again with NCALayer or eGov Mobile.',
  ),
  'evidence-damaged': entry(
    'chain',
    'Қолтаңбамен бірге сақталған дәлелдер толық емес не бүлінген. Платформаны қолдау қызметіне хабарласыңыз.',
    'Доказательства, сохранённые вместе с подписью, неполны или повреждены. Обратитесь в поддержку платформы.',
    'The evidence kept with the signature is incomplete or damaged. Contact the support of the platform.',
  ),
  expired: entry(
    'validity',
    'Қол қойылған сәтте сертификаттың мерзімі өтіп кеткен. Жаңа ЭЦҚ кілтін алып, қайта қол қойыңыз.',
    'В момент подписания срок сертификата истёк. Получите новый ключ ЭЦП и подпишите заново.',
    'The certificate had expired when it was used. Get a new key and sign again.',
  ),
  'not-yet-valid': entry(
    'validity',
    'Қол қойылған сәтте сертификат әлі күшіне енбеген. Күшіне енген соң қайта қол қойыңыз.',
    'В момент подписания сертификат ещё не действовал. Подпишите заново, когда он начнёт действовать.',
    'The certificate was not valid yet when it was used. Sign again once it is.',
  ),
  'not-for-signing': entry(
    'keyUsage',
    'Бұл кілт құжатқа қол қоюға арналмаған (мысалы, AUTH кілті). Қол қою кілтін (RSA, GOST) таңдап, қайта қол қойыңыз.',
    'Этот ключ не для подписания документов (например, ключ AUTH). Выберите ключ подписи (RSA, GOST) и подпишите заново.',
    'This key is not for signing documents (an AUTH key, for example). Choose the signing key (RSA, GOST) and sign again.',
  ),
  revoked: entry(
    'revocation',
    'Қол қойылған сәтте сертификат кері қайтарылған. Жаңа ЭЦҚ кілтін алып, қайта қол қойыңыз.',
    'В момент подписания сертификат был отозван. Получите новый ключ ЭЦП и подпишите заново.',
    'The certificate had been revoked when it was used. Get a new key and sign again.',
  ),
  'revocation-address': entry(
    'revocation',
    'Сертификаттың кері қайтарылмағанын тексеретін рұқсат етілген мекенжай онда жоқ. ҰКО берген кілтпен қол қойыңыз.',
    'В сертификате нет разрешённого адреса, где проверить, не отозван ли он. Подпишите ключом, выданным НУЦ.',
    'The certificate names no allowed address where its revocation can be checked. Sign with a key that the national authority issued.',
  ),
  'revocation-unproved': entry(
    'revocation',
    'Сертификаттың кері қайтарылмағанының сақталған дәлелі жоқ не бүлінген. Платформаны қолдау қызметіне хабарласыңыз.',
    'Сохранённого доказательства, что сертификат не был отозван, нет, либо оно повреждено. Обратитесь в поддержку платформы.',
    'The kept proof that the certificate was not revoked is missing or damaged. Contact the support of the platform.',
  ),
  'wrong-time-stamp': entry(
    'timeStamp',
    'Уақыт белгісі жарамсыз: ол басқа қолтаңбаға берілген не бүлінген. Құжатқа қайта қол қойыңыз.',
    'Метка времени недействительна: она выдана другой подписи или повреждена. Подпишите документ заново.',
    'The time stamp does not hold: it is for another signature or is damaged. Sign the document again.',
  ),
  'time-stamp-root': entry(
    'timeStamp',
    'Уақыт белгісін сенімді қызмет бермеген. Құжатқа NCALayer немесе eGov Mobile арқылы қайта қол қойыңыз.',
    'Метку времени выдала не доверенная служба. Подпишите документ заново в NCALayer или eGov Mobile.',
    'The time stamp was not issued by a trusted authority. Sign the document again with NCALayer or eGov Mobile.',
  ),
  'time-stamp-future': entry(
    'timeStamp',
    'Уақыт белгісі болашақ уақытты көрсетеді. Құжатқа қайта қол қойыңыз.',
    'Метка времени указывает на будущее. Подпишите документ заново.',
    'The time stamp names a moment in the future. Sign the document again.',
  ),
} satisfies Record<string, Entry>;

export type Fault = keyof typeof FAULTS;

/** Ends the checks: what is wrong. */
export class Refused extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.name = 'Refused';
    this.fault = fault;
  }
}

export const refuse = (fault: Fault): never => {
  throw new Refused(fault);
};
