import type { Currency } from '@cobid/domain/money.ts';

/** A made-up client organisation. */
export interface ExampleClient {
  name: string;
  country: string;
  city: string;
  zone: string;
  currency: Currency;
  sector: string;
  about: string;
  /** First the steward, then up to two bidders, then members. */
  people: readonly string[];
}

export const clients: readonly ExampleClient[] = [
  {
    name: 'Harbour Lights',
    country: 'GB',
    city: 'Bristol',
    zone: 'Europe/London',
    currency: 'GBP',
    sector: 'charity',
    about:
      'We help people who arrive as refugees to find their feet: 14 staff, 190 volunteers, one kettle that never rests.',
    people: ['Miriam Okonkwo', 'Peter Vance', 'Asha Menon'],
  },
  {
    name: 'Ajuntament de Vallclara',
    country: 'ES',
    city: 'Vallclara',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    sector: 'local-government',
    about: 'Una ciutat de 62.000 habitants entre el riu i la serra, amb vint anys de participació ciutadana.',
    people: ['Montserrat Pujol', 'Ferran Costa', 'Lídia Serra'],
  },
  {
    name: 'Universität Weserfurt',
    country: 'DE',
    city: 'Weserfurt',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    sector: 'higher-education',
    about:
      'Eine mittelgroße Universität mit starken Umwelt- und Sozialwissenschaften; hier schreibt die Bibliothek aus.',
    people: ['Katrin Döring', 'Stefan Uhlig', 'Yasmin Farouk'],
  },
  {
    name: 'Calder Vale Homes',
    country: 'GB',
    city: 'Halifax',
    zone: 'Europe/London',
    currency: 'GBP',
    sector: 'housing',
    about: 'A housing association with 5,400 homes in four towns, owned by its tenants since 2009.',
    people: ['Janet Braithwaite', 'Sunil Kapoor', 'Mark Ogden'],
  },
  {
    name: 'Fédération Panier Commun',
    country: 'FR',
    city: 'Lyon',
    zone: 'Europe/Paris',
    currency: 'EUR',
    sector: 'food-farming',
    about:
      'Quarante-deux épiceries et supermarchés coopératifs, 31 000 adhérentes et adhérents, une cuisine commune.',
    people: ['Hélène Mercier', 'Abdelkader Rahmani', 'Lucie Bonnet'],
  },
  {
    name: 'Museo de la Ribera',
    country: 'AR',
    city: 'Rosario',
    zone: 'America/Argentina/Buenos_Aires',
    currency: 'USD',
    sector: 'culture',
    about: 'Un museo municipal sobre el trabajo en el puerto, hecho con quienes trabajaron en él.',
    people: ['Silvia Cabrera', 'Gonzalo Pereyra', 'Marcela Vidal'],
  },
];
