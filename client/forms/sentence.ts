/**
 * A validation message as a sentence under its field. The domain writes most of them to follow a field's name
 * ("is not a day, such as 2026-12-01"); what zod says by itself is no help to people and is replaced.
 */
export function sentence(message: string | undefined): string | null {
  if (message === undefined || message === '') return null;
  if (/^(Invalid|Too (small|big)|Unrecognized|Expected)/.test(message)) return 'Please fill this in.';
  const whole = /^\p{Ll}/u.test(message) ? `This ${message}` : message;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
