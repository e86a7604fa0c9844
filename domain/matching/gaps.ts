import type { RequirementFit } from '../opportunity/schema.ts';
import type { Requirement } from '../tender/schema.ts';
import { COVERING_STRENGTH } from './requirementFit.ts';

/** The least that a co-op would have to change to be relied on for a requirement. */
export interface Gap {
  kind: 'practice' | 'level' | 'papers' | 'skill';
  /** The level that would do, for `level` and `skill`. */
  level: number;
  /** Whether a certificate or a language that the requirement asks for may be missing, too. */
  needsPapers: boolean;
}

/**
 * What each uncovered requirement lacks, the least first tried: using the skill again, a higher level, the papers
 * (certificate or language) alone, and else the skill itself. Each is true when applied: the factors of the fit say so.
 */
export function gapsOf(
  requirements: readonly Pick<Requirement, 'id' | 'level' | 'certificate' | 'language'>[],
  fits: readonly RequirementFit[],
): Record<string, Gap> {
  const fitOf = new Map(fits.map((each) => [each.requirementId, each]));
  return Object.fromEntries(
    requirements.flatMap((wanted) => {
      const held = fitOf.get(wanted.id);
      return held?.isCovered === true ? [] : [[wanted.id, gapOf(wanted, held)]];
    }),
  );
}

function gapOf(
  wanted: Pick<Requirement, 'level' | 'certificate' | 'language'>,
  held: RequirementFit | undefined,
): Gap {
  const { level } = wanted;
  const needsPapers = wanted.certificate !== null || wanted.language !== null;
  if (held === undefined) return { kind: 'skill', level, needsPapers };
  if (held.strength >= COVERING_STRENGTH) return { kind: 'papers', level, needsPapers: true };
  const { sem, lvl, ev, rec } = held;
  if (sem * lvl * ev >= COVERING_STRENGTH) return { kind: 'practice', level, needsPapers };
  const enough =
    sem * ev * rec === 0 ? Infinity : Math.ceil((COVERING_STRENGTH / (sem * ev * rec)) * level - 1e-9);
  if (enough <= level) return { kind: 'level', level: enough, needsPapers };
  return { kind: 'skill', level, needsPapers };
}
