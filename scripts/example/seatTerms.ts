import type { SeatPart } from '@cobid/domain/bid/schema.ts';
import type { ExamplePart } from './exampleBid.ts';

export function partsOf(parts: readonly ExamplePart[]): SeatPart[] {
  return parts.map(([requirementId, days]) => ({ requirementId, days }));
}

/** Share of a seat in minor units: its day rate times its days. */
export function shareOf({ parts, rate }: { parts: readonly ExamplePart[]; rate: number }): number {
  return Math.round(parts.reduce((sum, [, days]) => sum + days, 0) * rate * 100);
}
