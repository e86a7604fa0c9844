/**
 * Why a mail must never be answered, or null for one that a person wrote: automatic replies, lists, bounces, and mail
 * of a Cobid's own (RFC 3834, section 2). `headers` by lower-case name.
 */
export function replyIsAutomatic(
  headers: Readonly<Record<string, string>>,
  envelopeSender: string,
): string | null {
  const value = (name: string) => (headers[name] ?? '').toLowerCase().trim();
  if (envelopeSender === '') return 'it came from the empty sender, as bounces do';
  if (value('x-cobid') !== '') return 'a Cobid sent it';
  const submitted = value('auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return 'it says Auto-Submitted';
  if (/^(?:bulk|junk|list|auto_reply)/u.test(value('precedence'))) return 'it says Precedence';
  const mark = [
    'list-id',
    'list-unsubscribe',
    'x-autoreply',
    'x-autorespond',
    'x-auto-response-suppress',
    'x-autoresponder',
    'x-loop',
  ].find(
    (name) => headers[name] !== undefined && !(name === 'x-auto-response-suppress' && value(name) === 'none'),
  );
  if (mark !== undefined) return `it has ${mark}`;
  if (
    /^(?:mailer-daemon|postmaster|noreply|no-reply|bounces?|owner-)[@+-]|^mailer-daemon$/u.test(
      envelopeSender.toLowerCase(),
    )
  ) {
    return 'its sender is no person';
  }
  // What mail servers call their daily figures (RFC 7489, section 7.2.1.1), which come to postmaster@, too.
  if (/\breport domain:.*\bsubmitter:/u.test(value('subject'))) return 'it is a DMARC report';
  return null;
}
