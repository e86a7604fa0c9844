import type { CoopProfile, CoopProfileChange } from '@cobid/domain/coop/schema.ts';
import { coopProfile } from '@cobid/domain/coop/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { after, seconds } from '@cobid/platform/clock.ts';
import {
  findCoop,
  organisations,
  organisationWords,
  profileChanged,
} from '@cobid/platform/mongo/models/organisation.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { unknownSkills } from '@cobid/platform/mongo/models/skillProposal.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { found, invalid, refusal } from '../http/problem.ts';
import { profileProblems } from './profileProblems.ts';

/** Autosave comes in bursts; matching once a little later serves the whole burst. */
const SETTLING_MS = seconds(2);

/** Changes some fields of a co-op's skill profile, on the version that the writer saw. */
export async function changeProfile(
  coopId: string,
  change: CoopProfileChange,
  { queues, now }: { queues: Queues; now: Date },
): Promise<CoopRecord> {
  const { version, ...given } = change;
  const coop = found(await findCoop(coopId));
  if (coop.profileVersion !== version) throw stale(coop);
  const profile = withReferencesOf(coop.profile, coopProfile.parse({ ...coop.profile, ...given }));
  const problems = profileProblems(profile, await unknownSkills(skillsNamed(given)));
  if (problems.length > 0) throw invalid(problems);
  const { set, inc } = profileChanged(now);
  const changed = await organisations.change(
    { id: coop.id, isCoop: true, profileVersion: version },
    {
      set: {
        ...set,
        profile,
        searchWords: organisationWords(
          coop,
          profile.skills.map(({ skill }) => skillLabel(skill)),
        ),
      },
      inc,
    },
  );
  if (changed === null) throw stale(found(await findCoop(coopId)));
  await queues.nudge('matchCoop', { coopId }, { at: after(now, SETTLING_MS) });
  return { ...changed, profile };
}

function stale({ profileVersion }: CoopRecord) {
  return refusal('stale_version', { version: profileVersion });
}

function skillsNamed({ skills = [], projects = [] }: Omit<CoopProfileChange, 'version'>): string[] {
  return [...skills.map(({ skill }) => skill), ...projects.flatMap((project) => project.skills)];
}

/** References are verified by others: whatever a co-op sends, each skill keeps the number that it had. */
function withReferencesOf(before: CoopProfile, after: CoopProfile): CoopProfile {
  const verified = new Map(before.skills.map((held) => [held.skill, held.verifiedReferences]));
  return {
    ...after,
    skills: after.skills.map((held) => ({
      ...held,
      verifiedReferences: verified.get(held.skill) ?? 0,
    })),
  };
}
