import type { Requirement } from '../tender/schema.ts';
import type { Fit } from './fit.ts';
import type { Gap } from './gaps.ts';

/** What the search reads of a requirement; the label is how sentences call it. */
export type ConsortiumRequirement = Pick<Requirement, 'id' | 'priority' | 'days'> & { label?: string };

/** A co-op that could take part. */
export interface ConsortiumCoop {
  id: string;
  /** Strength per requirement it may be relied on for; 0.5 and more covers it (see `strengthsOf`). */
  strengths: Readonly<Record<string, number>>;
  freeDays: number;
  fit: number;
  /** What it lacks for each requirement that it doesn't cover (see `gapsOf`); without it, the skill itself. */
  gaps?: Readonly<Record<string, Gap>>;
  country?: string;
  city?: string;
  /** How much it has been shown lately; the less, the earlier at equal rank. */
  exposure?: number;
}

export interface ConsortiumMember {
  id: string;
  parts: { requirementId: string; days: number }[];
  days: number;
  freeDays: number;
  fit: number;
}

/** Co-ops that together do the work: who does what. The co-op that had to be included comes first. */
export interface Consortium {
  members: ConsortiumMember[];
  uncoveredMusts: string[];
  uncoveredShoulds: string[];
  /** Sum of the members' fits. */
  fit: number;
  coordination: number;
}

/** Why no consortium can do it: a requirement nobody covers, or days that are missing. */
export interface Obstacle {
  requirementId: string;
  /** All that compete for the missing days, the named one first. */
  requirementIds: string[];
  /** Days that all co-ops together lack for them; 0 where only the number of members is in the way. */
  missingDays: number;
  sentence: string;
}

/** The strengths of a fit for the search: 0 where a certificate or a language is missing. */
export function strengthsOf(fit: Pick<Fit, 'requirements'>): Record<string, number> {
  return Object.fromEntries(
    fit.requirements.map((each) => [each.requirementId, each.isCovered ? each.strength : 0]),
  );
}

/** Half days: the unit in which days are counted exactly. */
export function toUnits(days: number): number {
  return Math.floor(days * 2 + 1e-9);
}

export function toDays(units: number): number {
  return units / 2;
}
