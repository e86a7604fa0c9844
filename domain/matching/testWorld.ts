import { emptyProfile } from '../coop/schema.ts';
import type { CoopProfile, HeldSkill } from '../coop/schema.ts';
import type { Requirement, TenderContent } from '../tender/schema.ts';
import { emptyTender } from '../tender/schema.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';

/** Examples for the tests of matching; the day on which they all happen. */
export const now = new Date('2026-11-21T09:00:00Z');

export function held(skill: string, changes: Partial<HeldSkill> = {}): HeldSkill {
  return { skill, level: 4, people: 2, lastUsed: '2026-11', evidence: '', verifiedReferences: 2, ...changes };
}

export function must(id: string, skill: string, changes: Partial<Requirement> = {}): Requirement {
  return {
    id,
    skill,
    priority: 'must',
    level: 3,
    days: 10,
    certificate: null,
    language: null,
    note: '',
    ...changes,
  };
}

export function coopWith(profile: Partial<CoopProfile>, id = 'aaaaaaaaaaaaaaaaaaaaaaaa'): MatchableCoop {
  return { id, isCoop: true, profile: { ...emptyProfile, ...profile } };
}

export function tenderWith(
  content: Partial<TenderContent>,
  clientId: string | null = 'cccccccccccccccccccccccc',
): MatchableTender {
  return {
    id: 'eeeeeeeeeeeeeeeeeeeeeeee',
    clientId,
    clientName: null,
    content: {
      ...emptyTender,
      start: '2027-01-10',
      end: '2027-03-31',
      deadline: '2026-12-10T12:00:00Z',
      ...content,
    },
  };
}
