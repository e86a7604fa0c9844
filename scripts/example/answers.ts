import type { Answer, noReasons } from '@cobid/domain/opportunity/schema.ts';

/** What a co-op that is in no bid answered to a tender; `after` is days from publishing. */
export interface ExampleAnswerGiven {
  tender: string;
  coop: string;
  answer: Answer;
  after: number;
  condition?: string;
  /** Days from now until which "not now" holds. */
  untilDays?: number;
  passedTo?: string;
  reason?: (typeof noReasons)[number];
  note?: string;
  seeksPartners?: true;
  viaMail?: true;
}

export const answersGiven: readonly ExampleAnswerGiven[] = [
  {
    tender: 'rota',
    coop: 'Saltmarsh Digital',
    answer: 'yes_if',
    after: 2,
    condition: 'Somebody else leads: we train and write, but CiviCRM at that size is not ours.',
    seeksPartners: true,
    viaMail: true,
  },
  { tender: 'rota', coop: 'Foundry Lane', answer: 'not_now', after: 1, untilDays: 45, viaMail: true },
  {
    tender: 'rota',
    coop: 'Plain Page',
    answer: 'pass_to',
    after: 3,
    passedTo: 'Lantern Research',
    note: 'This wants listening more than writing.',
  },
  { tender: 'rota', coop: 'Prairie Loom', answer: 'no', after: 4, reason: 'place', viaMail: true },
  { tender: 'rota', coop: 'Clocwaith', answer: 'no', after: 2, reason: 'skills', viaMail: true },
  {
    tender: 'decidim',
    coop: 'Tramuntana Dades',
    answer: 'yes_if',
    after: 1,
    condition: 'El mapa dels barris en forma part: dos o tres dies.',
  },
  { tender: 'decidim', coop: 'Zarza Tecnológica', answer: 'no', after: 2, reason: 'capacity', viaMail: true },
  {
    tender: 'decidim',
    coop: 'Río Digital',
    answer: 'no',
    after: 3,
    reason: 'place',
    note: '¡Nos encantaría, otra vez será!',
    viaMail: true,
  },
  {
    tender: 'research-data',
    coop: 'La Bastida Sistemas',
    answer: 'yes',
    after: 1,
    seeksPartners: true,
    viaMail: true,
  },
  {
    tender: 'research-data',
    coop: 'Cooperativa Ceibo',
    answer: 'yes_if',
    after: 2,
    condition: 'The working language is English.',
    viaMail: true,
  },
  { tender: 'research-data', coop: 'Foundry Lane', answer: 'not_now', after: 3, untilDays: 60 },
  { tender: 'repairs', coop: 'Salal Software', answer: 'no', after: 1, reason: 'place', viaMail: true },
  {
    tender: 'repairs',
    coop: 'Zonnedauw',
    answer: 'pass_to',
    after: 2,
    passedTo: 'Lantern Research',
    note: 'You are nearer, and you know repairs.',
  },
  { tender: 'repairs', coop: 'Plain Page', answer: 'yes', after: 2, seeksPartners: true, viaMail: true },
  { tender: 'joint-orders', coop: 'Érable Libre', answer: 'no', after: 5, reason: 'dates', viaMail: true },
  {
    tender: 'joint-orders',
    coop: 'Tornio Digitale',
    answer: 'yes',
    after: 3,
    seeksPartners: true,
    viaMail: true,
  },
  {
    tender: 'joint-orders',
    coop: 'Hautbois Logiciel',
    answer: 'no',
    after: 2,
    reason: 'capacity',
    viaMail: true,
  },
  { tender: 'port-voices', coop: 'Río Digital', answer: 'yes', after: 1 },
  { tender: 'port-voices', coop: 'Voz y Trama', answer: 'no', after: 2, reason: 'budget', viaMail: true },
  {
    tender: 'seven-languages',
    coop: 'Tidewater Systems',
    answer: 'not_now',
    after: 4,
    untilDays: 20,
    viaMail: true,
  },
  { tender: 'self-defence', coop: 'Mate Sonoro', answer: 'no', after: 3, reason: 'capacity', viaMail: true },
  { tender: 'shade', coop: 'Cooperativa Ceibo', answer: 'no', after: 6, reason: 'place', viaMail: true },
  {
    tender: 'arrears',
    coop: 'Cooperativa Ceibo',
    answer: 'no',
    after: 5,
    reason: 'values',
    note: 'We do not score people.',
    viaMail: true,
  },
  { tender: 'arrears', coop: 'Lantern Research', answer: 'no', after: 2, reason: 'values', viaMail: true },
  {
    tender: 'donations',
    coop: 'Tidewater Systems',
    answer: 'no',
    after: 3,
    reason: 'capacity',
    viaMail: true,
  },
  { tender: 'virtual-ship', coop: 'Mate Sonoro', answer: 'yes', after: 2, viaMail: true },
];
