import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import type { Problem } from '@cobid/domain/problem.ts';

const UNKNOWN = 'is not a known skill. Choose one from the list, or offer it as a new one first.';

/** What the parts of a profile must not do together: name a thing twice, or a skill that nobody knows. */
export function profileProblems(profile: CoopProfile, unknown: ReadonlySet<string>): Problem[] {
  const { skills, projects, freeDays, certificates, valueBounds } = profile;
  return [
    ...repeated(skills, 'skills', 'skill'),
    ...repeated(projects, 'projects', 'id'),
    ...repeated(freeDays, 'freeDays', 'month'),
    ...repeated(certificates, 'certificates', 'certificate'),
    ...skills.flatMap(({ skill }, index) =>
      unknown.has(skill) ? [{ pointer: `/skills/${index}/skill`, message: UNKNOWN }] : [],
    ),
    ...projects.flatMap((project, index) =>
      project.skills.flatMap((skill, at) =>
        unknown.has(skill) ? [{ pointer: `/projects/${index}/skills/${at}`, message: UNKNOWN }] : [],
      ),
    ),
    ...boundsProblems(valueBounds),
  ];
}

function repeated<Key extends string>(
  items: readonly Record<Key, unknown>[],
  list: string,
  key: Key,
): Problem[] {
  return items.flatMap((item, index) =>
    items.findIndex((other) => other[key] === item[key]) < index
      ? [{ pointer: `/${list}/${index}/${key}`, message: 'is in the list twice. Remove one of the two.' }]
      : [],
  );
}

function boundsProblems(bounds: CoopProfile['valueBounds']): Problem[] {
  const isTurned =
    bounds !== null &&
    bounds.minMinor !== null &&
    bounds.maxMinor !== null &&
    bounds.maxMinor < bounds.minMinor;
  return isTurned
    ? [{ pointer: '/valueBounds/maxMinor', message: 'has to be at least the smallest value.' }]
    : [];
}
