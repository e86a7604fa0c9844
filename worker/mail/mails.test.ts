import { describe, expect, test } from '@jest/globals';
import { languages } from '@cobid/domain/language.ts';
import { deliveryKinds } from '@cobid/platform/mongo/models/delivery.ts';
import type { Block, MailContent } from './content.ts';
import { renderMail } from './renderMail.ts';
import { sampleMails, samples } from './samples.ts';

const inEnglish = sampleMails('en');
/** Every mail in every language. */
const all = languages.flatMap(sampleMails);
const each = all.map(({ kind, content }): [string, MailContent] => [`${kind} in ${content.lang}`, content]);

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a person reads in an HTML part. */
function seenIn(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return collapse(body.replace(/<!--.*?-->/gs, '').replace(/<\/?(p|div|td|th|tr|li|h1|h2|a)\b[^>]*>/g, ' '))
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\u00a0/g, ' ')
    .replace(/&amp;/g, '&');
}

function sayings(content: MailContent): string[] {
  const actions = content.blocks.flatMap((block) =>
    block.kind === 'actions' || block.kind === 'links' ? block.actions : [],
  );
  return [
    content.title,
    content.footer.why,
    ...content.blocks.flatMap(blockSayings),
    ...[...actions, ...content.footer.actions].map(({ text }) => text),
  ].map(collapse);
}

function blockSayings(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.facts.flatMap(({ name, value }) => [name, value]);
    case 'list':
      return block.items;
    case 'quote':
      return block.text.split('\n').filter((line) => line !== '');
    case 'code':
      return [block.code];
    case 'actions':
    case 'links':
      return [];
    default:
      return [block.text];
  }
}

const links = (content: MailContent) =>
  [...content.blocks, { kind: 'actions' as const, actions: content.footer.actions }].flatMap((block) =>
    block.kind === 'actions' || block.kind === 'links' ? block.actions.map(({ href }) => href) : [],
  );

describe('every mail', () => {
  test.each(deliveryKinds)('%s has a sample', (kind) => {
    expect(samples[kind].length).toBeGreaterThan(0);
  });

  test.each(each)('%s says the same in HTML and in plain text', async (_, content) => {
    const { html, text } = renderMail(content);
    const seen = seenIn(html);
    const read = collapse(text.replace(/^> ?/gm, ''));
    for (const saying of sayings(content)) {
      expect(seen).toContain(saying);
      expect(read).toContain(saying);
    }
    for (const href of links(content)) {
      expect(html).toContain(`href="${href.replaceAll('&', '&amp;')}"`);
      expect(text.split('\n')).toContain(href);
    }
  });

  test.each(each)(
    '%s is readable without images, with one heading, in a language that it names',
    async (_, content) => {
      const { html, text, subject } = renderMail(content);
      expect(html).toContain(`<html lang="${content.lang}">`);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<img|<script|<form|<link|background-image|@import|url\(/);
      expect(`${html}${text}${subject}`).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      expect(content.footer.why).toMatch(/^(You get this|Recibes este|Vous recevez ce)/);
      for (const line of text.split('\n')) {
        if (!/^(https?:|mailto:|\S+?\s?:\s+[0-9a-f]{64}$)/.test(line))
          expect(line.length).toBeLessThanOrEqual(72);
      }
    },
  );

  test.each(each)('%s has a subject of one line without sums of money', async (_, content) => {
    const { subject } = renderMail(content);
    expect(subject.length).toBeGreaterThan(5);
    expect(subject).not.toMatch(
      /[\p{Sc}\r\n]|\d[\d.,\s]*\s?(EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|CAD|AUD|ARS|BRL|MXN)/u,
    );
  });

  test('link texts say where they lead', () => {
    for (const { content } of all) {
      for (const block of content.blocks) {
        if (block.kind !== 'actions') continue;
        for (const { text } of block.actions) {
          expect(text).not.toMatch(/^(here|click here|link|more|aquí|enlace|más|ici|lien|plus)$/i);
        }
      }
    }
  });
});

describe('no English is left', () => {
  // Words that the languages share.
  const shared = ['Client', 'Budget', 'Organisation', 'Part', 'Cobid', 'SHA-256'];
  const english =
    /(?<!\p{L})(the|and|you|your|yours|of|with|this|that|is|are|was|have|for|from|by|bid|bids|tender|seat|level|days|would|could)(?!\p{L})/iu;

  test.each(languages.filter((each_) => each_ !== 'en'))('in %s', (language) => {
    const translated = sampleMails(language);
    expect(translated).toHaveLength(inEnglish.length);
    for (const [index, { kind, content }] of translated.entries()) {
      const original = inEnglish[index]?.content;
      if (original === undefined) throw new Error('the languages have different samples');
      const given = stringsIn(samples[kind]).toSorted((a, b) => b.length - a.length);
      const ours = (text: string) => given.reduce((rest, known) => rest.replaceAll(known, ''), text);
      expect(content.blocks.map((block) => block.kind)).toEqual(original.blocks.map((block) => block.kind));
      const said = sayings(content).filter((saying) => !given.includes(saying) && !shared.includes(saying));
      const inBoth = said.filter(
        (saying) => /\p{L}{2}/u.test(ours(saying)) && sayings(original).includes(saying),
      );
      expect({ kind, inBoth }).toEqual({ kind, inBoth: [] });
      for (const text of [content.subject, content.preview, ...said]) expect(ours(text)).not.toMatch(english);
    }
  });
});

/** Every text in the facts that a mail was given. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 3 ? [value, ...value.split('\n')] : [];
  if (value instanceof Date || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

describe('words that people wrote', () => {
  const nasty =
    'Ana\r\nBcc: all@example.org\u2028\u0000<script>alert(1)</script><img src=x onerror=y> & "co"';

  test('can neither add a header nor a tag', async () => {
    for (const { content } of all) {
      const { subject, html } = renderMail(poison(content, nasty));
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(html).not.toMatch(/<script|<img/);
    }
  });

  test('keep their line breaks where they are quoted', async () => {
    const sample = inEnglish.find(({ kind }) => kind === 'signIn');
    if (sample === undefined) throw new Error('no sample');
    const quoted: MailContent = { ...sample.content, blocks: [{ kind: 'quote', text: 'One.\n\nTwo.' }] };
    expect(renderMail(quoted).text).toContain('> One.\n>\n> Two.');
  });

  test('are cut short in a long subject without breaking a letter', async () => {
    const sample = inEnglish[0];
    if (sample === undefined) throw new Error('no sample');
    const { subject } = renderMail({ ...sample.content, subject: '🛠'.repeat(500) });
    expect([...subject]).toHaveLength(140);
    expect(Buffer.from(subject, 'utf8').toString('utf8')).toBe(subject);
  });
});

/** The same mail with other words in every place, except in links. */
function poison(content: MailContent, words: string): MailContent {
  const blocks = content.blocks.map((block): Block => {
    switch (block.kind) {
      case 'facts':
        return { ...block, facts: block.facts.map(() => ({ name: words, value: words })) };
      case 'list':
        return { ...block, items: [words] };
      case 'code':
        return { ...block, code: words };
      case 'actions':
      case 'links':
        return { ...block, actions: block.actions.map(({ href }) => ({ href, text: words })) };
      default:
        return { ...block, text: words };
    }
  });
  return { ...content, subject: words, title: words, preview: words, blocks };
}
