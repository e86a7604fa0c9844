/** Gives each different text a number, from 0 on, and always the same one. */
export interface Interner {
  numberOf(text: string): number;
  /** The number, or undefined for a text that was never numbered. */
  known(text: string): number | undefined;
  size(): number;
}

export function createInterner(): Interner {
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    known: (text) => numbers.get(text),
    size: () => numbers.size,
  };
}
