/**
 * What somebody wrote into a reply, without what mail programs add: the quoted mail, the line above it, the header that
 * Outlook repeats, and the signature. Where all that is left is nothing, what stands below a quote is taken, as some
 * answer there. Line breaks are kept, blank lines at both ends are not.
 */
export function ownWords(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\ufeff\u00ad]/gu, '')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd());
  const quoteAt = beginOfQuote(lines);
  const above = withoutSignature(lines.slice(0, quoteAt));
  if (above !== '') return above;
  // A header that was repeated without marks ends where nobody can tell; nothing below it is taken for an answer.
  if (repeatsHeader(lines, quoteAt)) return '';
  const rest = lines.slice(quoteAt + attributionLength(lines, quoteAt));
  return withoutSignature(rest.filter((line) => !isQuoted(line) && !DIVIDER.test(line)));
}

const isQuoted = (line: string) => /^\s*[>|]/u.test(line);

/** The index of the first line that is not the writer's own. */
function beginOfQuote(lines: readonly string[]): number {
  const at = lines.findIndex(
    (line, index) =>
      isQuoted(line) ||
      DIVIDER.test(line) ||
      attributionLength(lines, index) > 0 ||
      repeatsHeader(lines, index),
  );
  return at === -1 ? lines.length : at;
}

const WROTE = '(?:wrote|escribió|a écrit|schrieb.{0,60}|ha scritto|escreveu|schreef.{0,60})\\s?:$';
/** "On Mon, Ana wrote:", in the languages that members write in; mail programs break it over up to three lines. */
const ATTRIBUTION = new RegExp(`^(?:On|El|Le|Am|Il|Em|Op)\\s.{4,200}\\s${WROTE}`, 'iu');
/** "Cobid <cobid@example.org> wrote:" */
const SHORT_ATTRIBUTION = new RegExp(`^.{0,120}<\\S+@\\S+>\\s?${WROTE}`, 'iu');

/** How many lines from here on say who wrote what is quoted below; 0 for none. */
function attributionLength(lines: readonly string[], index: number): number {
  if (SHORT_ATTRIBUTION.test(lines[index] ?? '')) return 1;
  for (const count of [1, 2, 3]) {
    const joined = lines.slice(index, index + count);
    if (joined.every((line) => line !== '') && ATTRIBUTION.test(joined.join(' ').trim())) return count;
  }
  return 0;
}

/** "-----Original Message-----" and the line of underscores above Outlook's repeated header. */
const DIVIDER =
  /^\s*(?:-{2,}\s*(?:original message|mensaje original|message d['’]origine|message original|forwarded message|mensaje reenviado|message transféré|ursprüngliche nachricht)\s*-{2,}|_{10,})\s*$/iu;

const HEADER_FIRST = /^\*?(?:from|de|von|da)\s?:\*?\s.*\S/iu;
const HEADER_NEXT =
  /^\*?(?:sent|date|to|subject|enviado|fecha|para|asunto|envoyé|à|objet|gesendet|an)(?: el| le)?\s?:/iu;

/** "From: … Sent: … To: …" without any mark. */
function repeatsHeader(lines: readonly string[], index: number): boolean {
  const [first = '', ...next] = lines.slice(index, index + 4);
  return HEADER_FIRST.test(first) && next.some((line) => HEADER_NEXT.test(line));
}

const SENT_FROM =
  /^(?:sent (?:from|via) (?:my |outlook|mail|proton|yahoo|gmail)|get outlook for|enviado (?:desde|con)|obtener outlook|envoyé (?:de|depuis|avec|à partir)|télécharger outlook|von meinem .* gesendet)/iu;

function withoutSignature(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^\s*--\s*$/u.test(line) || SENT_FROM.test(line.trim()));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .join('\n')
    .trim();
}
