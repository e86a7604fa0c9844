import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import type { stopping as en } from '../en/stopping.ts';

/** Those that have a switch. */
const kinds: Partial<Record<MailKind, string>> = {
  opportunityPassedOn: 'una licitación que os pasa otra cooperativa',
  seatAnswered: 'respuestas a plazas que ofrecisteis',
  bidWithdrawn: 'se ha retirado una oferta vuestra',
  bidLapsed: 'una oferta vuestra no se presentó a tiempo',
  bidsOpened: 'ya se pueden leer las ofertas a vuestra licitación',
  bidNotAwarded: 'no se ha elegido una oferta vuestra',
  tenderEnded: 'una licitación acaba sin adjudicarse',
  awardRecorded: 'queda registrada vuestra elección',
  tenderCompleted: 'trabajo terminado',
};

export const stopping: typeof en = {
  mailsStopped: {
    subject: (what) => `Ya no llegarán: ${what}`,
    preview: 'Vale desde ahora y se puede deshacer.',
    title: 'Estos correos ya no llegarán',
    scopes: { tenders: 'correos sobre licitaciones', all: 'todos los correos prescindibles' },
    kinds,
    ofKind: (name) => `correos de este tipo (${name})`,
    stopped: (what) => `Un correo a Cobid ha pedido no recibir más ${what}. Vale desde ahora mismo.`,
    stillCome:
      'Los correos que otras personas esperan que leas, como la oferta de una plaza, te siguen llegando.',
    mistake: '¿No has sido tú o has cambiado de idea? Puedes volver a recibirlos.',
    look: 'Ver qué ya no llega, o deshacerlo',
    why: 'Recibes este correo porque se han detenido correos para ti al responder a uno de ellos.',
  },
};
