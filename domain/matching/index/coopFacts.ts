import { HAS_LANGUAGES, IS_COOP, IS_PAUSED, IS_REMOTE } from './coopNumbers.ts';
import type { Scratch } from './scratch.ts';
import { COUNT_MASK, CROSSED, LANGUAGE_SHIFT, VALUE_SHIFT } from './tenderQuery.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** What a tender wants to know of a co-op, but for its skills and the text of its projects. */
export interface CoopFacts {
  /** False where the co-op's own numbers exclude it; value bounds and the tender's own client are not in them. */
  isEligible: boolean;
  isRemote: boolean;
  /** Bits of the tender's roles that the co-op has: sector, country, city. */
  role: number;
  languages: number;
  values: number;
  freeDays: number;
  /** Where its past projects start. */
  projectsAt: number;
}

/** Reads facts from a co-op's numbers into one object that it uses again and again. */
export function factsReader(
  query: TenderQuery,
  { roles }: Pick<Scratch, 'roles'>,
  asksLanguages: boolean,
): (data: Uint32Array, start: number) => CoopFacts {
  const facts: CoopFacts = {
    isEligible: false,
    isRemote: false,
    role: 0,
    languages: 0,
    values: 0,
    freeDays: 0,
    projectsAt: 0,
  };
  const { today, firstMonth, lastMonth, certificates } = query;

  function readAttributes(data: Uint32Array, start: number): number {
    const end = start + 1 + (data[start] ?? 0);
    for (let at = start + 1; at < end; at += 1) {
      const role = roles[data[at] ?? 0] ?? 0;
      if (role === 0) continue;
      facts.role |= role;
      facts.languages += (role >> LANGUAGE_SHIFT) & COUNT_MASK;
      facts.values += (role >> VALUE_SHIFT) & COUNT_MASK;
    }
    return end;
  }

  function readMonths(data: Uint32Array, start: number): number {
    const end = start + 1 + 2 * (data[start] ?? 0);
    for (let at = start + 1; at < end; at += 2) {
      const month = data[at] ?? 0;
      if (month >= firstMonth && month <= lastMonth) facts.freeDays += (data[at + 1] ?? 0) / 2;
    }
    return end;
  }

  function readCertificates(data: Uint32Array, start: number): number {
    const end = start + 1 + 2 * (data[start] ?? 0);
    let isMissing = certificates.length > 0;
    for (let at = start + 1; isMissing && at < end; at += 2) {
      if ((data[at + 1] ?? 0) >= today && certificates.includes(data[at] ?? 0)) isMissing = false;
    }
    if (isMissing) facts.isEligible = false;
    return end;
  }

  return (data, start) => {
    const flags = data[start] ?? 0;
    facts.role = 0;
    facts.languages = 0;
    facts.values = 0;
    facts.freeDays = 0;
    facts.isRemote = (flags & IS_REMOTE) !== 0;
    facts.isEligible =
      (flags & IS_COOP) !== 0 && ((flags & IS_PAUSED) === 0 || today >= (data[start + 1] ?? 0));
    const monthsAt = readAttributes(data, start + 2);
    const skillsAt = readCertificates(data, readMonths(data, monthsAt));
    facts.projectsAt = skillsAt + 1 + 2 * (data[skillsAt] ?? 0);
    if ((facts.role & CROSSED) !== 0) facts.isEligible = false;
    if (asksLanguages && (flags & HAS_LANGUAGES) !== 0 && facts.languages === 0) facts.isEligible = false;
    return facts;
  };
}
