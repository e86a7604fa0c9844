import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';

/** A requirement in short: id, skill, must or should, least level, days, and what else it asks for. */
export type ExampleRequirement = readonly [
  id: string,
  skill: string,
  priority: 'must' | 'should',
  level: number,
  days: number,
  more?: { certificate?: string; language?: string; note?: string },
];

/** A made-up tender; dates are days from now, negative ones in the past. */
export interface ExampleTender {
  key: string;
  client: string;
  state: TenderState;
  title: string;
  summary: string;
  problem: string;
  outcome: string;
  users: string;
  requirements: readonly ExampleRequirement[];
  /** Smallest and largest budget in whole units of the client's currency. */
  budget: readonly [number, number] | 'not_disclosed' | null;
  /** A criterion's name, weight and description. */
  criteria: readonly (readonly [string, number, string])[];
  workplace: TenderContent['workplace'];
  languages: readonly string[];
  values: readonly string[];
  touches?: readonly string[];
  cpv: readonly string[];
  maxBidsPerMember?: number;
  liability?: TenderContent['liability'];
  created: number;
  published: number | null;
  questions: number | null;
  /** A number of hours instead of days for the one that closes soon. */
  deadline: number | { hours: number } | null;
  decision: number | null;
  start: number | null;
  end: number | null;
  /** When it ended or moved on, for states after evaluation and exits. */
  ended?: number;
  /** Why it ended without an award. */
  closingNote?: string;
  /** Why the winner was chosen. */
  awardReason?: string;
}
