import type { BSONRegExp } from 'bson';
import { failure } from './failure.ts';

/** PCRE's `x` option: white space and comments outside of classes do not count. */
const stripExtended = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+|#[^\n]*/gs, (part) => (/^(?:\s|#)/.test(part) ? '' : part));

/** A test for a BSON regular expression; JavaScript's engine stands in for PCRE. Throws on a malformed one. */
export const compileRegex = (source: BSONRegExp): ((text: string) => boolean) => {
  const inline = /^\(\?([imsx]+)\)/.exec(source.pattern);
  const options = source.options + (inline?.[1] ?? '');
  const unknown = [...source.options].find((option) => !'imsxu'.includes(option));
  if (unknown) throw failure('BadValue', `invalid flag in regex options: ${unknown}`);
  const body = inline ? source.pattern.slice(inline[0].length) : source.pattern;
  const pattern = options.includes('x') ? stripExtended(body) : body;
  const flags = ['i', 'm', 's'].filter((flag) => options.includes(flag)).join('');
  const regex = build(pattern, flags);
  return (text) => regex.test(text);
};

const build = (pattern: string, flags: string): RegExp => {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    try {
      return new RegExp(pattern, flags);
    } catch {
      throw failure('BadValue', `Regular expression is invalid: ${pattern}`);
    }
  }
};

/**
 * The literal text that every string matched by the pattern begins with, and whether "begins with it" is all that
 * the pattern says; undefined if there is none to use (MongoDB's prefix expressions).
 */
export const literalPrefix = (source: BSONRegExp): { prefix: string; isExact: boolean } | undefined => {
  if (/[imx]/.test(source.options) || !source.pattern.startsWith('^') || source.pattern.includes('|'))
    return undefined;
  const body = source.pattern.slice(1);
  let prefix = '';
  let i = 0;
  while (i < body.length) {
    const char = body[i] ?? '';
    if (char === '\\' && /[^a-zA-Z0-9]/.test(body[i + 1] ?? 'a')) {
      prefix += body[i + 1];
      i += 2;
    } else if (/[.*+?()[\]{}$^\\]/.test(char)) break;
    else {
      prefix += char;
      i += 1;
    }
  }
  if (/^[*?{]/.test(body.slice(i))) prefix = [...prefix].slice(0, -1).join('');
  return prefix === '' ? undefined : { prefix, isExact: i === body.length };
};
