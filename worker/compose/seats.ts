import { seatDays } from '@cobid/domain/bid/members.ts';
import { formatMoney } from '@cobid/domain/money.ts';
import { invitationStateAt } from '@cobid/domain/invitation/lifecycle.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import type { Terms } from '@cobid/domain/invitation/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
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
import { ensureSeatOfferToken } from './mailTokens.ts';
import { nameOf, readersOrganisation, readOrganisations, readReader } from './readReader.ts';
import type { ReadBy } from './readReader.ts';
import { requirementInWords, tenderInMail } from './tenderInMail.ts';

interface KnownInvitation {
  invitation: SeatInvitationRecord;
  tender: TenderRecord;
  readBy: ReadBy;
  organisations: Map<string, OrganisationRecord>;
}

async function readInvitation(
  delivery: DeliveryRecord,
  readers: 'leadId' | 'coopId',
): Promise<KnownInvitation | { moot: string }> {
  const { invitationId } = delivery.refs;
  const invitation = invitationId === undefined ? null : await seatInvitations.findById(invitationId);
  if (invitation === null) return { moot: 'no such invitation' };
  const [tender, readBy, organisations] = await Promise.all([
    tenders.findById(invitation.tenderId),
    readReader(delivery, [invitation[readers]]),
    readOrganisations([invitation.leadId, invitation.coopId]),
  ]);
  if (tender === null) return { moot: 'no such tender' };
  if (readBy === null) return { moot: 'may not answer for the co-op any more' };
  const client = await readOrganisations([tender.clientId]);
  return { invitation, tender, readBy, organisations: new Map([...organisations, ...client]) };
}

export const composeSeatOffered: Composer = async (delivery, tools) => {
  const known = await readInvitation(delivery, 'coopId');
  if ('moot' in known) return known;
  const { invitation, tender, readBy, organisations } = known;
  const offer = openOffer(delivery, invitation, tools);
  if ('moot' in offer) return offer;
  return composed(
    seatOffered({
      ...commonFacts(known, tools),
      lead: nameOf(organisations, invitation.leadId),
      terms: termsInMail(offer, tender.content),
      replyBy: invitation.replyBy,
      link: await offerLink(delivery, invitation, readBy, tools),
    }),
  );
};

export const composeSeatAnswered: Composer = async (delivery, tools) => {
  const known = await readInvitation(delivery, 'leadId');
  if ('moot' in known) return known;
  const { invitation, tender, organisations } = known;
  const answer = seatAnswerOf(delivery, invitation, tender.content);
  if (answer === null) return moot('overtaken');
  return composed(
    seatAnswered({
      ...commonFacts(known, tools),
      coop: nameOf(organisations, invitation.coopId),
      answer,
      bidUrl: pageUrl(tools, paths.bid(invitation.bidId)),
    }),
  );
};

export const composeCounterAnswered: Composer = async (delivery, tools) => {
  const known = await readInvitation(delivery, 'coopId');
  if ('moot' in known) return known;
  const answer = await counterAnswerOf(delivery, known, tools);
  if ('moot' in answer) return answer;
  return composed(
    counterAnswered({
      ...commonFacts(known, tools),
      lead: nameOf(known.organisations, known.invitation.leadId),
      answer,
    }),
  );
};

function commonFacts({ tender, readBy, organisations }: KnownInvitation, tools: ComposeTools) {
  return {
    reader: readBy.reader,
    organisation: readersOrganisation(organisations, readBy.organisationId, tools),
    tender: tenderInMail(tender, nameOf(organisations, tender.clientId), tools),
  };
}

/** The terms on the table, if they wait for the co-op and are the ones that this mail is about. */
function openOffer(
  { data }: DeliveryRecord,
  invitation: SeatInvitationRecord,
  { now }: ComposeTools,
): Terms | { moot: string } {
  const state = invitationStateAt(invitation, now);
  const terms = latestTerms(invitation);
  if ((state !== 'sent' && state !== 'seen') || terms === undefined) return { moot: `is ${state}` };
  const isMeant = data['termsVersion'] === undefined || data['termsVersion'] === String(terms.version);
  return isMeant ? terms : { moot: 'newer terms' };
}

function seatAnswerOf(
  { data }: DeliveryRecord,
  invitation: SeatInvitationRecord,
  content: TenderContent,
): SeatAnswer | null {
  switch (data['outcome'] ?? invitation.state) {
    case 'accepted':
      return { outcome: 'accepted' };
    case 'declined':
      return { outcome: 'declined', reason: invitation.declinedReason ?? 'No reason was given.' };
    case 'countered': {
      const terms = latestTerms(invitation);
      // A counter that has been answered, or taken back, in the meantime needs no answer any more.
      if (terms?.by !== 'coop' || invitation.state !== 'countered') return null;
      return { outcome: 'countered', terms: termsInMail(terms, content) };
    }
    case 'expired':
      return { outcome: 'expired' };
    case 'left':
      return { outcome: 'left' };
    default:
      return null;
  }
}

async function counterAnswerOf(
  delivery: DeliveryRecord,
  { invitation, tender, readBy }: KnownInvitation,
  tools: ComposeTools,
): Promise<CounterAnswer | { moot: string }> {
  const { state } = invitation;
  const outcome = delivery.data['outcome'] ?? { accepted: 'taken', revoked: 'revoked' }[String(state)];
  if (outcome === 'taken') return { outcome: 'taken', bidUrl: pageUrl(tools, paths.bid(invitation.bidId)) };
  if (outcome === 'revoked') return { outcome: 'revoked' };
  const terms = openOffer(delivery, invitation, tools);
  if ('moot' in terms) return terms;
  return {
    outcome: 'offered_again',
    terms: termsInMail(terms, tender.content),
    replyBy: invitation.replyBy,
    link: await offerLink(delivery, invitation, readBy, tools),
  };
}

async function offerLink(
  delivery: DeliveryRecord,
  { id, coopId, tenderId, replyBy }: SeatInvitationRecord,
  { person }: ReadBy,
  tools: ComposeTools,
): Promise<string> {
  const about = { personId: person.id, coopId, tenderId, invitationId: id, expiresAt: replyBy };
  return pageUrl(tools, paths.seatOffer(await ensureSeatOfferToken(delivery, about, tools)));
}

function termsInMail(terms: Terms, { requirements, currency }: TenderContent): TermsInMail {
  return {
    parts: terms.parts.map(({ requirementId, days }) => {
      const requirement = requirements.find(({ id }) => id === requirementId);
      return requirement === undefined ? `${days} days` : requirementInWords(requirement, days);
    }),
    days: seatDays(terms),
    share: formatMoney(terms.shareMinor, currency),
    message: terms.message.trim(),
  };
}
