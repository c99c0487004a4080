/** README.txt of a package, in three languages: what is in it, what it proves, and how to check it without the platform. */
import type { Localized } from '../../../charts/messages.ts';
import type { Scripted } from './script.ts';
import { commandsOf } from './script.ts';

export interface Readme extends Scripted {
  title: Localized;
  /** Names of the roots with their SHA-256 fingerprints. */
  roots: readonly string[];
  /** Where everybody checks the paper on the platform. */
  page: string;
  hasMessages: boolean;
}

type Parts = Record<'files' | 'messages' | 'check' | 'trust' | 'gost' | 'confirmations' | 'data', string>;

const LANGUAGES: Record<keyof Localized, { name: string; parts: (readme: Readme) => Parts }> = {
  kk: {
    name: 'ҚАЗАҚША',
    parts: ({ document, sha256, page }) => ({
      files: `Бұл архивте құжат (${document}) және оған қойылған қолтаңбалар мен растаулардың барлық дәлелі бар. Құжаттың SHA-256 мәні: ${sha256}. Платформадағы тексеру: ${page}
*.p7s, *.pem – құжаттан бөлек CMS қолтаңбасы (DER және PEM). *.chain.pem – тексеруге қажет сертификаттар, *.signer.pem – қол қоюшының, *.issuer.pem – оны берген орталықтың сертификаты. *.ocsp, *.crl – сертификаттың кері қайтарылмағаны туралы жауаптар. *.tst – уақыт белгісі, *.value – белгі қойылған қолтаңба мәні. *.report.json – платформаның қабылдау кезіндегі тексеру есебі. record.json – құжатқа қол қою жазбасы, растаулар және олардың хештері.`,
      messages:
        'messages.txt – тараптардың осы тапсырма немесе дау бойынша хат алмасуы, архивті алған адамға көрінетін түрде. Әр хабарламада оның оқиғасының хеші бар: оны платформа хат алмасу тізбегімен және жария журналмен дәлелдейді.',
      check: 'OpenSSL 3 орнатылған компьютерде «sh check.sh» командасын іске қосыңыз. Ол мына командаларды орындайды:',
      trust:
        'Түбір сертификаттары осы архивтен алынады. Сондықтан олардың SHA-256 белгілерін сертификаттау орталығының сайтындағы мәндермен (НУЦ үшін: pki.gov.kz) салыстырыңыз:',
      gost: 'ГОСТ 34.10-2015 бойынша қойылған қолтаңбаларды кәдімгі OpenSSL тексере алмайды. Оларды NCANode арқылы немесе ezsigner.kz сайтында тексеріңіз: құжатты және *.p7s файлын жүктеңіз. OpenSSL мұндайда тек құжаттың SHA-256 мәнін тексереді.',
      confirmations:
        'Жеке кабинеттегі растау – электрондық қолтаңба емес. Оны криптографиялық жолмен тек платформаның хештер тізбегі дәлелдейді: record.json оқиғаларының хештерін қалай есептеу керегі платформаның docs/chain.md құжатында жазылған.',
      data: 'Архивте дербес деректер бар (сертификаттардағы есімдер мен ЖСН/БСН). Оны тек қажет адамға беріңіз.',
    }),
  },
  ru: {
    name: 'РУССКИЙ',
    parts: ({ document, sha256, page }) => ({
      files: `В этом архиве документ (${document}) и всё, что доказывает подписи и подтверждения под ним. SHA-256 документа: ${sha256}. Проверка на платформе: ${page}
*.p7s, *.pem – подпись CMS отдельно от документа (DER и PEM). *.chain.pem – сертификаты, нужные для проверки, *.signer.pem – сертификат подписавшего, *.issuer.pem – центра, который его выдал. *.ocsp, *.crl – ответы о том, что сертификат не отозван. *.tst – метка времени, *.value – значение подписи, на которое она поставлена. *.report.json – отчёт платформы о проверке при получении. record.json – запись о подписании, подтверждения и их хеши.`,
      messages:
        'messages.txt – переписка сторон по этому заданию или спору, в том виде, в каком её читает получивший архив. У каждого сообщения указан хеш его события: платформа доказывает его цепочкой переписки и открытым журналом.',
      check: 'На компьютере с OpenSSL 3 запустите «sh check.sh». Он выполняет эти команды:',
      trust:
        'Корневые сертификаты взяты из этого же архива. Поэтому сравните их отпечатки SHA-256 с теми, что опубликовал удостоверяющий центр (для НУЦ: pki.gov.kz):',
      gost: 'Подписи по ГОСТ 34.10-2015 обычный OpenSSL проверить не может. Проверьте их в NCANode или на сайте ezsigner.kz: загрузите документ и файл *.p7s. OpenSSL проверяет в этом случае только SHA-256 документа.',
      confirmations:
        'Подтверждение в Личном кабинете – не электронная подпись. Криптографически его доказывает только цепочка хешей платформы: как вычислить хеши событий из record.json, написано в docs/chain.md платформы.',
      data: 'В архиве есть персональные данные (имена и ИИН/БИН в сертификатах). Передавайте его только тем, кому он нужен.',
    }),
  },
  en: {
    name: 'ENGLISH',
    parts: ({ document, sha256, page }) => ({
      files: `This archive holds the document (${document}) and all that proves the signatures and confirmations of it. SHA-256 of the document: ${sha256}. Check on the platform: ${page}
*.p7s, *.pem: the detached CMS signature (DER and PEM). *.chain.pem: the certificates that a check needs, *.signer.pem: that of the signer, *.issuer.pem: that of its issuer. *.ocsp, *.crl: answers that the certificate was not revoked. *.tst: the time stamp, *.value: the value of the signature that it stamps. *.report.json: the report of the platform's check when it received the signature. record.json: the record of the signing, the confirmations and their hashes.`,
      messages:
        'messages.txt: what the parties wrote to each other about this task or dispute, as whoever got the archive reads it. Each message has the hash of its event, which the platform proves by the chain of the thread and the public log.',
      check: 'On a computer with OpenSSL 3 run “sh check.sh”. It runs these commands:',
      trust:
        'The root certificates come from this archive. So compare their SHA-256 fingerprints with those that the authority publishes (for the national authority: pki.gov.kz):',
      gost: 'An ordinary OpenSSL cannot check signatures by GOST 34.10-2015. Check them with NCANode or at ezsigner.kz: upload the document and the file *.p7s. OpenSSL checks only the SHA-256 of the document then.',
      confirmations:
        'A confirmation in the account is not an electronic signature. Only the chain of hashes of the platform proves it cryptographically: docs/chain.md of the platform says how to compute the hashes of the events in record.json.',
      data: 'The archive holds personal data (names, IIN and BIN in the certificates). Give it only to those who need it.',
    }),
  },
};

export function readmeOf(readme: Readme): string {
  const commands = commandsOf(readme).map(({ command }) => `  ${command}`);
  const roots = readme.roots.map((root) => `  ${root}`);
  const isSigned = readme.signatures.length > 0;
  const hasGost = readme.signatures.some(({ algorithm }) => algorithm === 'gost2015');
  const written = Object.entries(LANGUAGES).map(([language, { name, parts }]) => {
    const { files, messages, check, trust, gost, confirmations, data } = parts(readme);
    const paragraphs = [
      `${name}\n${readme.title[language as keyof Localized]}`,
      files,
      ...(readme.hasMessages ? [messages] : []),
      [check, ...commands].join('\n'),
      ...(isSigned ? [[trust, ...roots].join('\n')] : []),
      ...(hasGost ? [gost] : []),
      confirmations,
      ...(isSigned ? [data] : []),
    ];
    return paragraphs.join('\n\n');
  });
  return `${written.join('\n\n----------------------------------------\n\n')}\n`;
}
