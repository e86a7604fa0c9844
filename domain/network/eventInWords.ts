import type { MatchTerm } from '../opportunity/schema.ts';
import { DEFAULT_LEARNING, learningModes } from './schema.ts';
import type { LearningMode, NetworkEvent } from './schema.ts';

/** The terms of the fit, as people call them. */
export const termNames: Readonly<Record<MatchTerm['key'], string>> = {
  skill: 'skills',
  evidence: 'past projects',
  capacity: 'free days',
  sector: 'sector',
  place: 'place',
  language: 'languages',
  values: 'values',
};

/** What is done with weights that were learnt, as people call it. */
export const learningNames: Readonly<Record<LearningMode, string>> = {
  off: 'off',
  propose: 'proposes, we decide',
  automatic: 'by itself',
};

/** What happened, in one sentence; `nameOf` names a person by id. */
export function eventInWords(
  { what, from, to }: Pick<NetworkEvent, 'what' | 'from' | 'to'>,
  nameOf: (personId: string) => string,
): string {
  switch (what) {
    case 'name':
      return `The name went from “${String(from)}” to “${String(to)}”.`;
    case 'lambda':
      return `The weight of being shown less went from ${String(from)} to ${String(to)}.`;
    case 'weights':
      return weightsInWords(recordOf(from), recordOf(to));
    case 'learning':
      return `Learning went from “${learningNames[modeOf(from)]}” to “${learningNames[modeOf(to)]}”.`;
    case 'coordinators':
      return coordinatorsInWords(listOf(from), listOf(to), nameOf);
  }
}

function weightsInWords(from: Record<string, unknown>, to: Record<string, unknown>): string {
  const changed = Object.entries(termNames).filter(([key]) => from[key] !== to[key]);
  const parts = changed.map(([key, name]) => `${name} from ${percent(from[key])} to ${percent(to[key])}`);
  return `Weights: ${parts.join(', ')}.`;
}

function coordinatorsInWords(from: string[], to: string[], nameOf: (personId: string) => string): string {
  const added = to.filter((each) => !from.includes(each)).map(nameOf);
  const removed = from.filter((each) => !to.includes(each)).map(nameOf);
  return [
    ...(added.length > 0 ? [`${added.join(', ')} became coordinator.`] : []),
    ...(removed.length > 0 ? [`${removed.join(', ')} is not coordinator any more.`] : []),
  ].join(' ');
}

function percent(weight: unknown): string {
  return typeof weight === 'number' ? `${Number((weight * 100).toFixed(1))} %` : 'nothing';
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function modeOf(value: unknown): LearningMode {
  return learningModes.find((mode) => mode === value) ?? DEFAULT_LEARNING;
}
