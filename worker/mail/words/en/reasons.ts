import type { NamedProject } from '@cobid/domain/matching/grounds.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { general } from './general.ts';

const { formats, days } = general;
const relations = { narrower: 'part of', broader: 'wider than', related: 'close to' };

function skill({ held, wanted, relation, level, lastUsed }: Extract<Reason, { is: 'skillHeld' }>): string {
  const related = relation === 'same' ? '' : ` (${relations[relation]} ${skillLabel(wanted)})`;
  const used = lastUsed === null ? '' : `, used in ${formats.month(lastUsed)}`;
  return `${skillLabel(held)}${related}: level ${level}${used}`;
}

function project({ title, year, isForClient }: NamedProject): string {
  return `“${title}” (${year}${isForClient === true ? ', for this client' : ''})`;
}

/** Why a co-op matches a tender. */
export const reasons = {
  reason: (because: Reason): string => {
    switch (because.is) {
      case 'skillHeld':
        return skill(because);
      case 'project':
        return `Your project ${project(because)}`;
      case 'projects':
        return `Your projects ${formats.list(because.projects.map(project))}`;
      case 'freeDays':
        return `You have ${days(because.free)} free of ${formats.number(because.wanted)} wanted`;
      case 'sectorKnown':
        return `You know the sector: ${termLabel(sectors, because.sector)}`;
      case 'remote':
        return 'You work remotely';
      case 'inCity':
        return `You work in ${because.city}`;
      case 'inCountry':
        return `You work in ${formats.country(because.country)}`;
      case 'elsewhereInCountry':
        return `You work in ${formats.country(because.country)}, though elsewhere`;
      case 'remoteFromAbroad':
        return `You are not in ${formats.country(because.country)}, but work remotely`;
      case 'languages':
        return `You speak ${because.spoken} of the ${because.asked.length} languages asked for: ${formats.list(because.asked.map(formats.languageName))}`;
      case 'sharedValues':
        return `Shared values: ${formats.list(because.values.map((value) => termLabel(values, value)))}`;
      case 'said':
        return because.words;
    }
  },
};
