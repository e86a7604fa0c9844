import { changeableBidStates } from '@cobid/domain/bid/lifecycle.ts';
import { currentRevision, waitingFor } from '@cobid/domain/bid/frozen.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { toBid } from '@cobid/platform/mongo/models/bid.ts';
import { bidAwarded } from '../mail/kinds/bidAwarded.ts';
import { bidLapsed } from '../mail/kinds/bidLapsed.ts';
import { bidNotAwarded } from '../mail/kinds/bidNotAwarded.ts';
import { bidSubmitted } from '../mail/kinds/bidSubmitted.ts';
import { bidWithdrawn } from '../mail/kinds/bidWithdrawn.ts';
import { signatureWanted } from '../mail/kinds/signatureWanted.ts';
import { composed, moot } from './composer.ts';
import type { Composer } from './composer.ts';
import { bidFacts, memberNames, readBid } from './readBid.ts';
import { nameOf } from './readReader.ts';
import { whatWasMissing } from './whatWasMissing.ts';

export const composeSignatureWanted: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  const { bid, tender, readBy, organisations } = known;
  const revision = currentRevision(toBid(bid));
  const isMeant = revision !== null && isRevision(delivery.data, revision.number);
  if (!isMeant) return moot('newer revision');
  const isOver = !changeableBidStates.includes(bid.state) || tenderStateAt(tender, tools.now) !== 'open';
  if (isOver || bid.state === 'forming' || bid.state === 'drafting') return moot(`bid is ${bid.state}`);
  if (!waitingFor(revision).includes(readBy.organisationId)) return moot('signed');
  return composed(
    signatureWanted({
      ...bidFacts(known, tools),
      revision: revision.number,
      hash: revision.hash,
      signedBy: revision.signatures.map(({ coopId }) => nameOf(organisations, coopId, readBy.reader)),
    }),
  );
};

export const composeBidSubmitted: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  const { bid, organisations } = known;
  const { submission } = bid;
  if (submission === null) return moot('withdrawn');
  if (!isRevision(delivery.data, submission.revision)) return moot('newer revision');
  return composed(
    bidSubmitted({
      ...bidFacts(known, tools),
      members: memberNames(bid, organisations, known.readBy.reader),
      revision: submission.revision,
      hash: submission.hash,
      submittedAt: submission.at,
    }),
  );
};

export const composeBidWithdrawn: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  return known.bid.state === 'withdrawn'
    ? composed(bidWithdrawn(bidFacts(known, tools)))
    : moot(`bid is ${known.bid.state}`);
};

export const composeBidLapsed: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  if (known.bid.state !== 'lapsed') return moot(`bid is ${known.bid.state}`);
  return composed(bidLapsed({ ...bidFacts(known, tools), missing: await whatWasMissing(known, tools.now) }));
};

export const composeBidAwarded: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  const { bid, tender, organisations } = known;
  if (tender.award?.bidId !== bid.id) return moot('another bid was chosen');
  return composed(
    bidAwarded({
      ...bidFacts(known, tools),
      members: memberNames(bid, organisations, known.readBy.reader),
      reason: tender.award.reason,
    }),
  );
};

export const composeBidNotAwarded: Composer = async (delivery, tools) => {
  const known = await readBid(delivery);
  if ('moot' in known) return known;
  const { outcome } = known.bid;
  if (outcome === null) return moot('not decided');
  return composed(bidNotAwarded({ ...bidFacts(known, tools), reason: outcome.reason }));
};

/** Whether a mail about one revision, or about whichever is the latest, is about this one. */
function isRevision(data: Record<string, string>, number: number): boolean {
  return data['revision'] === undefined || data['revision'] === String(number);
}
