import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { OrganisationInput } from '@cobid/domain/organisation/schema.ts';

/** A skill in short: slug, level 1–5, people, months since it was last used, confirmed references, evidence. */
export type ExampleSkill = readonly [
  skill: string,
  level: number,
  people: number,
  monthsAgo: number,
  references: number,
  evidence?: string,
];

interface ExampleProject {
  title: string;
  text: string;
  yearsAgo: number;
  client: string;
  skills: readonly string[];
  sector: string;
}

/** A made-up co-op as the files under coops/ describe it; `coopProfileOf` turns it into a profile at a moment. */
export interface ExampleCoop {
  name: string;
  country: string;
  city: string;
  legalForm: string;
  bases: OrganisationInput['bases'];
  about: string;
  /** First the steward, then up to two bidders, then members. */
  people: readonly string[];
  skills: readonly ExampleSkill[];
  projects: readonly ExampleProject[];
  sectors: readonly string[];
  languages: readonly string[];
  values: readonly string[];
  /** Free person-days of this month and the five after it. */
  freeDays: readonly number[];
  /** Day-rate floor in whole units of the co-op's currency. */
  floor: number | null;
  /** Smallest and largest value that it wants to hear of, in whole units of its currency. */
  bounds?: readonly [number | null, number | null];
  redLines?: readonly string[];
  /** Certificate and days until it expires; null for one that does not. */
  certificates?: readonly (readonly [string, number | null])[];
  /** Works only where it is, not from afar. */
  onSiteOnly?: true;
  /** How its people want to hear of tenders; once a week unless said otherwise. */
  mail?: Partial<MailSettings>;
  /** Days that a pause still lasts, or until it is ended by hand. */
  pausedForDays?: number | 'until told';
}
