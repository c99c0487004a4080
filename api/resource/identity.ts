/** Whether an account's IIN or BIN is proved, as every party reads it of every other. */
import { z } from 'zod';
import type { Language, Localized } from '../../charts/messages.ts';

export const Identity = z
  .object({
    proved: z.boolean().meta({ description: 'True if the operator has approved documents that show whose IIN or BIN it is (4.4.1)' }),
    words: z.string(),
  })
  .meta({ id: 'Identity' });

const WORDS: Record<'proved' | 'unproved', Localized> = {
  proved: { kk: 'ЖСН/БСН расталған', ru: 'ИИН/БИН подтверждён', en: 'IIN/BIN proved' },
  unproved: { kk: 'ЖСН/БСН расталмаған', ru: 'ИИН/БИН не подтверждён', en: 'IIN/BIN not proved' },
};

export const presentIdentity = (proved: boolean, language: Language): z.output<typeof Identity> => ({
  proved,
  words: WORDS[proved ? 'proved' : 'unproved'][language],
});
