import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markup } from './markup.ts';

test('leaves out line breaks and indentation of the template, and nothing of what is put in', () => {
  const made = markup`
    <p class="${'a'}">
      ${'one\n  two'}${[markup`<b>${'3'}</b>`, markup`<b>${'4'}</b>`]}
    </p>`;
  expect(made.html).toBe('<p class="a">one\n  two<b>3</b><b>4</b></p>');
});

test('whatever text is put in, it stays text and an attribute stays whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '=') }), (text) => {
      const { html } = markup`<a href="${text}">${text}</a>`;
      const [, attribute = '', content = ''] = /^<a href="([^"]*)">([^<>"']*)<\/a>$/.exec(html) ?? [];
      const read = (escaped: string) =>
        escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#x27;', "'")
          .replaceAll('&amp;', '&');
      expect([attribute, content].map(read)).toEqual([text, text]);
    }),
  );
});
