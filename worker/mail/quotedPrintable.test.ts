import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { quotedPrintable } from './quotedPrintable.ts';

const pieces = ['a', 'word ', ' ', '\t', '=', 'é', '€', '😀', '\r\n', '\n', '.', 'x'.repeat(80), '\u00a0'];

async function read(encoded: string): Promise<string> {
  const head =
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
  const { text = '' } = await PostalMime.parse(`${head}${encoded}\r\n`);
  return text.replace(/\n$/, '');
}

test('any text comes back as it was, in lines of 76 characters at most that end in no space', async () => {
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 })
    .map((parts) => parts.join(''))
    // What a control character means is up to the reader; our mails hold none.
    .map((text) => text.replace(/[^\P{Cc}\r\n\t]|\r(?!\n)|[\u2028\u2029]/gu, ''));
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const encoded = quotedPrintable(text);
      for (const line of encoded.split('\r\n')) {
        expect(line).toMatch(/^[\t\x20-\x7e]{0,76}$/);
        expect(line).not.toMatch(/[ \t]$/);
      }
      expect(await read(encoded)).toBe(text.replaceAll('\r\n', '\n'));
    }),
  );
});
