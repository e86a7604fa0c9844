import { after, hours, seconds } from '@cobid/platform/clock.ts';

const FIRST_MS = seconds(15);
const LONGEST_MS = hours(4);
/** With these delays the last attempt is about two days after the first; servers give up on mail about then, too. */
const MOST_ATTEMPTS = 22;

/**
 * When a mail is tried again after so many attempts; null when it was tried often enough. The delay doubles, and
 * `random` (0 to 1) moves it by up to a half either way, so that a burst does not come back as a burst.
 */
export function nextAttempt(attempts: number, now: Date, random: number): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const delay = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return after(now, Math.round(delay * (0.5 + random)));
}
