import { workOfAward, workOfProject } from '@cobid/domain/matching/worthAsking/pastWorks.ts';
import type { KnownWork } from '@cobid/domain/matching/worthAsking/pastWorks.ts';
import { coopsWithProjects } from '@cobid/platform/mongo/models/organisation.ts';
import { latestAwarded } from '@cobid/platform/mongo/models/tender.ts';
import { withClientNames } from '@cobid/platform/mongo/withClientNames.ts';

/**
 * The newest so many works are looked at: ten of each of the 500 co-ops that a large network has. It takes about 50 s and
 * 0.7 GB in the thread; twice as many took 85 s and 1.7 GB before the latent space was learnt from winners.
 */
const MOST_WORKS = 5000;
/** Profiles that are in memory at once. */
const PROFILES = 500;

/** The newest past works of the network: projects of all profiles, and tenders that were awarded. */
export async function readPastWorks(): Promise<KnownWork[]> {
  let works = await readAwardedWorks();
  for (let afterId = ''; ;) {
    const coops = await coopsWithProjects({ afterId, limit: PROFILES });
    const found = coops.flatMap(({ id, profile }) =>
      (profile?.projects ?? []).map((project) => workOfProject(id, project)),
    );
    works = newest([...works, ...found]);
    const last = coops.at(-1);
    if (last === undefined || coops.length < PROFILES) return works;
    afterId = last.id;
  }
}

/** The newest tenders that co-ops have won, all members of each: who won is public from the award on. */
export async function readAwardedWorks(): Promise<KnownWork[]> {
  const awarded = await withClientNames(await latestAwarded(MOST_WORKS));
  return awarded.flatMap(({ id: tenderId, clientName, content, award }) => {
    if (award === null) return [];
    const { at, coopIds } = award;
    return [workOfAward({ tenderId, content, clientName: clientName ?? '', at, coopIds })];
  });
}

function newest(works: KnownWork[]): KnownWork[] {
  if (works.length <= MOST_WORKS) return works;
  return works.toSorted((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1)).slice(0, MOST_WORKS);
}
