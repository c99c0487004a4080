/** What a command of a qualification brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { QualificationContext } from './types.ts';

export const consequences: Consequences<QualificationContext> = {
  stakes: ({ approvedAt, decision }) => ({ approvedAt, decision }),
  of: {
    approve: () => ({
      words: said(
        'Біліктілік расталған деп саналады: орындаушы оны талап ететін тапсырмаларды қабылдай алады, оның атауы мен мерзімі ашық профильде көрсетіледі.',
        'Квалификация будет считаться подтверждённой: Исполнитель сможет принимать задания, которые её требуют, её название и срок будут видны в открытом профиле.',
        'The qualification counts as proved: the contractor can accept tasks that require it, and its title and term are shown in the public profile.',
      ),
    }),
    refuse: () => ({
      words: said(
        'Біліктілік расталмайды. Орындаушы себебін оқиды және оны қайта мәлімдей алады.',
        'Квалификация не будет подтверждена. Исполнитель прочтёт причины и сможет заявить её заново.',
        'The qualification is not proved. The contractor reads the reasons and may declare it anew.',
      ),
    }),
    revoke: () => ({
      words: said(
        'Біліктілік енді расталған деп саналмайды: оны талап ететін жаңа тапсырмаларды орындаушы қабылдай алмайды. Қабылданған тапсырмалар өзгермейді.',
        'Квалификация больше не будет считаться подтверждённой: новых заданий, которые её требуют, Исполнитель принять не сможет. Принятые задания не изменятся.',
        'The qualification counts as proved no more: the contractor can accept no new tasks that require it. Accepted tasks do not change.',
      ),
    }),
    withdraw: () => ({
      words: said(
        'Біліктілік қайтарып алынады: оны талап ететін жаңа тапсырмаларды қабылдай алмайсыз. Қабылданған тапсырмалар өзгермейді.',
        'Квалификация будет отозвана: новых заданий, которые её требуют, вы принять не сможете. Принятые задания не изменятся.',
        'The qualification is withdrawn: you can accept no new tasks that require it. Accepted tasks do not change.',
      ),
    }),
  },
};
