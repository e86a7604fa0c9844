import { z } from 'zod';
import type { Grounds } from '../matching/grounds.ts';
import { id, partId, slug } from '../ids.ts';
import { organisationRef } from '../organisation/schema.ts';
import { line } from '../text.ts';
import { day, instant } from '../time.ts';
import { tenderCard } from '../tender/schema.ts';
import { worthAskingView } from './worthAsking.ts';

export const answers = ['yes', 'yes_if', 'not_now', 'pass_to', 'no'] as const;
export type Answer = (typeof answers)[number];

export const noReasons = ['skills', 'capacity', 'budget', 'values', 'place', 'dates', 'other'] as const;

/** Whether the co-op lets others that fit the tender know that it looks for partners; nobody does without saying so. */
const seeksPartners = z.boolean().default(false);

/** A co-op's answer to an opportunity, as it arrives; fields that the answer has no use for are refused. */
export const responseInput = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('yes'), seeksPartners }),
  z.strictObject({
    answer: z.literal('yes_if'),
    condition: line(500).min(1, 'Say what would have to be true.'),
    seeksPartners,
  }),
  z.strictObject({ answer: z.literal('not_now'), until: day }),
  z.strictObject({ answer: z.literal('pass_to'), coopId: id, note: line(500).default('') }),
  z.strictObject({ answer: z.literal('no'), reason: z.enum(noReasons), note: line(500).default('') }),
]);
export type ResponseInput = z.infer<typeof responseInput>;

export const responseView = z.object({
  answer: z.enum(answers),
  condition: z.string().nullable(),
  until: z.string().nullable(),
  passedTo: organisationRef.nullable(),
  reason: z.string().nullable(),
  note: z.string(),
  seeksPartners: z.boolean(),
  at: instant,
  by: z.string(),
});
export type ResponseView = z.infer<typeof responseView>;

/** One additive term of the fit: the terms of a match sum exactly to its score. */
export const matchTerm = z.object({
  key: z.enum(['skill', 'evidence', 'sector', 'capacity', 'place', 'language', 'values']),
  requirementId: partId.nullable(),
  value: z.number(),
  /** The most that this term could have added. */
  most: z.number(),
  /** What it rests on, in words: "React, level 4, used 2026-08", "Project: Tram timetable (2025)". */
  evidence: z.string(),
});
export type MatchTerm = z.infer<typeof matchTerm>;

/** The same as it is computed and stored: what it rests on is data, so that it can be said in any language. */
export interface FitTerm extends Omit<MatchTerm, 'evidence'> {
  grounds: Grounds;
}

/** How well the co-op can do one requirement: s = sem · lvl · ev · rec (domain rules, section 4). */
export const requirementFit = z.object({
  requirementId: partId,
  strength: z.number(),
  heldSkill: slug.nullable(),
  sem: z.number(),
  lvl: z.number(),
  ev: z.number(),
  rec: z.number(),
  /** s ≥ 0.5, and any certificate or language that the requirement asks for is there. */
  isCovered: z.boolean(),
});
export type RequirementFit = z.infer<typeof requirementFit>;

/** "What would change it": a change to the profile, and the score after applying it. */
export const matchChange = z.object({
  kind: z.enum(['skill', 'level', 'recency', 'days', 'certificate']),
  requirementId: partId.nullable(),
  sentence: z.string(),
  scoreAfter: z.number(),
});
export type MatchChange = z.infer<typeof matchChange>;

export const ineligibilities = [
  'class_not_matched',
  'own_tender',
  'paused',
  'red_line',
  'value_too_low',
  'value_too_high',
  'certificate_missing',
  'deadline_passed',
  'language_missing',
] as const;
export const ineligibility = z.object({ code: z.enum(ineligibilities), sentence: z.string() });
export type Ineligibility = z.infer<typeof ineligibility>;

/** Who could do what this co-op can't. */
export const completer = z.object({ coop: organisationRef, requirementIds: z.array(partId) });

export const matchView = z.object({
  isEligible: z.boolean(),
  ineligibilities: z.array(ineligibility),
  score: z.number(),
  terms: z.array(matchTerm),
  requirements: z.array(requirementFit),
  missing: z.array(partId),
  changes: z.array(matchChange),
  completers: z.array(completer),
  freeDays: z.number(),
  algorithm: z.string(),
});
export type MatchView = z.infer<typeof matchView>;

/** Another co-op that looks for partners for the tender, and what of it the reader's co-op could do. */
export const partnerCallView = z.object({ coop: organisationRef, requirementIds: z.array(partId) });
export type PartnerCallView = z.infer<typeof partnerCallView>;

/** A tender in the eyes of one co-op. */
export const opportunityView = z.object({
  tender: tenderCard,
  requirements: z.array(
    z.object({
      id: partId,
      skill: z.string(),
      label: z.string(),
      priority: z.enum(['must', 'should']),
      level: z.int(),
      days: z.number(),
      /** "Hosting at level 4": what is missing beside a skill that is there. */
      lacks: z.string().nullable(),
    }),
  ),
  match: matchView,
  response: responseView.nullable(),
  /** Co-ops that let others know that they look for partners, those that the reader's co-op could help. */
  partnerCalls: z.array(partnerCallView),
  /** The bid of this co-op for the tender, as lead or member. */
  bidId: id.nullable(),
});
export type OpportunityView = z.infer<typeof opportunityView>;

export const opportunityCard = z.object({
  tender: tenderCard,
  score: z.number(),
  why: z.array(z.string()),
  missing: z.array(z.string()),
  response: z.enum(answers).nullable(),
  bidId: id.nullable(),
});
export type OpportunityCard = z.infer<typeof opportunityCard>;

/** What the page behind a mail's answer link shows. */
export const answerLinkView = z.object({
  opportunity: opportunityView,
  coop: organisationRef,
  personName: z.string(),
  isUsed: z.boolean(),
});
export type AnswerLinkView = z.infer<typeof answerLinkView>;

/** A suggested consortium: who does what; the fewest co-ops that cover the musts within their free days. */
export const suggestionView = z.object({
  members: z.array(
    z.object({
      coop: organisationRef,
      fit: z.number(),
      parts: z.array(z.object({ requirementId: partId, days: z.number() })),
      days: z.number(),
      freeDays: z.number(),
    }),
  ),
  size: z.int(),
  uncoveredMusts: z.array(partId),
  uncoveredShoulds: z.array(partId),
});
export type SuggestionView = z.infer<typeof suggestionView>;

/** A co-op that could be asked: what it covers is told by its public profile, its free days are not told here. */
const askable = z.object({ coop: organisationRef, fit: z.number(), covers: z.array(partId) });
export type Askable = z.infer<typeof askable>;

export const suggestionsView = z.object({
  suggestions: z.array(suggestionView),
  /** "proved smallest" or the honest alternative. */
  proof: z.enum(['proved_smallest', 'best_found', 'impossible']),
  lowerBound: z.int(),
  /** Whether every alternative of this size was looked at, the best of which are told. */
  isComplete: z.boolean(),
  /** Said when no consortium can do it: what is missing. */
  obstacles: z.array(z.object({ requirementId: partId, sentence: z.string() })),
  /** Who did work such as an obstacle needs, without listing the skill: hints by requirement, those with any. */
  worthAsking: z.array(
    z.object({ requirementId: partId, label: z.string(), coops: z.array(worthAskingView) }),
  ),
  /** What would make it possible, the cheapest first; each was tried and is true when applied. */
  changes: z.array(z.object({ sentence: z.string(), size: z.int(), isCheapest: z.boolean() })),
  /** Who could be asked beside those in the suggestions, best fit first. */
  others: z.array(askable),
});
export type SuggestionsView = z.infer<typeof suggestionsView>;

const planOption = z.object({ coop: organisationRef, fit: z.number(), missingDays: z.number() });
export type PlanOptionView = z.infer<typeof planOption>;

/** A consortium that the reader puts together: who does what, what is open, and what each next step would do. */
export const planView = z.object({
  members: z.array(
    z.object({
      coop: organisationRef,
      fit: z.number(),
      parts: z.array(z.object({ requirementId: partId, days: z.number() })),
      days: z.number(),
      freeDays: z.number(),
      /** Days of musts that would be open without it; 0: it can go. */
      neededDays: z.number(),
      swaps: z.array(planOption),
    }),
  ),
  coverage: z.array(
    z.object({
      requirementId: partId,
      coveredDays: z.number(),
      isCovered: z.boolean(),
      /** Whether anybody in it can do it at all. */
      isHeld: z.boolean(),
    }),
  ),
  missingDays: z.number(),
  additions: z.array(planOption),
});
export type PlanView = z.infer<typeof planView>;
