/** What the papers of a deal share: the parties, and the contract or order that they are about. */
import type { PaperParty, TwoLanguages } from '../../rules/paper-party.ts';
import type { Drawing, KnownDocument } from '../drawing.ts';
import type { Block, Origin, Signature } from '../paper.ts';
import { both, dayOf, ERASED, inBoth, ROLES } from '../phrases.ts';

export type Side = 'customer' | 'contractor';

export interface Deal {
  number: string;
  version: number;
  /** `null` once it was erased. */
  title: string | null;
  parties: Record<Side, PaperParty | null>;
  offer: Origin['offer'];
  /** The contract or the order that binds the parties. `null` while none was drawn. */
  base: KnownDocument | null;
}

/** The number names the task and the event, so every paper of a deal has its own. */
export const numberOf = ({ number }: Deal, { record: { seq } }: Drawing): string => `${number}-${seq}`;

const SIDES: readonly Side[] = ['customer', 'contractor'];

export const partiesOf = ({ parties }: Deal): Block => ({
  kind: 'parties',
  of: SIDES.map((side) => ({ role: ROLES[side], party: parties[side] })),
});

/** What the paper is about: the contract or the order, and the task with its version. */
export function dealNamed({ number, version, title, base }: Deal): TwoLanguages {
  const named = base && both(`${base.title.kk}, ${dayOf(base.date).kk}; `, `${base.title.ru} от ${dayOf(base.date).ru}; `);
  return inBoth((language) => {
    const task = language === 'kk' ? `№ ${number} тапсырма, ${version}-нұсқа` : `задание № ${number}, версия ${version}`;
    return `${named?.[language] ?? ''}${task}: «${title ?? ERASED[language]}»`;
  });
}

/** The places of those who confirm, with the moments that are recorded by then. */
export const signaturesOf = ({ parties }: Deal, confirmed: Partial<Record<Side, string>>): Block => ({
  kind: 'signatures',
  of: SIDES.flatMap((side): Signature[] => {
    const confirmedAt = confirmed[side];
    return confirmedAt === undefined ? [] : [{ role: ROLES[side], party: parties[side], confirmedAt }];
  }),
});
