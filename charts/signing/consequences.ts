/** The consequences of a command of a signing. The sums are in the document itself. */
import type { Way } from '../../rules/signing-ways.ts';
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { awaitedOf, waysOf } from './chart.ts';
import type { SigningContext } from './types.ts';

/** The words by the weakest way that counts for the reader: every stronger one counts too. */
const SIGN: Record<Way, ReturnType<typeof said>> = {
  account: said(
    'Сіз құжатты растайсыз: Аккаунттағы әрекетпен, нөмірге келген кодпен немесе ЭЦҚ-мен (бұл – қол қою). Оны кері қайтарып алу мүмкін емес.',
    'Вы подтвердите документ действием в Аккаунте или кодом на номер либо подпишете его ЭЦП. Отозвать это нельзя.',
    'You confirm the document by your account or with a code to your number, or sign it with an electronic signature. This cannot be taken back.',
  ),
  code: said(
    'Сіз құжатты нөмірге келген кодпен растайсыз немесе оған ЭЦҚ-мен қол қоясыз. Оны кері қайтарып алу мүмкін емес.',
    'Вы подтвердите документ кодом на номер либо подпишете его ЭЦП. Отозвать это нельзя.',
    'You confirm the document with a code to your number, or sign it with an electronic signature. This cannot be taken back.',
  ),
  cms: said(
    'Сіз құжатқа ЭЦҚ-мен қол қоясыз: ол өз қолыңызбен қойылған қолға тең. Оны кері қайтарып алу мүмкін емес.',
    'Вы подпишете документ ЭЦП: она равна собственноручной подписи. Отозвать её нельзя.',
    'You sign the document with an electronic signature, which equals a handwritten one. This cannot be taken back.',
  ),
};

export const consequences: Consequences<SigningContext> = {
  stakes: ({ confirmations, refused, withdrawn }) => ({ confirmations, refused, withdrawn }),
  of: {
    sign: (context, { by }) => {
      const side = awaitedOf(context).find((each) => each === by);
      return { words: SIGN[(side && waysOf(context, side)[0]) ?? 'account'] };
    },
    refuse: () => ({
      words: said(
        'Бұл іс аяқталады: құжатқа қол қойылмаған, ол расталмаған күйінде қалады. Себептерін екінші тарап оқиды.',
        'Подписание завершится: документ останется неподписанным и неподтверждённым. Причины прочитает другая сторона.',
        'The signing ends: the document stays unsigned and unconfirmed. The other party reads the reasons.',
      ),
    }),
    withdraw: () => ({
      words: said(
        'Бұл іс аяқталады: құжат ешкімді міндеттемейді. Жаңасын жіберуге болады.',
        'Подписание завершится: документ никого ни к чему не обяжет. Можно направить новый.',
        'The signing ends: the document binds nobody. You may bring a new one.',
      ),
    }),
    refuseSignatures: () => ({
      words: said(
        'Тараптардың ЭЦҚ-лары қабылданбайды: құжатқа қол қойылған деп саналмайды, тараптар себептерін оқиды және құжат жаңадан дайындалады.',
        'Подписи сторон не принимаются: документ не считается подписанным, стороны читают причины, и документ готовится заново.',
        'The signatures are not accepted: the document does not count as signed, the parties read the reasons, and it is drawn again.',
      ),
    }),
  },
};
