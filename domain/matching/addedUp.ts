import type { Giver } from './maxFlow.ts';

/** Givers that can do the same needs are one with all their units: whether the work can be done stays the same. */
export function addedUp(givers: readonly Giver[]): Giver[] {
  const unitsByCan = new Map<number, number>();
  for (const giver of givers) unitsByCan.set(giver.can, (unitsByCan.get(giver.can) ?? 0) + giver.units);
  return [...unitsByCan].map(([can, units]) => ({ can, units }));
}
