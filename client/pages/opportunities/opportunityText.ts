import type { Answer, MatchTerm, RequirementFit } from '@cobid/domain/opportunity/schema.ts';

/** The five answers as a person would say them. */
export const answerText: Record<Answer, { label: string; detail: string }> = {
  yes: {
    label: 'Yes, we want to do this',
    detail: 'You can look for partners and start a bid. It binds you to nothing yet.',
  },
  yes_if: { label: 'Yes, if …', detail: 'You would, under a condition that you name.' },
  not_now: { label: 'Not now', detail: 'A good fit at a bad time. Say from when you could.' },
  pass_to: { label: 'Pass it on', detail: 'You know a co-op that should see this.' },
  no: { label: 'No', detail: 'Tell us why, so that the next mail fits better.' },
};

export const answerDone: Record<Answer, string> = {
  yes: 'You said yes.',
  yes_if: 'You said yes, with a condition.',
  not_now: 'You said not now.',
  pass_to: 'You passed it on.',
  no: 'You said no.',
};

export const noReasonText = {
  skills: 'It does not fit our skills',
  capacity: 'We have no time',
  budget: 'The budget is too small or unclear',
  values: 'It does not fit our values',
  place: 'It is in the wrong place',
  dates: 'The dates do not work',
  other: 'Another reason',
} as const;

export const termText: Record<MatchTerm['key'], string> = {
  skill: 'Skills',
  evidence: 'Past projects',
  sector: 'Sector',
  capacity: 'Free days',
  place: 'Place',
  language: 'Languages',
  values: 'Shared values',
};

/** How well a requirement is covered, in two words. */
export function strengthText(fit: RequirementFit | undefined): string {
  if (fit === undefined || fit.strength === 0) return 'not held';
  if (!fit.isCovered) return fit.strength >= 0.5 ? 'almost' : 'partly';
  return fit.strength >= 0.85 ? 'strong' : 'covered';
}

/** A fit between 0 and 1 as a whole percentage. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
