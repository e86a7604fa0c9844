const DAY_MS = 86_400_000;

/** By when to ask for an answer: in three days, and never past half the time that is left. */
export function defaultReplyBy(deadline: string, now: Date): string {
  const left = new Date(deadline).getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(3 * DAY_MS, left / 2)).toISOString();
}
