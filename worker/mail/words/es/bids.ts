import type { bids as en } from '../en/bids.ts';
import { general } from './general.ts';

const { list } = general.formats;

export const bids: typeof en = {
  signatureWanted: {
    subject: (revision, title) => `Leed y firmad la versión ${revision}: ${title}`,
    preview: (lead, coop) => `La oferta que lidera ${lead} espera la firma de ${coop}.`,
    title: (revision) => `La versión ${revision} espera vuestra firma`,
    frozen: (lead, revision) =>
      `La oferta que lidera ${lead} está cerrada como versión ${revision}. Se podrá presentar cuando todas las cooperativas hayan firmado el mismo texto.`,
    action: 'Leer la oferta y firmar',
    signedBy: 'Ha firmado',
    nobodyYet: 'nadie todavía',
    fingerprint: 'La huella (SHA-256) es igual para quienes leen el mismo texto.',
  },
  bidSubmitted: {
    subject: (title) => `Oferta presentada: ${title}`,
    preview: 'Vuestro recibo, con la huella de lo que se ha presentado.',
    title: 'Vuestra oferta está presentada',
    wellDone: (lead) =>
      `¡Bien hecho! ${lead} ha presentado vuestra oferta conjunta. Queda sellada hasta que termine el plazo: hasta entonces nadie de fuera puede leerla ni saber que existe.`,
    facts: { submitted: 'Presentada', revision: 'Versión' },
    keep: 'Guarda este correo. La huella (SHA-256 de la oferta) demostrará que no ha cambiado ni una palabra.',
    stillYours: 'Hasta que termine el plazo todavía podéis mejorarla o retirarla.',
  },
  bidWithdrawn: {
    subject: (title) => `Oferta retirada: ${title}`,
    preview: (lead) => `${lead} ha retirado la oferta. No tenéis que hacer nada.`,
    title: 'La oferta está retirada',
    withdrawn: (lead, coop) =>
      `${lead} ha retirado la oferta en la que participa ${coop}. Nadie de fuera lo va a saber.`,
    free: 'No tenéis que hacer nada. Vuestra cooperativa puede unirse a otra oferta para esta licitación o empezar una.',
  },
  bidLapsed: {
    subject: (title) => `No se ha presentado a tiempo: ${title}`,
    preview: 'El plazo ha terminado antes de que la oferta estuviera completa.',
    title: 'La oferta no se ha presentado a tiempo',
    passed: (lead) =>
      `El plazo ha terminado y la oferta que lidera ${lead} no estaba completa. Se queda cerrada: el cliente no la ha visto ni la verá.`,
    missing: 'Esto faltaba:',
    gaps: {
      seats: 'Quedaban plazas sin ocupar.',
      coverage: 'Quedaban requisitos imprescindibles sin cubrir.',
      totalMinor: 'Las partes no sumaban el total.',
      sections: 'La oferta no tenía texto.',
      disputePath: 'No habíais acordado cómo resolver los desacuerdos.',
      joiningReasons: 'No habíais dicho por qué os unís.',
      other: 'No estaba completa.',
      neverFrozen: 'El texto nunca se cerró, así que nadie podía firmarlo.',
    },
    notSigned: (revision, coops) => `A la versión ${revision} le faltaba la firma de ${list(coops)}.`,
    notSubmitted: (revision) =>
      `Todas las cooperativas habían firmado la versión ${revision}, pero nadie la presentó.`,
    kept: 'Vuestro texto se conserva, por si sirve para la próxima.',
  },
  bidAwarded: {
    subject: (title) => `¡Habéis ganado! ${title}`,
    headline: (client) => `${client} ha elegido vuestra oferta`,
    preview: (client) => `${client} ha elegido vuestra oferta.`,
    congratulations: (client) =>
      `¡Enhorabuena! ${client} quiere trabajar con vuestro equipo. Este es su motivo:`,
    speaks: (lead) => `${lead} habla en nombre de la oferta y se pondrá en contacto con el cliente.`,
  },
  bidNotAwarded: {
    subject: (title) => `Esta vez no ha podido ser: ${title}`,
    preview: (client) => `${client} ha decidido y dice por qué.`,
    title: 'Esta vez no han elegido vuestra oferta',
    decided: (client) =>
      `${client} se ha decidido por otra oferta. Gracias por el trabajo que pusisteis en la vuestra. Esto dicen de ella:`,
  },
};
