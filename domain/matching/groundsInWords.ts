import { countryLabel } from '../vocabulary/countries.ts';
import { languageLabel } from '../vocabulary/humanLanguages.ts';
import { sectors } from '../vocabulary/sectors.ts';
import { termLabel } from '../vocabulary/terms.ts';
import { values } from '../vocabulary/values.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import type { Relatedness } from '../vocabulary/vocabulary.ts';
import type { Grounds, NamedProject } from './grounds.ts';

const relations: Record<Exclude<Relatedness['kind'], 'same'>, string> = {
  narrower: 'narrower than',
  broader: 'broader than',
  related: 'related to',
};

/** What a term rests on, as the pages say it: "React, level 4, used 2026-08", "Project: Tram timetable (2025)". */
export function groundsInWords(grounds: Grounds): string {
  switch (grounds.is) {
    case 'noRequirement':
      return 'The tender names no requirement';
    case 'skillMissing':
      return `${skillLabel(grounds.wanted)}: not in the profile`;
    case 'skillHeld':
      return skillInWords(grounds);
    case 'noProject':
      return 'No past project that is like it';
    case 'project':
      return `Project: ${projectInWords(grounds)}`;
    case 'projects':
      return `Projects: ${grounds.projects.map(projectInWords).join(', ')}`;
    case 'freeDays':
      return `${grounds.free} free days of ${grounds.wanted} wanted`;
    case 'noSector':
      return 'The tender names no sector';
    case 'sectorKnown':
      return `Knows the sector: ${termLabel(sectors, grounds.sector)}`;
    case 'sectorNew':
      return `New sector: ${termLabel(sectors, grounds.sector)}`;
    case 'remote':
      return 'Works remotely';
    case 'notRemote':
      return 'Does not work remotely';
    case 'noPlace':
      return 'The tender names no place';
    case 'inCity':
      return `Works in ${grounds.city}`;
    case 'inCountry':
      return `Works in ${countryLabel(grounds.country)}`;
    case 'elsewhereInCountry':
      return `Works in ${countryLabel(grounds.country)}, elsewhere`;
    case 'remoteFromAbroad':
      return `Not in ${countryLabel(grounds.country)}, but works remotely`;
    case 'notInCountry':
      return `Does not work in ${countryLabel(grounds.country)}`;
    case 'noLanguage':
      return 'The tender asks for no language';
    case 'languages':
      return `${grounds.spoken} of ${grounds.asked.length} languages: ${grounds.asked.map(languageLabel).join(', ')}`;
    case 'noValues':
      return 'The tender names no values';
    case 'noSharedValues':
      return 'None of the values it names is in the profile';
    case 'sharedValues':
      return `Shared: ${grounds.values.map((value) => termLabel(values, value)).join(', ')}`;
    case 'said':
      return grounds.words;
  }
}

function projectInWords({ title, year, isForClient }: NamedProject): string {
  return `${title} (${year}${isForClient === true ? ', for this client' : ''})`;
}

function skillInWords(grounds: Extract<Grounds, { is: 'skillHeld' }>): string {
  const { held, wanted, relation, level, lastUsed } = grounds;
  const related = relation === 'same' ? '' : ` (${relations[relation]} ${skillLabel(wanted)})`;
  const used = lastUsed === null ? 'last use not said' : `used ${lastUsed}`;
  return `${skillLabel(held)}${related}, level ${level}, ${used}`;
}
