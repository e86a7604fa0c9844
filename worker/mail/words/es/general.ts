import type { general as en } from '../en/general.ts';
import { formatsIn } from '../formats.ts';

const formats = formatsIn('es');
const days = (count: number) => formats.count(count, 'día', 'días');

export const general: typeof en = {
  formats,
  days,
  greeting: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
  colon: ':',
  about: (headline, title) => `${headline}: ${title}`,
  alsoForReader: (meant, readers) => `${meant}; para ti, ${readers}`,
  requirement: (skill, level, count) => `${skill}, nivel ${level}, ${days(count)}`,
  goneOrganisation: 'una organización que ya no está',
  untitledTender: 'Una licitación sin título',
  facts: {
    tender: 'Licitación',
    client: 'Cliente',
    deadline: 'Plazo',
    lead: 'Lidera',
    bidders: 'Cooperativas',
    fingerprint: 'Huella',
  },
  theirReason: 'Su motivo:',
  openBid: 'Abrir la oferta',
  lookAtBid: 'Ver la oferta',
  whyByRole: (organisation) =>
    `Recibes este correo porque puedes responder y firmar por ${organisation} en Cobid.`,
  peopleAndRoles: (organisation) => `Personas y funciones de ${organisation}`,
  stopKind: 'No recibir más correos de este tipo',
  whatCobidIs: 'Qué es Cobid',
};
