import type { tenders as en } from '../en/tenders.ts';

export const tenders: typeof en = {
  bidsOpened: {
    headline: (count) =>
      count === 0
        ? 'Esta vez no hay ofertas'
        : count === 1
          ? 'Hay una oferta por leer'
          : `Hay ${count} ofertas por leer`,
    preview: 'El plazo ha terminado y los sobres están abiertos.',
    some: 'El plazo ha terminado y los sobres están abiertos. Las ofertas aparecen en un orden al azar; las que no elijáis recibirán el motivo que escribáis.',
    none: 'El plazo ha terminado y nadie ha presentado una oferta. A menudo ayuda un plazo más largo, menos requisitos imprescindibles o una horquilla de presupuesto. Podéis cerrar la licitación y publicar una copia.',
    seeWhatNow: 'Ver qué podéis hacer ahora',
    readOne: 'Leer la oferta',
    readAll: 'Leer las ofertas',
  },
  awardRecorded: {
    subject: (title) => `Vuestra elección está registrada: ${title}`,
    preview: (lead) => `Habéis elegido la oferta que lidera ${lead}.`,
    title: 'Vuestra elección está registrada',
    chosen: (lead, others) => {
      const told =
        others === 1
          ? ' La otra oferta ha recibido el motivo que escribisteis.'
          : ` Las otras ${others} ofertas han recibido el motivo que escribisteis.`;
      return `Habéis elegido la oferta que lidera ${lead}, y ya lo saben.${others === 0 ? '' : told}`;
    },
    chosenAt: 'Elegida',
    yourReason: 'Vuestro motivo:',
    openTender: 'Abrir la licitación',
    complete: 'Cuando el trabajo esté hecho, marcad allí la licitación como terminada.',
  },
  tenderEnded: {
    headlines: {
      withdrawn: 'Licitación retirada',
      cancelled: 'Licitación cancelada',
      unsuccessful: 'Licitación cerrada sin elegir oferta',
    },
    sentences: {
      withdrawn: (client) =>
        `${client} ha retirado esta licitación antes de que terminara el plazo. Nadie va a leer las ofertas que estaban en marcha.`,
      cancelled: (client) => `${client} ha cancelado esta licitación, así que no va a elegir ninguna oferta.`,
      unsuccessful: (client) => `${client} ha cerrado esta licitación sin elegir ninguna oferta.`,
    },
    thanks: (organisation) =>
      `No tenéis que hacer nada. Gracias por el tiempo que ${organisation} le ha dedicado.`,
    look: 'Ver la licitación',
  },
  tenderCompleted: {
    subject: (title) => `Trabajo terminado: ${title}`,
    preview: 'El trabajo está hecho. Gracias.',
    title: 'El trabajo está hecho',
    completed: (client, title) => `${client} ha dado por terminado «${title}». Gracias a todo el equipo.`,
    doneBy: 'Hecho por',
    openTender: 'Abrir la licitación',
    whileFresh:
      'Ahora que está reciente: unas líneas entre vuestros proyectos anteriores ayudan a que os encuentren.',
    addToProfile: 'Añadirlo a vuestro perfil',
  },
};
