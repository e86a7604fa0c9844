import type { PastProject } from '../../coop/schema.ts';
import type { Requirement, TenderContent } from '../../tender/schema.ts';
import { skillBySlug, skillLabel } from '../../vocabulary/vocabulary.ts';
import type { PastWork, WantedWork } from '../pastWork/pastWork.ts';

const DAY_MS = 86_400_000;
/** A long text says no more of its kind than its beginning does, and costs memory and time for each word. */
const MOST_CHARACTERS = 300;

/** A past work, and where its title and year stand for a reader: in the co-op's profile, or in a tender that was awarded. */
export interface KnownWork extends PastWork {
  title: string;
  year: number;
  /** Id within the co-op's profile; null for an awarded tender. */
  projectId: string | null;
}

/** A project of a co-op's profile. Only its year is known, so that it counts from the middle of it. */
export function workOfProject(coopId: string, project: PastProject): KnownWork {
  const { id: projectId, title, text, year, client, skills } = project;
  const id = `${coopId} ${projectId}`;
  return {
    id,
    text: textOf([title, ...skills.map(skillLabel), text]),
    client: clientOr(id, client),
    day: Math.floor(Date.UTC(year, 6, 1) / DAY_MS),
    coops: [coopId],
    title,
    year,
    projectId,
  };
}

/** A tender that co-ops won together, each for a part of it; from the award on that is public. */
export function workOfAward(awarded: {
  tenderId: string;
  content: TenderContent;
  clientName: string;
  at: Date;
  coopIds: readonly string[];
}): KnownWork {
  const { tenderId: id, content, clientName, at, coopIds } = awarded;
  const labels = content.requirements.map(({ skill }) => skillLabel(skill));
  return {
    id,
    text: textOf([content.title, ...labels, content.summary]),
    client: clientOr(id, clientName),
    day: Math.floor(at.getTime() / DAY_MS),
    coops: coopIds,
    title: content.title,
    year: at.getUTCFullYear(),
    projectId: null,
  };
}

/** What a requirement asks for, by all names of its skill, within the work that it is a part of. */
export function wantedFor(
  { skill, note }: Pick<Requirement, 'skill' | 'note'>,
  { title }: Pick<TenderContent, 'title'>,
  clientName: string,
): WantedWork {
  const names = [skillLabel(skill), ...(skillBySlug(skill)?.aliases ?? [])];
  return { text: textOf([...names, note, title]), client: clientName };
}

function textOf(parts: readonly string[]): string {
  return parts.join('. ').slice(0, MOST_CHARACTERS);
}

/** Works whose client nobody names are not all for the same one. */
function clientOr(id: string, client: string): string {
  return client === '' ? id : client;
}
