import type { NamedProject } from '@cobid/domain/matching/grounds.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import type { reasons as en } from '../en/reasons.ts';
import { general } from './general.ts';
import { sectors } from './sectors.ts';
import { values } from './values.ts';

const { formats } = general;
const relations = { narrower: 'parte de', broader: 'más amplia que', related: 'cercana a' };

function skill({ held, wanted, relation, level, lastUsed }: Extract<Reason, { is: 'skillHeld' }>): string {
  const related = relation === 'same' ? '' : ` (${relations[relation]} ${skillLabel(wanted)})`;
  const used = lastUsed === null ? '' : `, último uso en ${formats.month(lastUsed)}`;
  return `${skillLabel(held)}${related}: nivel ${level}${used}`;
}

function project({ title, year, isForClient }: NamedProject): string {
  return `«${title}» (${year}${isForClient === true ? ', para este mismo cliente' : ''})`;
}

export const reasons: typeof en = {
  reason: (because) => {
    switch (because.is) {
      case 'skillHeld':
        return skill(because);
      case 'project':
        return `Vuestro proyecto ${project(because)}`;
      case 'projects':
        return `Vuestros proyectos ${formats.list(because.projects.map(project))}`;
      case 'freeDays':
        return `Tenéis ${formats.count(because.free, 'día libre', 'días libres')} de ${formats.number(because.wanted)} que se piden`;
      case 'sectorKnown':
        return `Conocéis el sector: ${termLabel(sectors, because.sector)}`;
      case 'remote':
        return 'Trabajáis a distancia';
      case 'inCity':
        return `Trabajáis en ${because.city}`;
      case 'inCountry':
        return `Trabajáis en este país: ${formats.country(because.country)}`;
      case 'elsewhereInCountry':
        return `Trabajáis en el mismo país (${formats.country(because.country)}), en otro lugar`;
      case 'remoteFromAbroad':
        return `No estáis en el país (${formats.country(because.country)}), pero trabajáis a distancia`;
      case 'languages':
        return `Habláis ${because.spoken} de los ${because.asked.length} idiomas que se piden: ${formats.list(because.asked.map(formats.languageName))}`;
      case 'sharedValues':
        return `Valores en común: ${formats.list(because.values.map((value) => termLabel(values, value)))}`;
      case 'said':
        return because.words;
    }
  },
};
