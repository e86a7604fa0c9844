import { partnerParts } from '@cobid/domain/opportunity/partnerParts.ts';
import { reasonsOf } from '@cobid/domain/opportunity/matchInWords.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { PartnersInDigest } from '../../mail/kinds/digest.ts';
import { pageUrl } from '../composer.ts';
import type { ComposeTools } from '../composer.ts';
import { answerLinks } from '../offerParts.ts';
import { requirementInMail } from '../tenderInMail.ts';
import type { KnownCandidate } from './tenderCandidates.ts';

type Words = Pick<PartnersInDigest, 'tender' | 'coop' | 'replyTo'>;

/**
 * What a digest says of those who look for partners for a tender, in the eyes of one of the reader's co-ops. `token` is
 * the secret behind its answers; null where it has said yes already, and is shown the way to put a consortium together.
 */
export function partnersInMail(
  { tender, match, calls }: Pick<KnownCandidate, 'tender' | 'match' | 'calls'>,
  words: Words,
  token: string | null,
  nameIs: (coopId: string) => string,
  tools: ComposeTools,
): PartnersInDigest {
  const { requirements } = tender.content;
  const wanted = calls.map(({ coopId, missing }) => ({
    coopId,
    parts: partnerParts(requirements, missing, match.missing),
  }));
  const partIds = new Set(wanted.flatMap(({ parts }) => parts.map(({ id }) => id)));
  const consortium = pageUrl(tools, paths.consortium(tender.id));
  return {
    ...words,
    why: reasonsOf(
      match.terms.filter(({ requirementId }) => requirementId !== null && partIds.has(requirementId)),
    ),
    freeDays: match.freeDays,
    calls: wanted.map(({ coopId, parts }) => ({
      coop: nameIs(coopId),
      parts: parts.map((part) => requirementInMail(part, part.days)),
      url: `${consortium}?with=${coopId}`,
    })),
    answers: token === null ? null : answersTo(token, tools),
  };
}

function answersTo(token: string, tools: ComposeTools): NonNullable<PartnersInDigest['answers']> {
  const { not_now, no } = answerLinks(token, tools);
  return { yesWithPartners: pageUrl(tools, paths.answerWithPartners(token)), not_now, no };
}
