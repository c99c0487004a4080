import type { Consequences } from '../consequences.ts';
import { bringing } from '../consequences.ts';
import { defineLifeType } from '../life-type.ts';
import { outflowChart as chart } from './chart.ts';
import { outflowMessages as messages } from './messages.ts';
import type { OutflowContext } from './types.ts';

const brings = bringing<OutflowContext>(({ amount }) => amount);

const consequences: Consequences<OutflowContext> = {
  stakes: ({ pays, component }) => ({ pays, component }),
  of: {
    match: brings(
      'Сіз атаған төлем банк арқылы өтті деп саналады: {sum}. Сомасы сәйкес келмесе, ақша анықталмаған күйде қалады.',
      'Названное вами будет считаться оплаченным через банк: {sum}. Если сумма не сходится, деньги останутся неразнесёнными.',
      'What you name counts as paid by the bank: {sum}. If its sum is another one, the money stays in suspense.',
    ),
    setAside: brings(
      'Оператордың өз шығысы деп саналады: {sum}.',
      'Собственным расходом Оператора будет считаться {sum}.',
      '{sum} counts as the operator’s own spending.',
    ),
  },
};

export const outflow = defineLifeType<OutflowContext, never>({
  chart,
  messages,
  awaited: { suspense: ['match'] },
  consequences,
  recipients: () => [],
  summary: ({ amount, on }) => `${Number(amount) / 100} KZT on ${on}`,
});
