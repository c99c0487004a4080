/** Why an upload is refused at once, and what its sender can do. Nothing of it is kept. */
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { Problem } from '../errors.ts';

export const UPLOAD_FAULTS = {
  'kind-not-allowed': said(
    'Мұндай файл қабылданбайды: JPEG, PNG, WebP, HEIC суретін немесе PDF құжатын жүктеңіз.',
    'Такой файл не принимается: загрузите изображение JPEG, PNG, WebP, HEIC или документ PDF.',
    'Such a file is not taken. Upload an image (JPEG, PNG, WebP, HEIC) or a PDF.',
  ),
  'too-large': said(
    'Файл рұқсат етілгеннен үлкен: шегі most өрісінде, байтпен. Оны кішірейтіңіз немесе бірнеше файлға бөліңіз.',
    'Файл больше допустимого: предел в поле most, в байтах. Уменьшите его или разделите на несколько файлов.',
    'The file is larger than allowed: the limit is in most, in bytes. Make it smaller, or split it into several files.',
  ),
  'length-unsaid': said(
    'Файлдың ұзындығын Content-Length тақырыбында айтыңыз: кемінде бір байт.',
    'Назовите длину файла в заголовке Content-Length: не меньше одного байта.',
    'Say the length of the file in the header Content-Length: one byte at least.',
  ),
  'cut-off': said(
    'Файл толық келмеді. Оны қайта жүктеңіз; байланыс нашар болса, бөліп жүктеңіз: POST /v1/uploads.',
    'Файл пришёл не целиком. Отправьте его снова; при плохой связи загружайте частями: POST /v1/uploads.',
    'The file did not arrive whole. Send it again; on a bad network upload it in parts, by POST /v1/uploads.',
  ),
  'digest-differs': said(
    'Келген байттардың SHA-256 хеші Repr-Digest тақырыбындағыдан өзге. Файлды қайта жүктеңіз.',
    'SHA-256 полученных байтов не тот, что в заголовке Repr-Digest. Отправьте файл снова.',
    'The SHA-256 of what arrived is not the one in the header Repr-Digest. Send the file again.',
  ),
} satisfies Record<string, Localized>;

export type UploadFault = keyof typeof UPLOAD_FAULTS;

/** `most`: bytes. */
export const refusedUpload = (fault: UploadFault, language: Language, most?: number): Problem =>
  new Problem('file-refused', { fault, detail: UPLOAD_FAULTS[fault][language], ...(most !== undefined && { most }) });
