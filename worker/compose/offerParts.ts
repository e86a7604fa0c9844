import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import type { MissingPart, OpportunityLinks } from '../mail/kinds/opportunityParts.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';
import { requirementInMail } from './tenderInMail.ts';

/** More names than these nobody reads. */
const MOST_COMPLETERS = 3;

/** What a co-op can't cover of a tender, and who could. */
export function missingParts(
  { missing, completers }: Pick<MatchRecord, 'missing' | 'completers'>,
  { requirements }: TenderContent,
  nameOf: (coopId: string) => string,
): MissingPart[] {
  return requirements
    .filter(({ id }) => missing.includes(id))
    .map((requirement) => ({
      requirement: requirementInMail(requirement, requirement.days),
      isMust: requirement.priority === 'must',
      completers: completers
        .filter(({ requirementIds }) => requirementIds.includes(requirement.id))
        .slice(0, MOST_COMPLETERS)
        .map(({ coopId }) => nameOf(coopId)),
    }));
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
  unsubscribe: string,
  tools: ComposeTools,
): Omit<OpportunityLinks, 'answers' | 'replyTo'> {
  return {
    settings: pageUrl(tools, paths.mailSettings()),
    pause: `${pageUrl(tools, paths.mailSettings())}#pause`,
    unsubscribe: pageUrl(tools, paths.unsubscribe(unsubscribe)),
    oneClick: { url: pageUrl(tools, `/api/unsubscribe/${unsubscribe}`), token: unsubscribe },
  };
}
