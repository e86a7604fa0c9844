/** Longest line of an encoded text without its line break (RFC 2045, 6.7). */
const MOST = 76;
const CR = 13;
const LF = 10;
const EQUALS = 61;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/**
 * A text as quoted-printable (RFC 2045, 6.7): lines end in CRLF and are 76 characters at most. In one pass over the
 * bytes, which takes a fraction of what a chain of streams takes; mails to a thousand people are mostly this.
 */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  let line = '';
  let from = 0; // plain bytes that have not been taken over yet
  const takePlain = (to: number) => {
    if (to > from) line += bytes.toString('latin1', from, to);
  };
  const endLine = (rest: string) => {
    lines.push(line + rest);
    line = '';
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LF || (byte === CR && bytes[at + 1] === LF)) {
      takePlain(at);
      endLine('');
      if (byte === CR) at += 1;
      from = at + 1;
      continue;
    }
    const isPlain = byte === 9 || (byte >= 32 && byte <= 126 && byte !== EQUALS);
    const isLast = at + 1 === bytes.length || bytes[at + 1] === LF || bytes[at + 1] === CR;
    const isKept = isPlain && !(isLast && (byte === 32 || byte === 9));
    const length = line.length + at - from;
    // A line that goes on ends in "=", for which there has to be room.
    const room = isLast ? MOST : MOST - 1;
    if (length + (isKept ? 1 : 3) > room) {
      takePlain(at);
      from = at;
      endLine('=');
    }
    if (isKept) continue;
    takePlain(at);
    line += `=${hex[byte] ?? ''}`;
    from = at + 1;
  }
  takePlain(bytes.length);
  return [...lines, line].join('\r\n');
}
