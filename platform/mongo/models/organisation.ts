import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { collection } from '../collection.ts';
import type { Change } from '../collection.ts';
import { after, from, oneOf } from '../filter.ts';
import { searchWordsOf } from '../searchWords.ts';
import { anyText, flag, mark, moment, number, text, textList, time, wholeOrNull } from '../types.ts';

/** A co-op, a client, or both. The skill profile is part of it and has a version of its own. */
export interface OrganisationRecord {
  id: string;
  slug: string;
  name: string;
  /** The name folded for sorting and search. */
  nameFolded: string;
  isCoop: boolean;
  isClient: boolean;
  country: string;
  city: string;
  website: string;
  about: string;
  legalForm: string;
  bases: string[];
  identifier: { scheme: string; id: string } | null;
  /** Folded words of name, city, labels of skills and about, for the directory's search. */
  searchWords: string[];
  version: number;
  profile: CoopProfile | null;
  profileVersion: number;
  /** When the profile last changed (see `profileChanged`); absent while it is as it was made before this was kept. */
  profileChangedAt?: Date;
  /** True while the profile as it is now has not been matched to the open tenders; absent otherwise. */
  needsMatching?: true;
  /** Tender and skill of each reference that was verified, so that none counts twice; absent before the first. */
  references?: string[];
  createdAt: Date;
  createdBy: string;
}

export const organisations = collection<OrganisationRecord>(
  'organisations',
  {
    slug: text,
    name: text,
    nameFolded: text,
    isCoop: flag,
    isClient: flag,
    country: text,
    city: anyText,
    website: anyText,
    about: anyText,
    legalForm: anyText,
    bases: textList,
    identifier: wholeOrNull,
    searchWords: textList,
    version: number,
    profile: wholeOrNull,
    profileVersion: number,
    profileChangedAt: time,
    needsMatching: mark,
    references: textList,
    createdAt: moment,
    createdBy: text,
  },
  [
    { keys: { slug: 1 }, unique: true },
    { keys: { isCoop: 1, nameFolded: 1 } },
    { keys: { isCoop: 1, searchWords: 1 } },
    { keys: { 'profile.skills.skill': 1 }, partial: { isCoop: true } },
    { keys: { needsMatching: 1 }, partial: { needsMatching: true } },
    { keys: { profileChangedAt: 1 }, partial: { isCoop: true } },
  ],
);

/** What the directory's search looks through: name, place, text and, for co-ops, the labels of their skills. */
export function organisationWords(
  organisation: Pick<OrganisationRecord, 'name' | 'city' | 'about'>,
  skillLabels: readonly string[],
): string[] {
  const { name, city, about } = organisation;
  return searchWordsOf([name, city, ...skillLabels, about]);
}

/** A co-op with the profile that matching reads. */
export interface CoopRecord extends OrganisationRecord {
  profile: CoopProfile;
}

function isCoopRecord(organisation: OrganisationRecord): organisation is CoopRecord {
  return organisation.isCoop && organisation.profile !== null;
}

/**
 * What goes into every change of a profile, whoever makes it: it has to be matched to the open tenders, and the
 * workers' indexes find it by its time and version.
 */
export function profileChanged(now: Date) {
  return {
    set: { needsMatching: true, profileChangedAt: now },
    inc: { profileVersion: 1 },
  } as const satisfies Change<OrganisationRecord>;
}

const LARGE = ['profile', 'searchWords', 'about'] as const;

/** All co-ops in the order of ids, for the versions of their profiles; `afterId` is the last id of the batch before. */
export function profileVersions(batch: { afterId: string; limit: number }): Promise<OrganisationRecord[]> {
  return organisations.find(
    { isCoop: true, id: after(batch.afterId) },
    { sort: { id: 1 }, limit: batch.limit, without: LARGE },
  );
}

/** Co-ops whose profile changed at this moment or later. */
export function profilesChangedSince(since: Date): Promise<OrganisationRecord[]> {
  return organisations.find({ isCoop: true, profileChangedAt: from(since) }, { without: LARGE });
}

/** How many co-ops changed their profile at this moment or later. */
export function countProfilesChangedSince(since: Date): Promise<number> {
  return organisations.count({ isCoop: true, profileChangedAt: from(since) });
}

/** All co-ops with their profiles in the order of ids; `afterId` is the last id of the batch before. */
export function coopsWithProjects(batch: { afterId: string; limit: number }): Promise<OrganisationRecord[]> {
  return organisations.find(
    { isCoop: true, id: after(batch.afterId) },
    {
      sort: { id: 1 },
      limit: batch.limit,
      without: ['searchWords', 'about', 'profile.skills', 'profile.freeDays'],
    },
  );
}

export function countCoops(): Promise<number> {
  return organisations.count({ isCoop: true });
}

/** Those of these co-ops that are there, with their profiles, for matching. */
export async function coopsByIds(ids: readonly string[]): Promise<CoopRecord[]> {
  const found = await organisations.find(
    { id: oneOf(ids), isCoop: true },
    { without: ['searchWords', 'about'] },
  );
  return found.filter(isCoopRecord);
}

/** Those of these co-ops that are there, without their profiles: who they are, for naming and counting them. */
export function coopsForReport(ids: readonly string[]): Promise<OrganisationRecord[]> {
  return organisations.find({ id: oneOf(ids), isCoop: true }, { without: LARGE });
}

/** Some co-ops with what matching reads of them; which ones is nobody's choice. */
export async function someCoops(limit: number): Promise<CoopRecord[]> {
  const found = await organisations.find({ isCoop: true }, { limit, without: ['searchWords', 'about'] });
  return found.filter(isCoopRecord);
}

export async function findCoop(id: string): Promise<CoopRecord | null> {
  const found = await organisations.findOne({ id, isCoop: true });
  return found !== null && isCoopRecord(found) ? found : null;
}

export async function findCoopBySlug(slug: string): Promise<CoopRecord | null> {
  const found = await organisations.findOne({ slug, isCoop: true });
  return found !== null && isCoopRecord(found) ? found : null;
}

/** Co-ops whose profile changed and was not matched to the open tenders since. */
export function coopsToMatch(limit: number): Promise<OrganisationRecord[]> {
  return organisations.find({ needsMatching: true }, { limit, without: ['profile', 'searchWords', 'about'] });
}

/** Has the sweep match every co-op to the open tenders again, since what fits is told otherwise from now on. */
export async function wantAllMatched(): Promise<void> {
  await organisations.changeMany({ isCoop: true }, { set: { needsMatching: true } });
}

/** Records that a co-op was matched with the profile of this version; a newer need stays. */
export async function markCoopMatched(id: string, profileVersion: number): Promise<void> {
  await organisations.change({ id, profileVersion, needsMatching: true }, { unset: ['needsMatching'] });
}

/** Organisations by id, for naming them in views. */
export async function organisationsById(ids: readonly string[]): Promise<Map<string, OrganisationRecord>> {
  const found = await organisations.findByIds(ids);
  return new Map(found.map((organisation) => [organisation.id, organisation]));
}
