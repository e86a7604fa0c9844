import { COVERING_STRENGTH } from '@cobid/domain/matching/requirementFit.ts';
import { certificates } from '@cobid/domain/vocabulary/certificates.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { Requirement, TenderContent } from '@cobid/domain/tender/schema.ts';
import { stopToken } from '@cobid/platform/mailLinks/stopLink.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { MissingPapers, MissingPart, OpportunityLinks } from '../mail/kinds/opportunityParts.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';
import { requirementInMail } from './tenderInMail.ts';

/** More names than these nobody reads. */
const MOST_COMPLETERS = 3;

/** What a co-op can't cover of a tender, and who could. */
export function missingParts(
  { missing, completers, requirements: fits }: Pick<MatchRecord, 'missing' | 'completers' | 'requirements'>,
  { requirements }: TenderContent,
  nameOf: (coopId: string) => string,
): MissingPart[] {
  return requirements
    .filter(({ id }) => missing.includes(id))
    .map((requirement) => ({
      requirement: requirementInMail(requirement, requirement.days),
      isMust: requirement.priority === 'must',
      papers: missingPapers(requirement, fits),
      completers: completers
        .filter(({ requirementIds }) => requirementIds.includes(requirement.id))
        .slice(0, MOST_COMPLETERS)
        .map(({ coopId }) => nameOf(coopId)),
    }));
}

/** The co-op has the skill, so that only the certificate or the language can be what is missing. */
function missingPapers(
  { id, certificate, language }: Requirement,
  fits: MatchRecord['requirements'],
): MissingPapers | null {
  const strength = fits.find(({ requirementId }) => requirementId === id)?.strength ?? 0;
  if (strength < COVERING_STRENGTH) return null;
  return {
    certificate: certificate === null ? null : termLabel(certificates, certificate),
    language,
  };
}

/** The five answers to one tender; each opens a page. */
export function answerLinks(token: string, tools: ComposeTools): Record<Answer, string> {
  const answer = (given: Answer) => pageUrl(tools, paths.answer(token, given));
  return {
    yes: answer('yes'),
    yes_if: answer('yes_if'),
    not_now: answer('not_now'),
    pass_to: answer('pass_to'),
    no: answer('no'),
  };
}

/** Where a reader changes what they get, takes a break, or stops mails about tenders. */
export function mailLinks(
  deliveryId: string,
  tools: ComposeTools,
): Omit<OpportunityLinks, 'answers' | 'replyTo'> {
  const unsubscribe = stopToken(tools.config.COBID_SECRET, deliveryId);
  return {
    settings: pageUrl(tools, paths.mailSettings()),
    pause: `${pageUrl(tools, paths.mailSettings())}#pause`,
    unsubscribe: pageUrl(tools, paths.unsubscribe(unsubscribe)),
    oneClick: { url: pageUrl(tools, `/api/unsubscribe/${unsubscribe}`), token: unsubscribe },
  };
}
