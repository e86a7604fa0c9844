import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { writeMessage } from './writeMessage.ts';

const heading = {
  from: { name: 'Cobid', address: 'cobid@example.org' },
  to: 'ana@example.net',
  replyTo: null,
  subject: 'A fit for Façade: tram & bus',
  messageId: `<${'0123456789abcdef'.repeat(4)}@example.org>`,
  headers: { 'X-Cobid': 'digest' },
};

/** Texts as people write them, and what breaks encoders: blanks before line breaks, "=", dots, bytes of all lengths. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(' ', '\t', '\n', '\r\n', '\r', '=', '.', '--', 'word', 'é', '漢', '🚲', 'a'.repeat(70)),
      {
        maxLength: 200,
      },
    )
    .map((parts) => parts.join('')),
);
const breaks = (text: string) => text.replace(/\r\n|\r/g, '\n');

describe('a message', () => {
  test('says in both parts what was to be said, in lines that every server takes', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (text, html) => {
        const raw = writeMessage(heading, { text, html });
        const written = raw.toString('latin1');
        const lines = written.slice(written.indexOf('\r\n--=_')).split('\r\n');
        for (const line of lines) {
          expect(line).toMatch(/^[\t -~]{0,76}$/);
          expect(line).not.toMatch(/[ \t]$/);
        }
        const read = await PostalMime.parse(raw);
        expect(breaks(read.text ?? '').trimEnd()).toBe(breaks(text).trimEnd());
        expect(breaks(read.html ?? '').trimEnd()).toBe(breaks(html).trimEnd());
      }),
    );
  });

  test('of any size can be followed by a small one', async () => {
    const long = 'Façade '.repeat(50_000);
    expect((await PostalMime.parse(writeMessage(heading, { text: long, html: 'x' }))).text?.trim()).toBe(
      long.trim(),
    );
    const { text, html } = await PostalMime.parse(writeMessage(heading, { text: 'a', html: 'b' }));
    expect([text?.trim(), html?.trim()]).toEqual(['a', 'b']);
  });

  test('is the same whenever it is written, but for its date', () => {
    const write = () =>
      writeMessage(heading, { text: 'a', html: 'b' })
        .toString()
        .replace(/^Date: .*$/m, '');
    expect(write()).toBe(write());
    expect(write()).toContain('Subject: =?UTF-8?Q?A_fit_for_Fa=C3=A7ade');
  });
});
