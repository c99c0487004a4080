/** Facts of a dispute and of a deal, for tests of papers. Everybody in them is made up. */
import type { Deal } from '../../documents/deal/facts.ts';
import type { DisputeFacts } from '../../documents/dispute/facts.ts';
import type { Drawing } from '../../documents/drawing.ts';
import { both } from '../../documents/phrases.ts';
import references from '../../models/reference/law-references.json' with { type: 'json' };
import type { LawReference } from '../../rules/law-references.ts';
import type { PaperParty } from '../../rules/paper-party.ts';

export const LAWS: LawReference[] = references.map(({ code, kk, ru, validFrom, validTo }) => ({
  code,
  text: { kk, ru },
  validFrom,
  validTo,
}));

export const COMPANY: PaperParty = {
  kind: 'company',
  name: 'ТОО «Астана Құрылыс Сервис»',
  identifier: '240140000011',
  proved: true,
  address: '010000, г. Астана, пр. Тұран, 55, офис 12',
  phone: '+77012345678',
  email: 'office@astana-qs.example.kz',
  bank: { name: 'АО «Народный Банк Казахстана»', bic: 'HSBKKZKX', iban: 'KZ456010000000000001', beneficiaryCode: '17' },
  vat: null,
  representative: {
    acted: 'this',
    name: 'Ахметова Динара Қанатқызы',
    position: both('Директор', 'Директор'),
    ground: both('Жарғы', 'Устава'),
  },
  version: null,
};

export const PERSON: PaperParty = {
  kind: 'natural',
  name: 'Серікбаев Ержан Болатұлы',
  identifier: '900101300007',
  proved: true,
  address: '050010, г. Алматы, ул. Қабанбай батыра, 81, кв. 7',
  phone: '+77051112233',
  email: null,
  bank: { name: 'АО «Kaspi Bank»', bic: 'CASPKZKA', iban: 'KZ41722C000000000001', beneficiaryCode: '19' },
  vat: null,
  representative: null,
  version: null,
};

const HASH = 'ab'.repeat(32);

export const drawing = (given: Partial<Drawing['record']> = {}): Drawing => ({
  reference: '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11',
  record: { event: 'dispute/7d0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11/1/1', hash: HASH, at: '2026-11-12T06:30:00.000Z', seq: 1, ...given },
  chart: 'cd'.repeat(32),
});

const offer = { inForceFrom: '2026-02-01', sha256: '939e418d6f99c44524c6066b04a064ff068df7d1cd4118492af939e058c242be' };

export const deal: Deal = {
  number: '106',
  version: 2,
  title: 'Покраска стен офиса',
  parties: { customer: COMPANY, contractor: PERSON },
  offer,
  base: { title: both('№ 106-1 шарт', 'Договор № 106-1'), date: '2026-10-28', sha256: 'ef'.repeat(32) },
};

/** The contractor claims 150 000 tenge of the price of refused work. */
export const disputeFacts = (given: Partial<DisputeFacts> = {}): DisputeFacts => ({
  number: '17',
  about: 'price',
  claimant: 'contractor',
  respondent: 'customer',
  parties: { claimant: PERSON, respondent: COMPANY },
  offer,
  deal: {
    number: deal.number,
    version: deal.version,
    nature: 'works',
    title: deal.title,
    startAt: '2026-11-02T04:00:00.000Z',
    dueAt: '2026-11-06T19:00:00.000Z',
    price: '30000000',
    approved: '15000000',
    paid: '10000000',
    lines: [
      { name: 'Грунтовка стен', unit: 'м²', quantity: '120.5', amount: '12000000', accepted: '120.5', acceptedAmount: '12000000' },
      { name: 'Покраска в два слоя', unit: 'м²', quantity: '120.5', amount: '18000000', accepted: '20', acceptedAmount: '3000000' },
    ],
    documents: [{ title: both('№ 106-1 шарт', 'Договор № 106-1'), date: '2026-10-28', sha256: 'ef'.repeat(32) }],
    course: [
      { at: '2026-11-06T10:15:00.000Z', what: both('Орындаушы жұмысты тапсырды', 'Исполнитель сдал работу'), words: null },
      {
        at: '2026-11-10T05:40:00.000Z',
        what: both('Тапсырыс беруші қабылдаудан бас тартты', 'Заказчик отказал в приёмке'),
        words: 'Потёки на стене у окна, второй слой не везде',
      },
    ],
  },
  laws: LAWS,
  amount: '15000000',
  demand: 'Второй слой нанесён на всех стенах, это видно на снимках.\nПотёки у окна были до меня: прошу оплатить работу.',
  calculation: [
    { what: 'Покраска в два слоя, 100,5 м² по 1 400 ₸', amount: '14070000' },
    { what: 'Краска сверх сметы', amount: '930000' },
  ],
  sentAt: '2026-11-12T06:30:00.000Z',
  answerBy: '2026-11-26T19:00:00.000Z',
  offers: [],
  ...given,
});
