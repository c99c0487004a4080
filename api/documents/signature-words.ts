/** What is said of signatures and confirmations: on the check page of a paper, and on the sheet of its copy. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { Check } from '../../gateways/signatures/port.ts';
import type { Way } from '../../rules/signing-ways.ts';

export const PARTY_WORDS = {
  customer: said('Тапсырыс беруші', 'Заказчик', 'Customer'),
  contractor: said('Орындаушы', 'Исполнитель', 'Contractor'),
};

export const OF_A_PARTY = said(
  'Бұл – тараптың өз құжаты ({party}): платформа оны дайындаған жоқ және мазмұнын тексермеген. Платформа осы файлдың жіберілгенін және оған кімнің қалай қол қойғанын не оны растағанын ғана куәландырады.',
  'Это документ самой стороны ({party}): платформа его не составляла и содержание не проверяла. Платформа удостоверяет только, что этот файл направлен, и кто и как его подписал или подтвердил.',
  'This is a paper of a party itself ({party}): the platform did not write it and has not checked what it says. The platform states only that this file was sent, and who signed or confirmed it and how.',
);

export const WAY_WORDS: Record<Way, Localized> = {
  account: said('Жеке кабинеттегі растау', 'подтверждение в Личном кабинете', 'confirmation in the account'),
  code: said(
    'СМС кодымен Жеке кабинеттегі растау',
    'подтверждение в Личном кабинете с кодом из СМС',
    'confirmation in the account with a code by SMS',
  ),
  cms: said('электрондық цифрлық қолтаңба (ЭЦҚ)', 'электронная цифровая подпись (ЭЦП)', 'electronic signature'),
};

export const CHECK_WORDS: Record<Check, Localized> = {
  form: said('Қолтаңба файлының түрі', 'Форма файла подписи', 'Form of the signature file'),
  digest: said('Дәл осы құжатқа қойылған', 'Подписан именно этот документ', 'This very document was signed'),
  signature: said('Сертификат кілтімен жасалған', 'Сделана ключом сертификата', 'Made by the key of the certificate'),
  chain: said('Сертификатты сенімді орталық берген', 'Сертификат выдан доверенным центром', 'Certificate of a trusted authority'),
  validity: said('Сертификат жарамды болған', 'Сертификат действовал', 'The certificate was valid'),
  keyUsage: said('Кілт қол қоюға арналған', 'Ключ предназначен для подписи', 'The key is meant for signing'),
  revocation: said('Сертификат кері қайтарылмаған', 'Сертификат не был отозван', 'The certificate was not revoked'),
  timeStamp: said('Уақыт белгісі', 'Метка времени', 'Time stamp'),
};

export const RESULT_WORDS = {
  held: said('иә', 'да', 'yes'),
  failed: said('жоқ', 'нет', 'no'),
  absent: said('болмаған', 'не было', 'there was none'),
  unreached: said('тексерілмеді', 'не проверялось', 'not checked'),
};

export const ALGORITHMS: Record<string, string> = { rsa: 'RSA', ecdsa: 'ECDSA', gost2015: 'ГОСТ 34.10-2015' };

export const NO_ELECTRONIC_SIGNATURE = said(
  'Бұл электрондық қолтаңба емес: тарап құжаттың осы SHA-256 мәнін Жеке кабинетте растады, растау платформаның хештер тізбегінде жазылған.',
  'Это не электронная подпись: сторона подтвердила этот SHA-256 документа в Личном кабинете, подтверждение записано в цепочке хешей платформы.',
  'This is not an electronic signature: the party confirmed this SHA-256 of the document in its account, and the chain of hashes of the platform records it.',
);
