import type { Action, Block, Fact, MailContent } from './content.ts';

const width = 72;

/** The mail as somebody would type it: lines of 72 characters, links on lines of their own, never broken. */
export function plainText(content: MailContent): string {
  const { footer } = content;
  const parts = [
    wrap(content.title),
    ...content.blocks.map(block),
    ['-- ', wrap(footer.why), ...footer.actions.map(link)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case 'heading':
      return `${part.text}\n${'-'.repeat(Math.min(part.text.length, width))}`;
    case 'paragraph':
      return wrap(part.text);
    case 'facts':
      return table(part.facts);
    case 'list':
      return part.items.map((item) => wrap(item, '* ', '  ')).join('\n');
    case 'quote':
      return part.text
        .split(/\r\n|\r|\n/)
        .map((line) => wrap(line, '> ', '> '))
        .join('\n');
    case 'code':
      return `    ${part.code}`;
    case 'actions':
      return part.actions.map(link).join(part.leads ? '\n' : '\n\n');
  }
}

function link({ text, href }: Action): string {
  return `${wrap(`${text}:`)}\n${href}`;
}

/** Names and values in two columns, as wide as the longest name. */
function table(facts: Fact[]): string {
  const column = Math.max(0, ...facts.map(({ name }) => name.length)) + 2;
  return facts
    .map(({ name, value }) => wrap(value, `${name}:`.padEnd(column + 1), ' '.repeat(column + 1)))
    .join('\n');
}

/** Breaks a text at spaces; a word that is longer than a line (a link, a hash) stays whole. */
function wrap(text: string, first = '', next = ''): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
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
