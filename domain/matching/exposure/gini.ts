/** Gini coefficient of amounts that are not negative: 0 when all have the same, towards 1 when one has it all. */
export function gini(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce(
    (total, amount, at) => total + (2 * (at + 1) - sorted.length - 1) * amount,
    0,
  );
  return weighted / (sorted.length * sum);
}
