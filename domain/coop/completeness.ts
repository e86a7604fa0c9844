import type { CoopProfile } from './schema.ts';

/** One step of a complete profile: what it is, whether it is done, and what it is good for. */
export interface CompletenessStep {
  key: string;
  label: string;
  isDone: boolean;
  why: string;
}

/** The steps of a complete profile, most useful first. The share done is shown; nothing depends on it. */
export function completeness(profile: CoopProfile, now: Date): CompletenessStep[] {
  const month = now.toISOString().slice(0, 7);
  return [
    {
      key: 'skills',
      label: 'Five skills with a level',
      isDone: profile.skills.length >= 5,
      why: 'Tenders are matched on skills first.',
    },
    {
      key: 'capacity',
      label: 'Free days for the coming months',
      isDone: profile.freeDays.some((entry) => entry.month >= month && entry.days > 0),
      why: 'A consortium is built from days that are really free.',
    },
    {
      key: 'lastUsed',
      label: 'When each skill was last used',
      isDone: profile.skills.length > 0 && profile.skills.every((held) => held.lastUsed !== null),
      why: 'Recent practice counts more than old.',
    },
    {
      key: 'projects',
      label: 'Two past projects',
      isDone: profile.projects.length >= 2,
      why: 'They are the evidence that a client reads.',
    },
    {
      key: 'languages',
      label: 'Working languages',
      isDone: profile.languages.length > 0,
      why: 'Many tenders ask for one.',
    },
    {
      key: 'sectors',
      label: 'Sectors you know',
      isDone: profile.sectors.length > 0,
      why: 'They add to the fit.',
    },
    {
      key: 'places',
      label: 'Where you work',
      isDone: profile.places.length > 0,
      why: 'Some work has to be done on site.',
    },
    {
      key: 'floor',
      label: 'Your own day-rate floor',
      isDone: profile.dayRateFloor !== null,
      why: 'Only you see it; we warn you when a bid goes below.',
    },
  ];
}
