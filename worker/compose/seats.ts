import { seatDays } from '@cobid/domain/bid/members.ts';
import { invitationStateAt } from '@cobid/domain/invitation/lifecycle.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import type { Terms } from '@cobid/domain/invitation/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { counterAnswered } from '../mail/kinds/counterAnswered.ts';
import type { CounterAnswer } from '../mail/kinds/counterAnswered.ts';
import { seatAnswered } from '../mail/kinds/seatAnswered.ts';
import type { SeatAnswer } from '../mail/kinds/seatAnswered.ts';
import { seatOffered } from '../mail/kinds/seatOffered.ts';
import type { TermsInMail } from '../mail/kinds/seatTerms.ts';
import { composed, moot, pageUrl } from './composer.ts';
import type { ComposeTools, Composer } from './composer.ts';
import { ensureSeatOfferToken } from './ensureSeatOfferToken.ts';
import { nameOf, readersOrganisation, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { requirementInMail, tenderInMail } from './tenderInMail.ts';

/** A seat between a lead and a co-op, in the eyes of one of the two. */
interface KnownSeat {
  bidId: string;
  leadId: string;
  coopId: string;
  /** Null where somebody left a seat that it had not come to by invitation. */
  invitation: SeatInvitationRecord | null;
  tender: TenderRecord;
  readBy: ReadBy;
  /** Both co-ops, and the client. */
  organisations: Map<string, OrganisationRecord>;
}

async function readSeat(
  delivery: DeliveryRecord,
  readers: 'leadId' | 'coopId',
): Promise<KnownSeat | { moot: string }> {
  const { invitationId, bidId = '', coopId = '' } = delivery.refs;
  const invitation = invitationId === undefined ? null : await seatInvitations.findById(invitationId);
  const bid = invitation === null ? await bids.findById(bidId) : null;
  const sides = invitation ?? (bid === null ? null : { ...bid, bidId: bid.id, coopId });
  if (sides === null) return { moot: 'no such seat' };
  const tender = await tenders.findById(sides.tenderId);
  if (tender === null) return { moot: 'no such tender' };
  const [readBy, organisations] = await Promise.all([
    readReader(delivery, [sides[readers]]),
    readOrganisations([sides.leadId, sides.coopId, tender.clientId]),
  ]);
  if (readBy === null) return { moot: 'may not answer for the co-op any more' };
  const { leadId } = sides;
  return { bidId: sides.bidId, leadId, coopId: sides.coopId, invitation, tender, readBy, organisations };
}

export const composeSeatOffered: Composer = async (delivery, tools) => {
  const known = await readSeat(delivery, 'coopId');
  if ('moot' in known) return known;
  const offer = await openOffer(delivery, known, tools);
  if ('moot' in offer) return offer;
  const lead = nameOf(known.organisations, known.leadId, known.readBy.reader);
  return composed(seatOffered({ ...commonFacts(known, tools), lead, ...offer }));
};

export const composeSeatAnswered: Composer = async (delivery, tools) => {
  const known = await readSeat(delivery, 'leadId');
  if ('moot' in known) return known;
  const answer = seatAnswerOf(delivery, known);
  if (answer === null) return moot('overtaken');
  return composed(
    seatAnswered({
      ...commonFacts(known, tools),
      coop: nameOf(known.organisations, known.coopId, known.readBy.reader),
      answer,
      bidUrl: pageUrl(tools, paths.bid(known.bidId)),
    }),
  );
};

export const composeCounterAnswered: Composer = async (delivery, tools) => {
  const known = await readSeat(delivery, 'coopId');
  if ('moot' in known) return known;
  const answer = await counterAnswerOf(delivery, known, tools);
  if ('moot' in answer) return answer;
  return composed(
    counterAnswered({
      ...commonFacts(known, tools),
      lead: nameOf(known.organisations, known.leadId, known.readBy.reader),
      answer,
    }),
  );
};

function commonFacts({ tender, readBy, organisations }: KnownSeat, tools: ComposeTools) {
  return {
    reader: readBy.reader,
    organisation: readersOrganisation(organisations, readBy, tools),
    tender: tenderInMail(tender, nameOf(organisations, tender.clientId, readBy.reader), readBy.reader, tools),
  };
}

interface OpenOffer {
  terms: TermsInMail;
  replyBy: Date;
  /** Works for this reader without signing in. */
  link: string;
}

/** What is offered, if it waits for the co-op and is what this mail is about. */
async function openOffer(
  delivery: DeliveryRecord,
  { invitation, tender, readBy }: KnownSeat,
  tools: ComposeTools,
): Promise<OpenOffer | { moot: string }> {
  const terms = invitation === null ? undefined : latestTerms(invitation);
  if (invitation === null || terms === undefined) return { moot: 'nothing is offered' };
  const state = invitationStateAt(invitation, tools.now);
  if (state !== 'sent' && state !== 'seen') return { moot: `is ${state}` };
  if (delivery.data['termsVersion'] !== String(terms.version)) return { moot: 'newer terms' };
  const { id: invitationId, coopId, tenderId, replyBy } = invitation;
  const about = { personId: readBy.person.id, coopId, tenderId, invitationId, expiresAt: replyBy };
  const token = await ensureSeatOfferToken(delivery, about, tools);
  return {
    terms: termsInMail(terms, tender.content),
    replyBy,
    link: pageUrl(tools, paths.seatOffer(token)),
  };
}

/** Null when it has been overtaken: a counter that was answered or taken back needs no answer any more. */
function seatAnswerOf({ data }: DeliveryRecord, { invitation, tender }: KnownSeat): SeatAnswer | null {
  switch (data['outcome']) {
    case 'accepted':
    case 'expired':
    case 'left':
      return { outcome: data['outcome'] };
    case 'declined':
      return { outcome: 'declined', reason: invitation?.declinedReason ?? '' };
    case 'countered': {
      const terms = invitation?.state === 'countered' ? latestTerms(invitation) : undefined;
      return terms === undefined ? null : { outcome: 'countered', terms: termsInMail(terms, tender.content) };
    }
    default:
      return null;
  }
}

async function counterAnswerOf(
  delivery: DeliveryRecord,
  known: KnownSeat,
  tools: ComposeTools,
): Promise<CounterAnswer | { moot: string }> {
  switch (delivery.data['outcome']) {
    case 'taken':
      return { outcome: 'taken', bidUrl: pageUrl(tools, paths.bid(known.bidId)) };
    case 'revoked':
      // An offer that was never taken is taken back; a seat that was held is taken away.
      return { outcome: known.invitation?.state === 'revoked' ? 'revoked' : 'put_out' };
    case 'offered_again': {
      const offer = await openOffer(delivery, known, tools);
      return 'moot' in offer ? offer : { outcome: 'offered_again', ...offer };
    }
    default:
      return { moot: 'says nothing' };
  }
}

function termsInMail(terms: Terms, { requirements, currency }: TenderContent): TermsInMail {
  return {
    parts: terms.parts.map(({ requirementId, days }) => {
      const requirement = requirements.find(({ id }) => id === requirementId);
      return requirement === undefined ? { skill: '', level: 0, days } : requirementInMail(requirement, days);
    }),
    days: seatDays(terms),
    share: { minor: terms.shareMinor, currency },
    message: terms.message.trim(),
  };
}
