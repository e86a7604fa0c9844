import type { PastProject } from '../coop/schema.ts';
import type { TenderContent } from '../tender/schema.ts';
import { fold } from '../text.ts';
import { answersTo } from '../vocabulary/vocabulary.ts';
import type { MatchableTender } from './matchable.ts';
import { priorityWeight } from './weights.ts';
import { meaningfulWords } from './words.ts';

const SKILL_SHARE = 0.6;
const TEXT_SHARE = 0.4;
/** A cosine this high between two short texts already means the same kind of work. */
const SAME_WORK_COSINE = 0.3;

/** The words of a past project that its likeness to a tender is told by. */
export function wordsOfProject(project: Pick<PastProject, 'title' | 'text'>): Set<string> {
  return meaningfulWords(`${project.title} ${project.text}`);
}

/** The words of a tender that past projects are held against. */
export function wordsOfTender(content: TenderContent): Set<string> {
  return remembered(tenderWords, content, ({ title, summary, problem, outcome, users }) =>
    meaningfulWords(`${title} ${summary} ${problem} ${outcome} ${users}`),
  );
}

/** Likeness of two texts, 0 to 1, by how many words they share and how many each has. */
export function textLikenessOf(shared: number, told: number, wanted: number): number {
  if (told === 0 || wanted === 0) return 0;
  return Math.min(1, shared / Math.sqrt(told * wanted) / SAME_WORK_COSINE);
}

/** Less than this is chance: any two texts share a word. */
const LEAST_LIKENESS = 0.1;
const SECOND_VOTE = 0.5;
/** How much of what a similar project lacks in likeness it gains by having been done for the same client. */
const SAME_CLIENT = 0.2;

/** Likeness of a project to a tender, 0 to 1, by its skills and its text; 0 where it may be chance. */
export function likenessOf(bySkills: number, byText: number): number {
  const likeness = SKILL_SHARE * bySkills + TEXT_SHARE * byText;
  return likeness < LEAST_LIKENESS ? 0 : likeness;
}

/** The same for a project that was done for the tender's client: where the work is similar, it says more. */
export function likenessForClient(likeness: number): number {
  return likeness === 0 ? 0 : likeness + (1 - likeness) * SAME_CLIENT;
}

/** A client's name in a form that a slip of case, accents or points does not change; null where there is none. */
export function clientKey(name: string | null): string | null {
  const words = fold(name ?? '').match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.join(' ');
}

/**
 * The evidence of past projects, 0 to 1, from the likeness of the most similar one and of the next: the second adds
 * half of its likeness to what the first leaves open. Others add nothing, so that a long profile does not win by its
 * length; no project ever lowers it.
 */
export function evidenceOf(first: number, second: number): number {
  return first + (1 - first) * SECOND_VOTE * second;
}

const projectWords = new WeakMap<PastProject, Set<string>>();
const tenderWords = new WeakMap<TenderContent, Set<string>>();

function remembered<Key extends object>(
  memory: WeakMap<Key, Set<string>>,
  key: Key,
  wordsOf: (key: Key) => Set<string>,
): Set<string> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const words = wordsOf(key);
  memory.set(key, words);
  return words;
}

function textLikeness(project: PastProject, content: TenderContent): number {
  const told = remembered(projectWords, project, wordsOfProject);
  const wanted = wordsOfTender(content);
  let shared = 0;
  for (const word of told) if (wanted.has(word)) shared += 1;
  return textLikenessOf(shared, told.size, wanted.size);
}

function skillLikeness(project: PastProject, content: TenderContent): number {
  let sum = 0;
  let most = 0;
  for (const wanted of content.requirements) {
    const weight = priorityWeight[wanted.priority];
    const answers = answersTo(wanted.skill);
    let best = 0;
    for (const held of project.skills) best = Math.max(best, answers.get(held)?.value ?? 0);
    sum += weight * best;
    most += weight;
  }
  return most === 0 ? 0 : sum / most;
}

const known = new WeakMap<TenderContent, WeakMap<PastProject, number>>();

/**
 * How much a past project is like the work of a tender, 0 to 1, by its skills and its words. Remembered, since trying
 * out changes to a profile asks for the same projects many times.
 */
function likeness(project: PastProject, content: TenderContent): number {
  const ofTender = known.get(content) ?? new WeakMap<PastProject, number>();
  known.set(content, ofTender);
  const remembered = ofTender.get(project);
  if (remembered !== undefined) return remembered;
  const worked = workOut(project, content);
  ofTender.set(project, worked);
  return worked;
}

function workOut(project: PastProject, content: TenderContent): number {
  return likenessOf(skillLikeness(project, content), textLikeness(project, content));
}

/** How many projects count as evidence. */
const VOTES = 2;

/** A past project that is like a tender, and how much. */
export interface EvidentProject {
  project: PastProject;
  isForClient: boolean;
  likeness: number;
}

/** The past projects that are most like the tender, at most two, best first: each project stands for itself. */
export function evidentProjects(
  projects: readonly PastProject[],
  { content, clientName }: Pick<MatchableTender, 'content' | 'clientName'>,
): EvidentProject[] {
  const client = clientKey(clientName);
  return projects
    .map((project) => {
      const isForClient = client !== null && clientKey(project.client) === client;
      const byWork = likeness(project, content);
      return { project, isForClient, likeness: isForClient ? likenessForClient(byWork) : byWork };
    })
    .filter((candidate) => candidate.likeness > 0)
    .toSorted(
      (a, b) => b.likeness - a.likeness || b.project.year - a.project.year || byId(a.project, b.project),
    )
    .slice(0, VOTES);
}

function byId(a: PastProject, b: PastProject): number {
  return a.id < b.id ? -1 : 1;
}
