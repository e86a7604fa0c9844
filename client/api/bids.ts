import type {
  BidCard,
  BidView,
  DisputePath,
  FrozenView,
  JoiningReason,
  OpenedBidView,
  SeatCandidates,
  SeatPart,
  Section,
} from '@cobid/domain/bid/schema.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { problemOf } from './problem.ts';
import { queryClient } from './queryClient.ts';
import { tenderQuery } from './tenders.ts';

/** How often an open bid room looks for what the others did. */
const LIVE_MS = 8000;

export const bidsQuery = queryOptions({
  queryKey: ['bids', 'list'],
  queryFn: ({ signal }) => http.get<{ items: BidCard[] }>('/bids', {}, signal),
});

export const bidQuery = (bidId: string) =>
  queryOptions({
    queryKey: ['bids', 'one', bidId],
    queryFn: ({ signal }) => http.get<BidView>(`/bids/${bidId}`, {}, signal),
    refetchInterval: LIVE_MS,
  });

export const revisionQuery = (bidId: string, number: number, hash: string) =>
  queryOptions({
    queryKey: ['bids', 'revision', bidId, number, hash],
    queryFn: ({ signal }) => http.get<FrozenView>(`/bids/${bidId}/revisions/${number}`, {}, signal),
  });

/** Who could take a seat: how well they fit, what they cover, and the days they have. */
export type Candidate = SeatCandidates['items'][number];

export const candidatesQuery = (bidId: string, seatId: string) =>
  queryOptions({
    queryKey: ['bids', 'candidates', bidId, seatId],
    queryFn: ({ signal }) =>
      http.get<SeatCandidates>(`/bids/${bidId}/seats/${seatId}/candidates`, {}, signal),
  });

/** Takes over a bid that a write answered with. */
export function keepBid(bid: BidView) {
  queryClient.setQueryData(bidQuery(bid.id).queryKey, bid);
  void queryClient.invalidateQueries({ queryKey: ['bids', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}

/** A write to the bid room; when somebody was quicker, the room is read again so that one sees what changed. */
function useBidWrite<Input>(bidId: string, write: (input: Input) => Promise<BidView>) {
  return useMutation({
    mutationFn: write,
    onSuccess: keepBid,
    onError: (error) => {
      if (problemOf(error).status === 409) void queryClient.invalidateQueries(bidQuery(bidId));
    },
  });
}

export interface SeatTerms {
  version: number;
  parts: SeatPart[];
  contribution: string;
}

export const useAddSeat = (bidId: string) =>
  useBidWrite(bidId, (input: SeatTerms) => http.post<BidView>(`/bids/${bidId}/seats`, input));

export const useChangeSeat = (bidId: string, seatId: string) =>
  useBidWrite(
    bidId,
    (input: { version: number; parts?: SeatPart[]; contribution?: string; showsPrice?: boolean }) =>
      http.patch<BidView>(`/bids/${bidId}/seats/${seatId}`, input),
  );

/** Makes one open seat into several: the first keeps the seat, each other gets one of its own. */
export const useSplitSeat = (bidId: string, seatId: string) =>
  useBidWrite(bidId, async ({ version, split }: { version: number; split: readonly SeatPart[][] }) => {
    const [first = [], ...others] = split;
    let bid = await http.patch<BidView>(`/bids/${bidId}/seats/${seatId}`, { version, parts: first });
    for (const parts of others) {
      bid = await http.post<BidView>(`/bids/${bidId}/seats`, {
        version: bid.version,
        parts,
        contribution: '',
      });
    }
    return bid;
  });

export const useRemoveSeat = (bidId: string, seatId: string) =>
  useBidWrite(bidId, (version: number) =>
    http.delete<BidView>(`/bids/${bidId}/seats/${seatId}`, { version }),
  );

/** Takes a seat back from the co-op that holds it; it is told, and the seat is open again. */
export const useReopenSeat = (bidId: string, seatId: string) =>
  useBidWrite(bidId, (version: number) =>
    http.post<BidView>(`/bids/${bidId}/seats/${seatId}/reopen`, { version }),
  );

export const useSetShares = (bidId: string) =>
  useBidWrite(
    bidId,
    (input: { version: number; totalMinor: number; shares: { seatId: string; shareMinor: number }[] }) =>
      http.put<BidView>(`/bids/${bidId}/shares`, input),
  );

export const useFreeze = (bidId: string) =>
  useBidWrite(bidId, (version: number) => http.post<BidView>(`/bids/${bidId}/freeze`, { version }));

export const useSign = (bidId: string) =>
  useBidWrite(bidId, (input: { revision: number; hash: string }) =>
    http.post<BidView>(`/bids/${bidId}/sign`, input),
  );

export const useSubmit = (bidId: string) =>
  useBidWrite(bidId, (revision: number) => http.post<BidView>(`/bids/${bidId}/submit`, { revision }));

export const useWithdrawBid = (bidId: string) =>
  useBidWrite(bidId, (version: number) => http.post<BidView>(`/bids/${bidId}/withdraw`, { version }));

/** Leaving ends one's own view of the room, so its reply is not kept. */
export function useLeaveBid(bidId: string) {
  return useMutation({
    mutationFn: (version: number) => http.post<unknown>(`/bids/${bidId}/leave`, { version }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: bidQuery(bidId).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['bids', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

/** The parts of a bid that its text editor saves. */
export interface OfferFields {
  sections: Section[];
  disputePath: DisputePath | null;
  joiningReasons: JoiningReason[];
}

/**
 * Saves text of the offer. A bid's version also counts what happens elsewhere in the room (a seat is accepted while
 * one writes); so a stale version is tried once more, unless the very fields were changed by somebody else.
 */
export async function saveOffer(
  bidId: string,
  version: number,
  fields: Partial<OfferFields>,
  base: OfferFields,
): Promise<BidView> {
  const send = (on: number) => http.patch<BidView>(`/bids/${bidId}`, { version: on, ...fields });
  try {
    const bid = await send(version);
    keepBid(bid);
    return bid;
  } catch (error) {
    if (problemOf(error).reason !== 'stale_version') throw error;
    const now = await http.get<BidView>(`/bids/${bidId}`);
    if (!isSame(fields, base, now)) throw error;
    const bid = await send(now.version);
    keepBid(bid);
    return bid;
  }
}

function isSame(fields: Partial<OfferFields>, base: OfferFields, now: BidView): boolean {
  const text = (offer: OfferFields) =>
    JSON.stringify([
      'sections' in fields && offer.sections,
      'disputePath' in fields && offer.disputePath,
      'joiningReasons' in fields && offer.joiningReasons,
    ]);
  return text(base) === text(now);
}

export const openedBidsQuery = (tenderId: string) =>
  queryOptions({
    queryKey: ['tenders', 'bids', tenderId],
    queryFn: ({ signal }) => http.get<{ items: OpenedBidView[] }>(`/tenders/${tenderId}/bids`, {}, signal),
  });

export function useAward(tenderId: string) {
  return useMutation({
    mutationFn: (input: {
      version: number;
      bidId: string;
      reason: string;
      others: { bidId: string; reason: string }[];
    }) => http.post<{ state: TenderState }>(`/tenders/${tenderId}/award`, input),
    onSettled: () => {
      void queryClient.invalidateQueries(tenderQuery(tenderId));
      void queryClient.invalidateQueries(openedBidsQuery(tenderId));
      void queryClient.invalidateQueries({ queryKey: ['tenders', 'mine'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}
