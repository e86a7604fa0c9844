import { isAtLeast } from '@cobid/domain/actor.ts';
import type { AnswerLinkView, ResponseInput, ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { findMailToken, useMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import type { MailTokenRecord } from '@cobid/platform/mongo/models/mailToken.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import type { ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { fieldsOf, isSameAnswer } from '@cobid/platform/opportunities/giveAnswer.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { ensureAnswer, keepAnswer } from './answerOpportunity.ts';
import { opportunityViewOf } from './opportunityView.ts';
import { responseViewOf } from './responseView.ts';

/** What a mail's answer link speaks of, for whom. */
interface AnswerLink {
  token: MailTokenRecord;
  tender: TenderRecord;
  coop: CoopRecord;
  person: PersonRecord;
}

/** What the page behind an answer link shows. Looking changes nothing: scanners open every link. */
export async function showAnswerLink(token: string, now: Date): Promise<AnswerLinkView> {
  const link = await findLink(token, now);
  const { coop, person, tender } = link;
  return {
    opportunity: await opportunityViewOf(tender, coop, now),
    coop: { id: coop.id, slug: coop.slug, name: coop.name },
    personName: person.name,
    isUsed: link.token.usedAt !== null,
  };
}

/**
 * Answers by a link of a mail, without being signed in. A link works once: the same answer again gets the same
 * reply, another one is refused.
 */
export async function answerByMail(
  token: string,
  input: ResponseInput,
  { now, services }: { now: Date; services: Pick<Services, 'queues'> },
): Promise<ResponseView> {
  const { token: known, tender, coop, person } = await findLink(token, now);
  const before =
    known.usedAt === null ? null : await responses.findOne({ tenderId: tender.id, coopId: coop.id });
  if (before !== null) return replay(before, input);
  // Used up but nothing recorded: whoever used it stopped half-way, so it may be tried again.
  const answering = { tender, coopId: coop.id, personId: person.id, via: 'mail' } as const;
  const checked = await ensureAnswer(answering, input, now);
  const used = known.usedAt === null ? await useMailToken(known.tokenHash, 'opportunity', now) : known;
  if (used === null) throw refusal('link_used');
  return keepAnswer(answering, checked, { now, services });
}

async function replay(before: ResponseRecord, input: ResponseInput): Promise<ResponseView> {
  if (!isSameAnswer(before, fieldsOf(input))) throw refusal('link_used');
  return responseViewOf(before);
}

/** The link, as long as its person may still bind the co-op; one that is unknown or too old is 404. */
async function findLink(token: string, now: Date): Promise<AnswerLink> {
  const gone = refusal('link_used', { status: 404 });
  const found = await findMailToken(hashToken(token), 'opportunity', now);
  if (found === null || found.coopId === null || found.tenderId === null) throw gone;
  const [tender, coop, person, membership] = await Promise.all([
    tenders.findById(found.tenderId),
    findCoop(found.coopId),
    people.findById(found.personId),
    memberships.findOne({ personId: found.personId, organisationId: found.coopId }),
  ]);
  if (tender === null || coop === null || person === null || membership === null) throw gone;
  if (!isAtLeast(membership.role, 'bidder')) throw refusal('needs_bidder');
  return { token: found, tender, coop, person };
}
