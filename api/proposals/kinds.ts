/** What two members of the staff decide together: the command that a confirmation gives, who proposes and decides, and the words of the work list. */
import type { Localized } from '../../charts/messages.ts';
import type { ProposalKind } from '../../models/stores/proposal.ts';
import type { CommandRoles } from '../roles.ts';
import { staff } from '../roles.ts';

interface Kind {
  /** The life type and its command. Absent if the proposal is about no life. */
  command?: { life: string; name: string };
  roles: CommandRoles;
  title: Localized;
}

export const PROPOSAL_KINDS: Record<ProposalKind, Kind> = {
  termination: {
    command: { life: 'account', name: 'terminate' },
    roles: staff('sanction', 'administrator'),
    title: {
      kk: 'Қолжетімділікті тоқтату туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение о прекращении доступа: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposed termination: another person than the one who proposed it',
    },
  },
  staffRoles: {
    command: { life: 'account', name: 'setStaffRoles' },
    roles: staff('authority', 'administrator'),
    title: {
      kk: 'Оператор өкілінің рөлдері туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение о ролях представителя Оператора: решает не тот, кто его внёс',
      en: 'Confirm or refuse proposed roles of a member of staff: another person than the one who proposed them',
    },
  },
  dismissal: {
    command: { life: 'account', name: 'dismiss' },
    roles: staff('authority', 'administrator'),
    title: {
      kk: 'Оператор өкілінің Аккаунтын жабу туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение закрыть Аккаунт представителя Оператора: решает не тот, кто его внёс',
      en: 'Confirm or refuse the proposed closing of the account of a member of staff: another person than the one who proposed it',
    },
  },
  identityWithdrawal: {
    command: { life: 'account', name: 'withdrawIdentity' },
    roles: staff('sanction', 'moderator', 'administrator'),
    title: {
      kk: 'ЖСН/БСН растауын қайтарып алу туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение отозвать подтверждение ИИН/БИН: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to withdraw the proof of an IIN or BIN: another person than the one who proposed it',
    },
  },
  writeOff: {
    command: { life: 'invoice', name: 'writeOff' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Шот бойынша борышты кешіру туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение простить задолженность по счёту: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to forgive an unpaid invoice: another person than the one who proposed it',
    },
  },
  credit: {
    command: { life: 'invoice', name: 'credit' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Шот сомасын азайту туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение уменьшить сумму счёта: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to credit an invoice: another person than the one who proposed it',
    },
  },
  inflowBack: {
    command: { life: 'inflow', name: 'sendBack' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Түскен ақшаны төлеушіге қайтару туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение вернуть поступившие деньги: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to send back money that came: another person than the one who proposed it',
    },
  },
  difference: {
    command: { life: 'inflow', name: 'acceptDifference' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Түскен ақшаның айырмасын қабылдау туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение принять разницу в поступлении: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to accept the difference of money that came: another person than the one who proposed it',
    },
  },
  debtWriteOff: {
    command: { life: 'debt', name: 'writeOff' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Операторға берешекті кешіру туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение простить долг перед Оператором: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to forgive a debt to the operator: another person than the one who proposed it',
    },
  },
  payoutInFull: {
    command: { life: 'payout', name: 'payInFull' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Аударымды қолданылатын салық режимін күтпей жіберу туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение отправить выплату, не дожидаясь налогового режима: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to send a payout without waiting for a tax regime: another person than the one who proposed it',
    },
  },
  largePayout: {
    command: { life: 'payout', name: 'allow' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Үлкен аударымға рұқсат беру туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение разрешить крупную выплату: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to allow a large payout: another person than the one who proposed it',
    },
  },
  unpaidPayout: {
    command: { life: 'payout', name: 'reportRefused' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Банктің төлемегені туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить сообщение, что банк не заплатил: решает не тот, кто его внёс',
      en: 'Confirm or refuse a report that the bank did not pay: another person than the one who made it',
    },
  },
  ownSpending: {
    command: { life: 'outflow', name: 'setAside' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Шыққан ақшаны Оператордың өз шығысы деп белгілеу туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение отметить списание как расход Оператора: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to mark money that went out as own spending: another person than the one who proposed it',
    },
  },
  monthReopening: {
    command: { life: 'month', name: 'reopen' },
    roles: staff('money', 'finance'),
    title: {
      kk: 'Жабық айды қайта ашу туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить предложение открыть закрытый месяц: решает не тот, кто его внёс',
      en: 'Confirm or refuse a proposal to open a closed month again: another person than the one who proposed it',
    },
  },
  offerRevision: {
    roles: staff('authority', 'administrator'),
    title: {
      kk: 'Офертаның ұсынылған редакциясын жариялауды растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить публикацию предложенной редакции оферты: решает не тот, кто её внёс',
      en: 'Confirm or refuse the publication of a proposed revision: another person than the one who proposed it',
    },
  },
  tariffRevision: {
    roles: staff('money', 'finance', 'administrator'),
    title: {
      kk: 'Ұсынылған тарифтерді жариялауды растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить публикацию предложенных тарифов: решает не тот, кто их внёс',
      en: 'Confirm or refuse the publication of proposed tariffs: another person than the one who proposed them',
    },
  },
  individualPlan: {
    roles: staff('money', 'finance', 'administrator'),
    title: {
      kk: 'Тапсырыс берушіге жеке тариф ұсынуды растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
      ru: 'Подтвердить или отклонить индивидуальный тариф для заказчика: решает не тот, кто его внёс',
      en: 'Confirm or refuse individual terms for a customer: another person than the one who proposed them',
    },
  },
};

/** About no life. */
export type Published = 'offerRevision' | 'tariffRevision' | 'individualPlan';

/** The kind of the proposals of a life's command. @throws for a command that the chart marks as proposed and nobody classified. */
export function proposalKindOf(life: string, name: string): Exclude<ProposalKind, Published> {
  const found = Object.entries(PROPOSAL_KINDS).find(([, { command }]) => command?.life === life && command.name === name);
  if (found === undefined) throw new Error(`${name} of ${life} is proposed, but it is no kind of proposal`);
  return found[0] as Exclude<ProposalKind, Published>;
}
