import type { Action, Block, Fact, MailContent } from './content.ts';
import { wordsIn } from './words/wordsIn.ts';

const width = 72;

/** The mail as somebody would type it: lines of 72 characters, links on lines of their own, never broken. */
export function plainText(content: MailContent): string {
  const { footer } = content;
  const { colon } = wordsIn(content.lang).general;
  const parts = [
    wrap(content.title),
    ...content.blocks.map((part) => block(part, colon)),
    ['-- ', wrap(footer.why), ...footer.actions.map((action) => link(action, colon))].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(part: Block, colon: string): string {
  switch (part.kind) {
    case 'heading':
      return `${part.text}\n${'-'.repeat(Math.min(part.text.length, width))}`;
    case 'subheading':
      return `${wrap(part.text, '== ', '   ')} ==`;
    case 'paragraph':
    case 'theirWords':
      return wrap(part.text);
    case 'facts':
      return table(part.facts, colon);
    case 'list':
      return part.items.map((item) => wrap(item, '* ', '  ')).join('\n');
    case 'quote':
      return part.text
        .split(/\r\n|\r|\n/)
        .map((line) => wrap(line, '> ', '> '))
        .join('\n');
    case 'code':
      return `    ${part.code}`;
    case 'links':
      return part.actions.map((action) => link(action, colon)).join('\n');
    case 'actions':
      return part.actions.map((action) => link(action, colon)).join(part.leads ? '\n' : '\n\n');
  }
}

function link({ text, href }: Action, colon: string): string {
  return `${wrap(`${text}${colon}`)}\n${href}`;
}

/** Names and values in two columns, as wide as the longest name. */
function table(facts: Fact[], colon: string): string {
  const column = Math.max(0, ...facts.map(({ name }) => name.length)) + colon.length + 2;
  return facts
    .map(({ name, value }) => wrap(value, `${name}${colon}`.padEnd(column), ' '.repeat(column)))
    .join('\n');
}

/** Breaks a text at spaces, but not at no-break ones; a word that is longer than a line (a link, a hash) stays whole. */
function wrap(text: string, first = '', next = ''): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/[ \t\r\n]+/u).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()].join('\n');
}
