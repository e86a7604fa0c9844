import type { opportunities as en } from '../en/opportunities.ts';
import { general } from './general.ts';

const { list } = general.formats;

export const opportunities: typeof en = {
  offer: {
    whyHeading: 'Por qué os encaja',
    missingHeading: 'Qué os falta',
    nothingMissing: 'Nada. Vuestra cooperativa cubre todos los requisitos.',
    niceToHave: (requirement) => `${requirement} (deseable)`,
    skillButNot: (requirement, papers, areTwo) =>
      `${requirement}: tenéis la competencia, pero no ${areTwo ? 'a la vez ' : ''}${papers}`,
    certificate: (name) => `el certificado ${name}`,
    language: (name) => `el idioma (${name})`,
    nobodyCovers: (requirement) => `${requirement}. En la red todavía no lo cubre nadie.`,
    couldBeDoneBy: (requirement, coops) => `${requirement}. Lo podría hacer ${list(coops)}.`,
    gapsLater:
      'No hace falta que lo resolváis antes. Si decís que sí, Cobid os muestra con quién podríais uniros.',
    workHeading: 'El trabajo',
    facts: {
      work: 'Trabajo',
      free: 'Tenéis libres',
      budget: 'Presupuesto',
      place: 'Lugar',
      start: 'Comienzo',
    },
    freeInThatTime: (days) => `${general.days(days)} en esas fechas`,
    budgetBand: (least, most) => `de ${least} a ${most}`,
    budgetNotDisclosed: 'no publicado',
    workplaces: { remote: 'A distancia', hybrid: 'En parte a distancia', on_site: 'Presencial' },
    answerHeading: 'Vuestra respuesta',
    answerHow: 'Cada enlace abre una página donde confirmas. Abrirla no cambia nada todavía.',
    answers: {
      yes: 'Sí, queremos hacerlo',
      yes_if: 'Sí, si …',
      not_now: 'Ahora no, quizá más adelante',
      pass_to: 'Pasarla a otra cooperativa',
      no: 'No, no nos encaja',
    },
    byMail: {
      how: 'O responde a este correo con «sí», «sí, si …», «ahora no», «pásala a …» o «no». Con estos enlaces ya empieza así:',
      answers: {
        yes: 'Sí, por correo',
        yes_with_partners: 'Sí, y buscamos con quién, por correo',
        yes_if: 'Sí, si …, por correo',
        not_now: 'Ahora no, por correo',
        pass_to: 'Pasarla, por correo',
        no: 'No, por correo',
      },
      texts: {
        yes: 'Sí',
        yes_with_partners: 'Sí, y buscamos con quién hacerlo',
        yes_if: 'Sí, si ',
        not_now: 'Ahora no',
        pass_to: 'Pásala a ',
        no: 'No',
      },
    },
    moreFirst: '¿Quieres saber más antes?',
    readTender: 'Leer la licitación completa',
    footer: {
      settings: 'Cambiar de qué licitaciones os avisamos',
      pause: 'Hacer una pausa de estos correos',
      unsubscribe: 'No recibir más estos correos',
    },
  },
  opportunity: {
    subject: (coop, title) => `Encaja con ${coop}: ${title}`,
    posted: (client, coop) => `${client} ha publicado un trabajo que encaja con ${coop}.`,
  },
  opportunityPassedOn: {
    subject: (by, coop, title) => `${by} ha pensado en ${coop}: ${title}`,
    preview: (by) => `Os la pasa ${by}.`,
    passedOn: (by, client, coop) => `${by} ha pasado a ${coop} esta licitación de ${client}.`,
    theyWrite: 'Os escriben:',
    why: (coop, by) =>
      `Recibes este correo porque puedes responder por ${coop}, y ${by} le ha pasado una licitación.`,
  },
};
