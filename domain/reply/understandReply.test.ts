import { describe, expect, test } from '@jest/globals';
import { understandReply } from './understandReply.ts';
import type { Understood } from './understandReply.ts';

const TODAY = '2026-11-23';
const yes: Understood = { kind: 'yes', seeksPartners: false };
const yesWithPartners: Understood = { kind: 'yes', seeksPartners: true };
const yesIf = (condition: string): Understood => ({ kind: 'yes_if', condition });
const notNow = (until: string | null): Understood => ({ kind: 'not_now', until });
const passTo = (name: string): Understood => ({ kind: 'pass_to', name });
const no = (reason: Extract<Understood, { kind: 'no' }>['reason'], note = ''): Understood => ({
  kind: 'no',
  reason,
  note,
});
const unclear: Understood = { kind: 'unclear' };
const unsubscribe: Understood = { kind: 'unsubscribe', isFromAll: false };

describe('a reply is understood', () => {
  test.each<[string, Understood]>([
    ['yes', yes],
    ['Yes!', yes],
    ['Yes please.', yes],
    ['Hi Cobid,\n\nYes, we want to do this.\n\nBest regards,\nAna', yes],
    ['Count us in', yes],
    ['Sí', yes],
    ['si', yes],
    ['¡Sí!', unclear],
    ['Sí, nos interesa mucho.', yes],
    ['Hola,\nclaro que sí\nUn abrazo', yes],
    ['Oui', yes],
    ['Bonjour,\n\nOui, avec plaisir !\n\nCordialement,\nLéa', yes],
    ["D'accord", yes],
  ])('as yes: %j', (words, expected) => {
    expect(understandReply(words, TODAY)).toEqual(expected);
  });

  test.each<[string, Understood]>([
    ['Yes, and we look for partners', yesWithPartners],
    ['Yes. We are looking for partners', yes],
    ['yes, with partners.', yesWithPartners],
    ['Sí, y buscamos con quién hacerlo', yesWithPartners],
    ['sí, con otras cooperativas', yesWithPartners],
    ['Oui, et nous cherchons des partenaires', yesWithPartners],
    ['Oui, avec des partenaires\n\nCordialement,\nLéa', yesWithPartners],
    ['Yes, with partners of our own choice', yes],
    ['Yes, but with partners', { kind: 'yes_if', condition: 'with partners' }],
    ['Yes, with partners if they are near', { kind: 'yes_if', condition: 'they are near' }],
  ])('as yes, and whether others may know that partners are looked for: %j', (words, expected) => {
    expect(understandReply(words, TODAY)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['yes if we can start in March', 'we can start in March'],
    ['Yes, if we can start in March.', 'we can start in March'],
    ['Yes, but only if it is remote', 'it is remote'],
    ['yes provided that the budget is at least €40,000.', 'the budget is at least €40,000'],
    ['Yes as long as\nsomebody else does the hosting\n\nThanks\nBo', 'somebody else does the hosting'],
    ['Yes, but we can only start in May', 'we can only start in May'],
    ['We are in if Granite joins', 'Granite joins'],
    ['Sí, si podemos empezar en marzo', 'podemos empezar en marzo'],
    ['Sí, siempre que sea en remoto', 'sea en remoto'],
    ['Sí, pero solo si hay diseñadora', 'hay diseñadora'],
    ['Oui, si on peut commencer en mars', 'on peut commencer en mars'],
    ["Oui, s'il y a un budget", 'il y a un budget'],
    ['Oui à condition que ce soit à distance', 'ce soit à distance'],
    ['Oui, mais seulement en mars', 'seulement en mars'],
  ])('as yes with a condition: %j', (words, condition) => {
    expect(understandReply(words, TODAY)).toEqual(yesIf(condition));
  });

  test.each<[string, string | null]>([
    ['Not now', null],
    ['not now until March', '2027-03-01'],
    ['Not until 15 January, sorry', '2027-01-15'],
    ['No, not now. Ask us again in two weeks', '2026-12-07'],
    ['Maybe later, after 2027-02-10', '2027-02-10'],
    ['Not before December 5', '2026-12-05'],
    ['Not yet, we may be free next month', '2026-12-23'],
    ['Not until 1.2.2027', '2027-02-01'],
    ['Not before 3/2/2025', null],
    ['Ahora no, en abril', '2027-04-01'],
    ['No ahora. No antes del 1 de marzo de 2027', '2027-03-01'],
    ['Por ahora no', null],
    ['Pas maintenant, plutôt dans trois mois', '2027-02-23'],
    ['Pas avant le 1er mars', '2027-03-01'],
    ['Plus tard', null],
  ])('as not now: %j', (words, until) => {
    expect(understandReply(words, TODAY)).toEqual(notNow(until));
  });

  test.each<[string, string]>([
    ['pass to Granite Web', 'Granite Web'],
    ['Please pass it on to Granite Web, they do maps.', 'Granite Web'],
    ['Forward this to "Ferrous"', 'Ferrous'],
    ['Pásalo a Kollektiv Nord', 'Kollektiv Nord'],
    ['pasadlo a Marea Digital porque saben más', 'Marea Digital'],
    ['Passez-le à Café Code, merci', 'Café Code'],
    ['Transmettez à Code Lutin.', 'Code Lutin'],
  ])('as passed on: %j', (words, name) => {
    expect(understandReply(words, TODAY)).toEqual(passTo(name));
  });

  test.each<[string, Understood]>([
    ['No', no('other')],
    ['no thanks', no('other')],
    ['no, too busy', no('capacity', 'too busy')],
    ['We are too busy until summer', no('capacity', 'until summer')],
    ['No, the budget is too low.', no('budget', 'the budget is too low')],
    ['Nope. We do not have the skills', no('skills', 'We do not have the skills')],
    ['No podemos, estamos a tope', no('capacity', 'estamos a tope')],
    ['No, gracias', no('other', 'gracias')],
    ['No, está demasiado lejos', no('place', 'está demasiado lejos')],
    ['Non merci', no('other')],
    ['Non, nous sommes débordés', no('capacity', 'nous sommes débordés')],
    ["We'll pass", no('other')],
  ])('as no: %j', (words, expected) => {
    expect(understandReply(words, TODAY)).toEqual(expected);
  });

  test.each([
    'unsubscribe from all',
    'Please unsubscribe me from everything.',
    'stop all mails',
    'Stop all mails, please',
    'Stop sending all your e-mails please',
    'Darme de baja de todos los correos',
    'baja de todo',
    'Désabonnez-moi de tous les messages',
  ])('as a stop of everything: %j', (words) => {
    expect(understandReply(words, TODAY)).toEqual({ kind: 'unsubscribe', isFromAll: true });
  });

  test.each([
    'unsubscribe',
    'Unsubscribe me please.',
    'STOP',
    'Stop these mails',
    'darme de baja',
    'Désabonnez-moi',
  ])('as a wish to hear no more: %j', (words) => {
    expect(understandReply(words, TODAY)).toEqual(unsubscribe);
  });
});

describe('a reply that could be read in two ways is unclear', () => {
  test.each([
    '',
    'Thanks',
    'What is the budget?',
    'Yes? What is the budget?',
    'Yes unless Granite does it',
    'Yes, not sure',
    'si podemos empezar en marzo',
    'I know nothing of it',
    'Nothing from us',
    'Yesterday we talked about this',
    'Notable work',
    'Stop by for a coffee and we talk about it',
    'Pass to',
    'Nonprofit work is what we do',
  ])('%j', (words) => {
    expect(understandReply(words, TODAY)).toEqual(unclear);
  });
});

test('what is understood fits into one line of an answer', () => {
  const said = understandReply(`yes if ${'a very long condition '.repeat(60)}`, TODAY);
  expect(said.kind === 'yes_if' ? said.condition.length : 0).toBeLessThanOrEqual(500);
  expect(understandReply('yes if a\r\nBcc: all@example.org', TODAY)).toEqual(yesIf('a Bcc: all@example.org'));
});
