import type { Reason } from './reasons.ts';

/** Answer of a policy or lifecycle question: allowed, or refused with the reason a person can read. */
export type Verdict = { ok: true } | { ok: false; because: Reason };

export const allowed: Verdict = { ok: true };

export function refused(because: Reason): Verdict {
  return { ok: false, because };
}

/** The first refusal of several questions, or allowed when none refuses. */
export function all(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? allowed;
}
