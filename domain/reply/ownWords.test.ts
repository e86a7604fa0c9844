import { describe, expect, test } from '@jest/globals';
import { ownWords } from './ownWords.ts';

const quoted = '> Hello Ana,\n> Work that fits.\n>\n> -- \n> You get this mail';

describe('what somebody wrote', () => {
  test.each([
    ['alone', 'Yes, we do.\n'],
    [
      'above a quote',
      `Yes, we do.\n\nOn Mon, 23 Nov 2026 at 10:00, Cobid <cobid@example.org> wrote:\n${quoted}`,
    ],
    [
      'above a line that is broken',
      `Yes, we do.\n\nOn Monday, 23 November 2026 at 10:00:12 CET, Cobid\n<reply+0123@example.org>\nwrote:\n${quoted}`,
    ],
    [
      'above a Spanish one',
      `Yes, we do.\n\nEl lun, 23 nov 2026 a las 10:00, Cobid (<cobid@example.org>) escribió:\n${quoted}`,
    ],
    [
      'above a French one',
      `Yes, we do.\n\nLe lun. 23 nov. 2026 à 10:00, Cobid <cobid@example.org> a écrit :\n${quoted}`,
    ],
    ['above a German one', `Yes, we do.\n\nAm 23.11.26 um 10:00 schrieb Cobid:\n${quoted}`],
    ['above a quote without a word', `Yes, we do.\n\n${quoted}`],
    [
      'above what Outlook repeats',
      'Yes, we do.\r\n\r\n________________________________\r\nFrom: Cobid\r\nSent: Monday',
    ],
    [
      'above what Outlook repeats unmarked',
      'Yes, we do.\n\nFrom: Cobid <cobid@example.org>\nSent: Monday\nTo: Ana\nSubject: A fit\n\nHello Ana,',
    ],
    [
      'above the same in French',
      'Yes, we do.\n\nDe : Cobid <cobid@example.org>\nEnvoyé : lundi\nÀ : Ana\nObjet : A fit\n\nHello Ana,',
    ],
    [
      'above the same in Spanish',
      'Yes, we do.\n\nDe: Cobid <cobid@example.org>\nEnviado el: lunes\nPara: Ana\n\nHello Ana,',
    ],
    ['above an original message', 'Yes, we do.\n\n-----Original Message-----\nFrom: Cobid'],
    ['above a signature', `Yes, we do.\n-- \nAna Ruiz\nMarea Digital, +34 600 000 000\n\n${quoted}`],
    ['from a telephone', `Yes, we do.\n\nSent from my iPhone\n\n${quoted}`],
    ['from a Spanish telephone', 'Yes, we do.\n\nEnviado desde mi móvil'],
    ['below a quote', `On Mon, Cobid <cobid@example.org> wrote:\n${quoted}\n\nYes, we do.\n`],
    ['with invisible characters', '\u200bYes,\u00a0we do.\ufeff'],
  ])('%s', (_case, text) => {
    expect(ownWords(text)).toBe('Yes, we do.');
  });

  test('keeps its own lines', () => {
    expect(ownWords(`\n\nYes.\n\nIf we can start in March.\n\n${quoted}`)).toBe(
      'Yes.\n\nIf we can start in March.',
    );
  });

  test('is nothing where there is only a quote', () => {
    expect(ownWords(quoted)).toBe('');
    expect(ownWords('\n\nFrom: Cobid <cobid@example.org>\nSent: Monday\nTo: Ana\n\nyes')).toBe('');
    expect(ownWords('')).toBe('');
  });

  test('is found in reasonable time in whatever comes', () => {
    const long = `${'On '.repeat(20_000)}\n${'a@b '.repeat(20_000)}`;
    const begun = performance.now();
    ownWords(long.slice(0, 100_000));
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
