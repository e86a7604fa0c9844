import type { CoopProfile } from './schema.ts';

/** Whether a co-op takes a break from opportunities on this day; a pause ends by itself on the day it names. */
export function isPausedAt(profile: Pick<CoopProfile, 'isPaused' | 'pausedUntil'>, now: Date): boolean {
  const { isPaused, pausedUntil } = profile;
  return isPaused && (pausedUntil === null || now.toISOString().slice(0, 10) < pausedUntil);
}
