import type { ChangeStep, ConsortiumChange } from './consortiumChange.ts';
import type { Gap } from './gaps.ts';

interface Names {
  /** Name of a co-op; null for the reader's own. */
  nameOf: (coopId: string) => string | null;
  labelOf: (requirementId: string) => string;
}

/** What would make a consortium possible, in one sentence that is true when applied. */
export function changeInWords({ steps, size }: ConsortiumChange, names: Names): string {
  const conditions = steps.map((step) => stepInWords(step, names));
  const group =
    size === 1 ? 'one co-op could do all the musts' : `${size} co-ops could do all the musts together`;
  return `If ${listed(conditions)}, ${group}.`;
}

function stepInWords(step: ChangeStep, { nameOf, labelOf }: Names): string {
  if (step.kind === 'size') return `a consortium may have ${step.size} members`;
  if (step.kind === 'newcomer') {
    const skills = listed(step.requirementIds.map(labelOf));
    return `another co-op that covers ${skills} joins with ${daysInWords(step.days)} free`;
  }
  const name = nameOf(step.coopId);
  const who = name ?? 'you';
  const says = (they: string, you: string) => `${who} ${name === null ? you : they}`;
  if (step.kind === 'days') {
    return `${says('keeps', 'keep')} ${step.days} more ${step.days === 1 ? 'day' : 'days'} free`;
  }
  const skill = labelOf(step.requirementId);
  const papers = step.needsPapers ? ', with the certificate or language that it asks for' : '';
  const sentences: Record<Gap['kind'], string> = {
    practice: `${says('uses', 'use')} ${skill} again${papers}`,
    level: `${says('reaches', 'reach')} level ${step.level} in ${skill}${papers}`,
    papers: `${says('gets', 'get')} the certificate or language that ${skill} asks for`,
    skill: `${says('comes', 'come')} to offer ${skill} at level ${step.level}${papers}`,
  };
  return sentences[step.kind];
}

function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
