const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: '’',
  lsquo: '‘',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  iacute: 'í',
  oacute: 'ó',
  aacute: 'á',
  uacute: 'ú',
  ntilde: 'ñ',
  ecirc: 'ê',
  iexcl: '¡',
  iquest: '¿',
};

/** The own words in the HTML of a reply that has no text part: what mail programs mark as quoted is left out. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(
      /<(?:blockquote|div[^>]+class="?[^">]*(?:gmail_quote|yahoo_quoted|moz-cite-prefix)|div[^>]+id="?(?:divRplyFwdMsg|appendonsend))[\s\S]*$/i,
      '',
    )
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => letter(Number(code)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function letter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
