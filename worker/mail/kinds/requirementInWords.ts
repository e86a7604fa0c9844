import type { Language } from '@cobid/domain/language.ts';
import { wordsIn } from '../words/wordsIn.ts';

/** A requirement, or the part of it that somebody takes. */
export interface RequirementInMail {
  /** The skill's label; '' where the tender has it no longer. */
  skill: string;
  level: number;
  days: number;
}

/** "Accessibility audit, level 3, 10 days". */
export function requirementInWords({ skill, level, days }: RequirementInMail, language: Language): string {
  const { general } = wordsIn(language);
  return skill === '' ? general.days(days) : general.requirement(skill, level, days);
}
