/** A deal between a company and a person, as papers show it, for tests, measurements and pictures. Made up. */
import { termsAt } from '../../api/tasks/terms.ts';
import type { ActFacts } from '../../documents/completion-act.ts';
import type { DealFacts } from '../../documents/facts.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import type { PaperParty } from '../../rules/paper-party.ts';

export const COMPANY: PaperParty = {
  kind: 'company',
  name: 'ТОО «Астана Құрылыс Сервис»',
  identifier: '240140000011',
  proved: true,
  address: 'Қазақстан Республикасы, 010000, Астана қаласы, Сарыарқа ауданы, Республика даңғылы, 24, 305-кеңсе',
  phone: '+77011234567',
  email: 'office@astana-kurylys.example.kz',
  bank: { name: 'АО «Kaspi Bank»', bic: 'CASPKZKA', iban: 'KZ41722C000000000001', beneficiaryCode: '17' },
  vat: { series: '62001', number: '0012345', registeredOn: '2024-02-01' },
  representative: {
    acted: 'this',
    name: 'Әбілқайырова Гүлнұр Өмірханқызы',
    position: { kk: 'Директор', ru: 'Директор' },
    ground: { kk: 'Жарғы', ru: 'Устава' },
  },
  version: '3d1f0c52-6f0b-4c41-8a39-0d52b6a7e001',
};

export const PERSON: PaperParty = {
  kind: 'natural',
  name: 'Серікбаев Ұлан Қайратұлы',
  identifier: '900101300007',
  proved: false,
  address: 'Алматы қаласы, Медеу ауданы, Достық даңғылы, 12, 7-пәтер',
  phone: '+77019876543',
  email: null,
  bank: { name: 'АО «Народный Банк Казахстана»', bic: 'HSBKKZKX', iban: 'KZ456010000000000001', beneficiaryCode: '19' },
  vat: null,
  representative: null,
  version: null,
};

export const DAY = '2026-11-28';

export const dealFacts = (given: Partial<DealFacts> = {}): DealFacts => ({
  reference: '5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11',
  customer: COMPANY,
  contractor: PERSON,
  task: {
    number: '106',
    version: 2,
    nature: 'works',
    title: 'Кеңсе қабырғаларын бояу / Покраска стен офиса',
    description: 'Два слоя белой краской.\nСначала грунтовка, затем сушка не менее 12 часов.',
    place: 'Алматы, Медеуский район',
    hazards: null,
    measures: null,
    requirements: 'Свои кисти и валики',
    requires: null,
    payment: 'direct',
    startAt: '2026-11-30T04:00:00.000Z',
    dueAt: '2026-12-02T19:00:00.000Z',
    terms: termsAt(
      parameters,
      DAY,
      { cancelCost: 1_000, cancelCostOfWork: 2_500, reworkRounds: 2 },
      { commission: { rate: 500 }, longestHold: 7 },
    ),
  },
  erased: false,
  lines: [
    { name: 'Қабырғаларды тегістеу және грунттау', unit: 'м²', quantity: '120.5', unitPrice: '35000', amount: '4217500' },
    { name: 'Екі қабат бояу (акрил бояуы, ақ түсті)', unit: 'м²', quantity: '120.5', unitPrice: '70000', amount: '7800000' },
    { name: 'Уборка после работ', unit: 'рет / раз', quantity: '1', unitPrice: '1000000', amount: '1000000' },
  ],
  amount: '13017500',
  vatRate: 1_600,
  at: '2026-11-28T05:00:00.000Z',
  origin: {
    offer: { inForceFrom: '2026-02-01', sha256: '939e418d6f99c44524c6066b04a064ff068df7d1cd4118492af939e058c242be' },
    chart: 'cd'.repeat(32),
    record: { event: 'task/5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11/4', hash: 'ab'.repeat(32) },
  },
  order: ['contractor', 'customer'],
  confirmed: {},
  ...given,
});

export const actFacts = (given: Partial<ActFacts> = {}): ActFacts => ({
  ...dealFacts({ confirmed: { contractor: '2026-11-28T05:00:00.000Z' } }),
  seq: 7,
  basis: { kind: 'contract', number: '106-2', date: '2026-11-20' },
  particulars: {
    performedFrom: '2026-11-25',
    performedTo: '2026-11-28',
    reports: [{ date: '2026-11-28', number: '4', pages: 12 }],
    materials: [{ name: 'Бояу, ақ / Краска белая', unit: 'л', quantity: '36.5', value: 9_125_000 }],
    attachments: [{ name: 'Фототіркеу / Фотофиксация', pages: 6 }],
  },
  sending: null,
  ...given,
});
