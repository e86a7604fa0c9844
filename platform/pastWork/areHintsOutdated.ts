import { after, hours } from '../clock.ts';
import { countProfilesChangedSince } from '../mongo/models/organisation.ts';
import { oldestHints } from '../mongo/models/pastWorkHints.ts';

/** At most so often they follow changes of profiles, and so often awards and what was learnt. */
const PROFILES_EVERY_MS = hours(1);
const ALL_EVERY_MS = hours(24);

/** Whether hints from past work have to be made again: a profile has changed since an hour or more, or they are a day old. */
export async function areHintsOutdated(now: Date): Promise<boolean> {
  const oldest = await oldestHints(after(now, -PROFILES_EVERY_MS));
  if (oldest === null) return false;
  if (oldest <= after(now, -ALL_EVERY_MS)) return true;
  return (await countProfilesChangedSince(oldest)) > 0;
}
