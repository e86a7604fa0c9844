import { seatDays } from '@cobid/domain/bid/members.ts';
import { termsWarnings } from '@cobid/domain/bid/warnings.ts';
import { invitationStateAt } from '@cobid/domain/invitation/lifecycle.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import type { InvitationView, Terms } from '@cobid/domain/invitation/schema.ts';
import { freeDaysFor } from '@cobid/domain/matching/freeDays.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { liveBidsOf } from '@cobid/platform/mongo/models/bid.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** The offer of a seat as one of its two sides sees it; nothing else of the bid is in it. */
export async function invitationViewOf(
  invitation: SeatInvitationRecord,
  tender: TenderRecord,
  side: 'lead' | 'coop',
  now: Date,
): Promise<InvitationView> {
  const { coopId, leadId } = invitation;
  const [refOf, own] = await Promise.all([
    organisationRefs([coopId, leadId]),
    side === 'coop' ? ownSide(invitation, tender, now) : { needsRivalDeclaration: false, warnings: [] },
  ]);
  const { content, deadline, createdAt } = tender;
  return {
    id: invitation.id,
    bidId: invitation.bidId,
    seatId: invitation.seatId,
    state: invitationStateAt(invitation, now),
    tender: {
      id: tender.id,
      title: content.title,
      summary: content.summary,
      deadline: (deadline ?? createdAt).toISOString(),
      zone: content.zone,
      currency: content.currency,
    },
    lead: refOf(leadId),
    coop: refOf(coopId),
    terms: invitation.terms.map((terms) => termsOf(terms, content)),
    replyBy: invitation.replyBy.toISOString(),
    declinedReason: invitation.declinedReason,
    side,
    ...own,
  };
}

/** What is for the invited co-op's eyes alone: its other bids, and what its own figures say to the terms. */
async function ownSide(
  invitation: SeatInvitationRecord,
  tender: TenderRecord,
  now: Date,
): Promise<Pick<InvitationView, 'needsRivalDeclaration' | 'warnings'>> {
  const [bids, coop] = await Promise.all([
    liveBidsOf(invitation.coopId, tender.id),
    findCoop(invitation.coopId),
  ]);
  const terms = latestTerms(invitation);
  const warnings =
    coop === null || terms === undefined
      ? []
      : termsWarnings(terms, tender.content.currency, {
          coopId: coop.id,
          dayRateFloor: coop.profile.dayRateFloor,
          freeDays: freeDaysFor(coop.profile, tender.content, now),
        });
  return { needsRivalDeclaration: bids.some((bid) => bid.id !== invitation.bidId), warnings };
}

function termsOf(terms: Terms, { requirements }: TenderContent): InvitationView['terms'][number] {
  return {
    version: terms.version,
    by: terms.by,
    parts: terms.parts.map(({ requirementId, days }) => {
      const requirement = requirements.find((each) => each.id === requirementId);
      const skill = requirement?.skill ?? '';
      return { requirementId, skill, label: skillLabel(skill), level: requirement?.level ?? 1, days };
    }),
    days: seatDays(terms),
    shareMinor: terms.shareMinor,
    message: terms.message,
    at: terms.at.toISOString(),
  };
}
