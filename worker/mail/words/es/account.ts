import type { account as en } from '../en/account.ts';
import { general } from './general.ts';

const minutes = (count: number) => general.formats.count(count, 'minuto', 'minutos');

export const account: typeof en = {
  signIn: {
    subject: 'Tu entrada a Cobid',
    preview: (valid) => `Un enlace y un código que sirven una vez, durante ${minutes(valid)}.`,
    title: 'Entra en Cobid',
    hello: (valid) =>
      `Hola: con este enlace entras en Cobid. Sirve una sola vez, durante ${minutes(valid)} desde que lo pediste.`,
    action: 'Entrar en Cobid',
    orCode: 'O escribe este código en la página donde lo pediste:',
    notYou: 'Si no has sido tú, no hagas nada. Sin este correo no entra nadie.',
    why: 'Recibes este correo porque alguien ha escrito tu dirección en la página de entrada de Cobid.',
  },
  colleagueInvited: {
    somebodyAt: (organisation) => `Alguien de ${organisation}`,
    subject: (by, organisation) => `${by} te invita a unirte a ${organisation} en Cobid`,
    preview: 'En Cobid las cooperativas tecnológicas encuentran y ganan trabajo juntas.',
    title: (organisation) => `Únete a ${organisation} en Cobid`,
    hello: (by, organisation) =>
      `Hola: a ${by} le gustaría contar contigo en ${organisation} dentro de Cobid, donde las cooperativas tecnológicas encuentran el trabajo que les encaja y presentan ofertas juntas.`,
    facts: { organisation: 'Organización', role: 'Tu función', openUntil: 'Abierta hasta' },
    roles: {
      steward: 'Responsable: cuida de la organización, responde y firma por ella',
      bidder: 'Ofertante: responde a oportunidades y firma ofertas por la organización',
      member: 'Miembro: lee y escribe con las demás personas, sin comprometer a la organización',
    },
    action: (organisation) => `Unirme a ${organisation}`,
    yoursAlone:
      'El enlace es solo para ti: no lo compartas. Si no sabes de quién se trata, no tienes que hacer nada.',
    why: (by) =>
      `Recibes este único correo porque ${by} ha escrito tu dirección. No habrá más si no te unes.`,
  },
};
