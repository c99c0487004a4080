import type { Consequences } from '../consequences.ts';
import { defineLifeType } from '../life-type.ts';
import { said } from '../messages.ts';
import { monthChart as chart } from './chart.ts';
import { monthMessages as messages } from './messages.ts';
import type { MonthContext } from './types.ts';

const consequences: Consequences<MonthContext> = {
  stakes: () => ({}),
  of: {
    reopen: () => ({
      words: said(
        'Ай ашылады: оның күндерімен түскен ақшаны енгізуге болады. Содан кейін айды қайта жабу керек.',
        'Месяц откроется: в него можно будет внести поступления его днями. Затем его нужно закрыть снова.',
        'The month is opened: money can be recorded on its days. It is to be closed again after that.',
      ),
    }),
  },
};

export const month = defineLifeType<MonthContext, never>({
  chart,
  messages,
  consequences,
  recipients: () => [],
  summary: ({ month: named }) => named,
});
