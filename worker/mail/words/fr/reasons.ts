import type { NamedProject } from '@cobid/domain/matching/grounds.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import type { reasons as en } from '../en/reasons.ts';
import { general } from './general.ts';
import { sectors } from './sectors.ts';
import { values } from './values.ts';

const { formats, days } = general;
const relations = { narrower: 'fait partie de', broader: 'plus large que', related: 'proche de' };

function skill({ held, wanted, relation, level, lastUsed }: Extract<Reason, { is: 'skillHeld' }>): string {
  const related = relation === 'same' ? '' : ` (${relations[relation]} ${skillLabel(wanted)})`;
  const used = lastUsed === null ? '' : `, utilisé en ${formats.month(lastUsed)}`;
  return `${skillLabel(held)}${related}\u00a0: niveau ${level}${used}`;
}

function project({ title, year, isForClient }: NamedProject): string {
  return `«\u00a0${title}\u00a0» (${year}${isForClient === true ? ', pour ce même client' : ''})`;
}

export const reasons: typeof en = {
  reason: (because) => {
    switch (because.is) {
      case 'skillHeld':
        return skill(because);
      case 'project':
        return `Votre projet ${project(because)}`;
      case 'projects':
        return `Vos projets ${formats.list(because.projects.map(project))}`;
      case 'freeDays':
        return `Vous avez ${days(because.free)} de libre sur les ${formats.number(because.wanted)} demandés`;
      case 'sectorKnown':
        return `Vous connaissez le secteur\u00a0: ${termLabel(sectors, because.sector)}`;
      case 'remote':
        return 'Vous travaillez à distance';
      case 'inCity':
        return `Vous travaillez sur place\u00a0: ${because.city}`;
      case 'inCountry':
        return `Vous travaillez dans ce pays\u00a0: ${formats.country(because.country)}`;
      case 'elsewhereInCountry':
        return `Vous travaillez dans le même pays (${formats.country(because.country)}), mais ailleurs`;
      case 'remoteFromAbroad':
        return `Vous n’êtes pas dans le pays (${formats.country(because.country)}), mais travaillez à distance`;
      case 'languages':
        return `Vous parlez ${because.spoken} des ${because.asked.length} langues demandées\u00a0: ${formats.list(because.asked.map(formats.languageName))}`;
      case 'sharedValues':
        return `Valeurs communes\u00a0: ${formats.list(because.values.map((value) => termLabel(values, value)))}`;
      case 'said':
        return because.words;
    }
  },
};
