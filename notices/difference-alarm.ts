/** The letter about what a payment provider lists otherwise than it was booked: to the operator's mailbox, once for each difference. */
import type { Mail } from '../gateways/mail/port.ts';
import { sha256 } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { repeat } from '../lives/repeat.ts';
import type { DifferenceRow } from '../models/stores/reconciliation.ts';
import { holdUntoldDifferences, markDifferencesTold } from '../models/stores/reconciliation.ts';

interface Alarming extends Pick<Lives, 'database' | 'log'> {
  mail: Mail;
  /** The operator's mailbox. */
  operatorEmail: string;
}

const KINDS: Record<DifferenceRow['kind'], string> = {
  missing: 'учтено у нас, но в реестре платёжной организации нет',
  foreign: 'есть в реестре платёжной организации, но у нас не учтено',
  doubled: 'проведено платёжной организацией дважды',
  changed: 'сумма или состояние не совпадают',
};

/** In Russian, the offer's language, like all letters to the staff. */
const letterOf = (differences: { number: string; provider: string; kind: DifferenceRow['kind'] }[]) => ({
  subject: `Сверка с платёжной организацией: расхождений ${differences.length}`,
  text: [
    ...differences.map(({ number, provider, kind }) => `№ ${number}, ${provider}: ${KINDS[kind]}.`),
    'Данные обеих сторон: GET /v1/operator/differences. Платформа ничего не исправляет сама: выясните причину и закройте расхождение с пояснением.',
  ].join('\n\n'),
});

/** Sends one letter about all differences of which nobody was told yet. Returns how many. One that was sent and not noted goes out again. */
export const tellDifferences = ({ database, mail, operatorEmail }: Alarming): Promise<number> =>
  database.transaction(async (transaction) => {
    const differences = await holdUntoldDifferences(transaction);
    if (differences.length === 0) return 0;
    const numbers = differences.map(({ number }) => number);
    await mail.send({ id: `differences/${sha256(numbers.join())}`, to: operatorEmail, ...letterOf(differences) });
    await markDifferencesTold(transaction, numbers);
    return differences.length;
  });

/** Sends letters until the returned function is called. `every` is in milliseconds. A round that fails is repeated. */
export const keepTellingDifferences = (alarming: Alarming, { every = 60_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => tellDifferences(alarming),
    every,
    (error) => alarming.log.error({ err: error }, 'differences.letter-failed'),
  );
