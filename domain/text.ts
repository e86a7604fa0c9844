import { z } from 'zod';

const CONTROL = /[\u0000-\u001f\u007f]/;
/** Half of a character: no two programs store it alike, so nothing that holds one can be signed. */
const LONE_SURROGATE = /\p{Cs}/u;
const whole = (text: string) => !LONE_SURROGATE.test(text);
const BROKEN = 'holds a broken character; type it again';

/** One line of text: trimmed, without line breaks or control characters (they could forge mail headers). */
export function line(max: number) {
  return z
    .string()
    .trim()
    .max(max, `may have ${max} characters at most`)
    .refine((text) => !CONTROL.test(text), 'may not contain line breaks or control characters')
    .refine(whole, BROKEN);
}

/** Longer text in Markdown; raw HTML in it is shown as text. */
export function markdown(max: number) {
  return z.string().max(max, `may have ${max} characters at most`).refine(whole, BROKEN);
}

/** Number of words, as a person counts them. */
export function countWords(text: string): number {
  return text.trim().split(/\s+/u).filter(Boolean).length;
}

/** An e-mail address, folded to lower case so that one mailbox is one person. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'is not an e-mail address, such as ana@example.org' }));

/** Text folded for search: lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
