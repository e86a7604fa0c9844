import { isAtLeast } from '@cobid/domain/actor.ts';
import type { AnswerLinkView, ResponseInput, ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { findAnswerLink, useAnswerLink } from '@cobid/platform/mailLinks/answerLink.ts';
import type { AnswerLink } from '@cobid/platform/mailLinks/answerLink.ts';
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
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { ensureAnswer, keepAnswer } from './answerOpportunity.ts';
import { opportunityViewOf } from './opportunityView.ts';
import { responseViewOf } from './responseView.ts';

/** What a mail's answer link speaks of, for whom. */
interface KnownLink {
  link: AnswerLink;
  tender: TenderRecord;
  coop: CoopRecord;
  person: PersonRecord;
}

/** What the page behind an answer link shows. Looking changes nothing: scanners open every link. */
export async function showAnswerLink(
  token: string,
  call: { now: Date; services: Pick<Services, 'config'> },
): Promise<AnswerLinkView> {
  const { link, coop, person, tender } = await findLink(token, call);
  return {
    opportunity: await opportunityViewOf(tender, coop, call.now),
    coop: { id: coop.id, slug: coop.slug, name: coop.name },
    personName: person.name,
    isUsed: link.usedAt !== null,
  };
}

/**
 * Answers by a link of a mail, without being signed in. A link works once: the same answer again gets the same
 * reply, another one is refused.
 */
export async function answerByMail(
  token: string,
  input: ResponseInput,
  call: { now: Date; services: Pick<Services, 'config' | 'queues'> },
): Promise<ResponseView> {
  const { now } = call;
  const { link, tender, coop, person } = await findLink(token, call);
  const before =
    link.usedAt === null ? null : await responses.findOne({ tenderId: tender.id, coopId: coop.id });
  if (before !== null) return replay(before, input);
  // Used up but nothing recorded: whoever used it stopped half-way, so it may be tried again.
  const answering = { tender, coopId: coop.id, personId: person.id, via: 'mail' } as const;
  const checked = await ensureAnswer(answering, input, now);
  if (link.usedAt === null && !(await useAnswerLink(link, now))) throw refusal('link_used');
  return keepAnswer(answering, checked, call);
}

async function replay(before: ResponseRecord, input: ResponseInput): Promise<ResponseView> {
  if (!isSameAnswer(before, fieldsOf(input))) throw refusal('link_used');
  return responseViewOf(before);
}

/** The link, as long as its person may still bind the co-op; one that is unknown or too old is 404. */
async function findLink(
  token: string,
  { now, services }: { now: Date; services: Pick<Services, 'config'> },
): Promise<KnownLink> {
  const gone = refusal('link_used', { status: 404 });
  const found = await findAnswerLink(token, services.config.COBID_SECRET, now);
  if (found === null) throw gone;
  const [tender, coop, person, membership] = await Promise.all([
    tenders.findById(found.tenderId),
    findCoop(found.coopId),
    people.findById(found.personId),
    memberships.findOne({ personId: found.personId, organisationId: found.coopId }),
  ]);
  if (tender === null || coop === null || person === null || membership === null) throw gone;
  if (tender.deadline !== null && tender.deadline <= now) throw gone;
  if (!isAtLeast(membership.role, 'bidder')) throw refusal('needs_bidder');
  return { link: found, tender, coop, person };
}
