import type { Requirement } from '../tender/schema.ts';
import type { CoverageView, Seat, Strengths } from './schema.ts';

/** From this strength on a co-op counts as covering a requirement (domain rules, section 4). */
export const COVERS_FROM = 0.5;

type CoveredSeat = Pick<Seat, 'id' | 'coopId' | 'state' | 'parts'>;

/** Who has taken on a requirement: whether one accepted co-op is able, and the days of all accepted seats. */
export function coverageOf(
  requirement: Requirement,
  seats: readonly CoveredSeat[],
  strengths: Strengths,
): { isAble: boolean; coveredDays: number } {
  const takers = seats.filter((seat) => seat.state === 'accepted' && daysFor(seat, requirement.id) > 0);
  return {
    isAble: takers.some((seat) => strengthOf(seat, requirement.id, strengths) >= COVERS_FROM),
    coveredDays: takers.reduce((sum, seat) => sum + daysFor(seat, requirement.id), 0),
  };
}

/** The coverage board: one row for each requirement, one cell for each seat. */
export function coverageBoard(
  requirements: readonly Requirement[],
  seats: readonly CoveredSeat[],
  strengths: Strengths,
  labelOf: (skill: string) => string,
): CoverageView {
  return requirements.map((requirement) => {
    const { isAble, coveredDays } = coverageOf(requirement, seats, strengths);
    return {
      requirementId: requirement.id,
      skill: requirement.skill,
      label: labelOf(requirement.skill),
      priority: requirement.priority,
      level: requirement.level,
      neededDays: requirement.days,
      coveredDays,
      isCovered: isAble && coveredDays >= requirement.days,
      cells: seats.map((seat) => ({
        seatId: seat.id,
        strength: strengthOf(seat, requirement.id, strengths),
        days: daysFor(seat, requirement.id),
      })),
    };
  });
}

function daysFor(seat: CoveredSeat, requirementId: string): number {
  return seat.parts.find((part) => part.requirementId === requirementId)?.days ?? 0;
}

function strengthOf(seat: CoveredSeat, requirementId: string, strengths: Strengths): number {
  return seat.coopId === null ? 0 : (strengths[seat.coopId]?.[requirementId] ?? 0);
}
