const SHORTEST = 4;

/** A light stem: the plural and the endings -ing, -ed and -e go, nothing else. */
export function stem(word: string): string {
  if (word.length < SHORTEST || /\d/.test(word)) return word;
  const singular = singularOf(word);
  const ending = ['ing', 'ed'].find(
    (each) => singular.endsWith(each) && singular.length - each.length >= SHORTEST,
  );
  const bare = ending === undefined ? singular : singular.slice(0, -ending.length);
  return bare.length > SHORTEST && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}

function singularOf(word: string): string {
  if (word.length > SHORTEST && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}
