import type { Consequences } from '../consequences.ts';
import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { said } from '../messages.ts';
import { threadChart as chart } from './chart.ts';
import { threadMessages as messages } from './messages.ts';
import type { Side, ThreadContext } from './types.ts';

const consequences: Consequences<ThreadContext> = {
  stakes: ({ about }) => about,
  of: {
    close: () => ({
      words: said(
        'Бұл хат алмасуға енді ешкім жаза алмайды. Жазылғанын тараптар бұрынғыдай оқи алады.',
        'Писать в этой переписке больше никто не сможет. Написанное стороны читают по-прежнему.',
        'Nobody can write in this thread any more. The parties still read what was written.',
      ),
    }),
  },
};

export const thread = defineLifeType<ThreadContext, Side>({
  chart,
  messages,
  awaited: { open: ['say'] },
  consequences,
  recipients: (context, to) => (to === 'operator' ? [STAFF] : [context[to]].filter((account) => account !== undefined)),
  summary: ({ about, messages: written }) => `about ${about}, ${written} messages`,
});
