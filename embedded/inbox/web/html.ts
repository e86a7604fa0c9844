/** Markup that is safe to put into a page as it is. */
export interface Markup {
  markup: string;
}

type Value = string | number | Markup | undefined | false | readonly Markup[];

/** Template literal for HTML: text is escaped, markup and lists of markup are not, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: strings.map((part, at) => part + rendered(values[at])).join('') };
}

function rendered(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  if ('markup' in value) return value.markup;
  return value.map(({ markup }) => markup).join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
