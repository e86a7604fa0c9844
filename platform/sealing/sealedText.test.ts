import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openText, sealText } from './sealedText.ts';

const secret = 'a secret for tests alone, of no use elsewhere';

test('what was sealed opens as it was, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      const sealed = sealText(secret, place, text);
      expect(openText(secret, place, sealed)).toBe(text);
      expect(sealText(secret, place, text)).not.toBe(sealed);
    }),
  );
});

test('it opens nowhere else, with no other secret, and not when it was changed', () => {
  const sealed = sealText(secret, 'row 1', 'the price');
  expect(() => openText(secret, 'row 2', sealed)).toThrow();
  expect(() => openText(`${secret}!`, 'row 1', sealed)).toThrow();
  for (let at = 0; at < sealed.length - 1; at++) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => openText(secret, 'row 1', changed)).toThrow();
  }
});
