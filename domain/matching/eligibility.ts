import { isPausedAt } from '../coop/isPausedAt.ts';
import type { CoopProfile } from '../coop/schema.ts';
import type { Ineligibility } from '../opportunity/schema.ts';
import type { TenderContent } from '../tender/schema.ts';
import { formatDay } from '../formatTime.ts';
import { certificates } from '../vocabulary/certificates.ts';
import { languageLabel } from '../vocabulary/humanLanguages.ts';
import { redLines, redLinesHit } from '../vocabulary/redLines.ts';
import { termLabel } from '../vocabulary/terms.ts';
import { holdsLive } from './certificates.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';

/** Why a co-op is not matched to a tender, in words to itself; empty when it is eligible (domain rules, section 4). */
export function eligibility(
  coop: MatchableCoop,
  tender: Omit<MatchableTender, 'clientName'>,
  now: Date,
): Ineligibility[] {
  const { profile } = coop;
  const { content } = tender;
  const reasons = [
    coop.isCoop ? undefined : because('class_not_matched', 'Only co-ops are matched to tenders.'),
    tender.clientId === coop.id
      ? because('own_tender', 'Your organisation posted this tender, so it cannot bid on it.')
      : undefined,
    deadlinePassed(content, now),
    paused(profile, now),
    redLine(profile, content),
    ...value(profile, content),
    certificateMissing(profile, content, now),
    languageMissing(profile, content),
  ];
  return reasons.filter((reason) => reason !== undefined);
}

function because(code: Ineligibility['code'], sentence: string): Ineligibility {
  return { code, sentence };
}

function deadlinePassed(content: TenderContent, now: Date): Ineligibility | undefined {
  return content.deadline !== null && now >= new Date(content.deadline)
    ? because('deadline_passed', 'The deadline for bids has passed.')
    : undefined;
}

function paused(profile: CoopProfile, now: Date): Ineligibility | undefined {
  if (!isPausedAt(profile, now)) return undefined;
  const until = profile.pausedUntil === null ? '' : ` until ${formatDay(profile.pausedUntil)}`;
  return because('paused', `You have paused opportunities${until}.`);
}

function redLine(profile: CoopProfile, content: TenderContent): Ineligibility | undefined {
  const told = content.touches.filter((touch) => profile.redLines.includes(touch));
  const crossed = new Set([
    ...told,
    ...redLinesHit(profile.redLines, content.sector).map((line) => line.slug),
  ]);
  const names = [...crossed].map((slug) => termLabel(redLines, slug));
  return names.length > 0
    ? because('red_line', `It touches what you refuse to work on: ${names.join(', ')}.`)
    : undefined;
}

/** Bounds only speak where both sides name a value in the same currency: no exchange rate is guessed. */
function value(profile: CoopProfile, content: TenderContent): (Ineligibility | undefined)[] {
  const { valueBounds } = profile;
  const { budget } = content;
  if (valueBounds === null || budget?.kind !== 'band' || valueBounds.currency !== content.currency) return [];
  const { minMinor, maxMinor } = valueBounds;
  return [
    minMinor !== null && budget.maxMinor < minMinor
      ? because('value_too_low', 'Its budget ends below the smallest value that you want to hear of.')
      : undefined,
    maxMinor !== null && budget.minMinor > maxMinor
      ? because('value_too_high', 'Its budget starts above the largest value that you want to hear of.')
      : undefined,
  ];
}

/** A certificate excludes only when it leaves nothing to do: a partner may hold the one that a single part needs. */
function certificateMissing(
  profile: CoopProfile,
  content: TenderContent,
  now: Date,
): Ineligibility | undefined {
  const missing = content.requirements.map((wanted) =>
    wanted.certificate === null || holdsLive(profile, wanted.certificate, now)
      ? undefined
      : wanted.certificate,
  );
  const names = [...new Set(missing.filter((name) => name !== undefined))];
  return missing.length > 0 && missing.every((name) => name !== undefined)
    ? because(
        'certificate_missing',
        `Each part asks for a live certificate that you do not hold: ${names.map((slug) => termLabel(certificates, slug)).join(', ')}.`,
      )
    : undefined;
}

/** A co-op that has not said which languages it works in is not excluded: unknown is not "no". */
function languageMissing(profile: CoopProfile, content: TenderContent): Ineligibility | undefined {
  const isAsked = content.languages.length > 0 && profile.languages.length > 0;
  return isAsked && !content.languages.some((language) => profile.languages.includes(language))
    ? because(
        'language_missing',
        `None of your working languages is among those of the tender: ${content.languages.map(languageLabel).join(', ')}.`,
      )
    : undefined;
}
