const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene', 'janvier', 'janv'],
  ['february', 'feb', 'febrero', 'février', 'fevrier', 'févr', 'fev'],
  ['march', 'mar', 'marzo', 'mars'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'mayo', 'mai'],
  ['june', 'jun', 'junio', 'juin'],
  ['july', 'jul', 'julio', 'juillet', 'juil'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'aout'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'septembre'],
  ['october', 'oct', 'octubre', 'octobre'],
  ['november', 'nov', 'noviembre', 'novembre'],
  ['december', 'dec', 'diciembre', 'dic', 'décembre', 'decembre', 'déc'],
];

const NUMBERS: Record<string, number> = {
  a: 1,
  one: 1,
  un: 1,
  una: 1,
  une: 1,
  two: 2,
  dos: 2,
  deux: 2,
  three: 3,
  tres: 3,
  trois: 3,
  four: 4,
  cuatro: 4,
  quatre: 4,
  six: 6,
  seis: 6,
};

/**
 * The first day that a sentence names in English, Spanish or French, as 2027-03-01: a date, a month (its first day, the
 * next such month after `today`), or a span such as "in two weeks". Null where none is named. `today` is a day, too.
 */
export function dayInWords(sentence: string, today: string): string | null {
  const text = sentence.toLowerCase();
  return isoDay(text) ?? numericDay(text) ?? monthDay(text, today) ?? span(text, today);
}

function isoDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = /\b(20\d\d)-(\d\d)-(\d\d)\b/u.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day));
}

/** 31/3/2027 and 31.3.2027: the day first, as everywhere but in the United States. */
function numericDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b/u.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day));
}

function monthDay(text: string, today: string): string | null {
  const words: readonly string[] = text.match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex((word) => monthNumber(word) > 0 && !isPoliteMay(words, words.indexOf(word)));
  const month = monthNumber(words[at] ?? '');
  if (month === 0) return null;
  const around = [words[at - 1], words[at - 2], words[at + 1]].map((word) =>
    Number(/^\d{1,2}/u.exec(word ?? '')?.[0]),
  );
  const [before, beforeDe, next] = around;
  const isDe = /^(?:de|of)$/u.test(words[at - 1] ?? '');
  const named = isDe ? beforeDe : before || (/^\d{1,2}$/u.test(words[at + 1] ?? '') ? next : 0);
  const day = named !== undefined && named >= 1 && named <= 31 ? named : 1;
  const year = words
    .slice(at + 1, at + 4)
    .map(Number)
    .find((number) => number >= 2000 && number < 2100);
  if (year !== undefined) return dayOf(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const candidate = dayOf(thisYear, month, day);
  return candidate !== null && candidate > today ? candidate : dayOf(thisYear + 1, month, day);
}

/** "We may" is no month; "in May" is. */
function isPoliteMay(words: readonly string[], at: number): boolean {
  return words[at] === 'may' && /^(?:we|i|you|they|it|that)$/u.test(words[at - 1] ?? '');
}

function monthNumber(word: string): number {
  return MONTHS.findIndex((names) => names.some((name) => name === word)) + 1;
}

function span(text: string, today: string): string | null {
  const [, count = '', unit = ''] =
    /\b(?:in|en|dans)\s+(\d{1,2}|\p{L}+)\s+(days?|weeks?|months?|días?|dias?|semanas?|mes(?:es)?|jours?|semaines?|mois)\b/u.exec(
      text,
    ) ?? [];
  const amount = Number(count) || NUMBERS[count] || 0;
  if (amount > 0) return later(today, unit, amount);
  if (/\b(?:next month|(?:el )?(?:próximo mes|mes que viene)|(?:le )?mois prochain)\b/u.test(text))
    return later(today, 'month', 1);
  if (/\b(?:next week|la próxima semana|la semana que viene|la semaine prochaine)\b/u.test(text))
    return later(today, 'week', 1);
  if (/\b(?:next year|(?:el )?(?:próximo año|año que viene)|l['’]année prochaine)\b/u.test(text))
    return `${Number(today.slice(0, 4)) + 1}-01-01`;
  return null;
}

function later(today: string, unit: string, amount: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  if (/^(?:m[eo])/u.test(unit)) date.setUTCMonth(date.getUTCMonth() + amount);
  else date.setUTCDate(date.getUTCDate() + amount * (/^(?:w|s)/u.test(unit) ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 2000 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}
