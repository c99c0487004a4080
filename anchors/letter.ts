/** The email with a checkpoint. Who keeps it can show later what the log was. */
import type { Signer } from '../lives/log/note.ts';

export const letterOf = (size: number, note: string, { publicKey }: Pick<Signer, 'publicKey'>): { subject: string; text: string } => ({
  subject: `AkJet: ${size}`,
  text: `Журналдың бақылау нүктесі: жазба саны — ${size}. Осы хатты сақтаңыз: ол журналдың кейін өзгертілмегенін дәлелдейді.
Контрольная точка журнала: записей — ${size}. Сохраните это письмо: по нему видно, что журнал потом не изменили.
A checkpoint of the log with ${size} entries. Keep this letter: it shows that the log was not changed later.

${note}
${publicKey}
`,
});
