import type { BidView } from '@cobid/domain/bid/schema.ts';
import type { PlanView, SuggestionsView } from '@cobid/domain/opportunity/schema.ts';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { http } from './http.ts';
import { problemOf } from './problem.ts';
import { queryClient } from './queryClient.ts';

/** The smallest consortia for a tender with the reader's co-op in the lead. */
export const suggestionsQuery = (tenderId: string) =>
  queryOptions({
    queryKey: ['opportunities', 'consortia', tenderId],
    queryFn: ({ signal }) => http.get<SuggestionsView>(`/tenders/${tenderId}/consortia`, {}, signal),
  });

/** What these co-ops and the reader's could do; the last plan stays in sight until the next is there. */
export const planQuery = (tenderId: string, memberIds: readonly string[]) =>
  queryOptions({
    queryKey: ['opportunities', 'plan', tenderId, memberIds.toSorted().join()],
    queryFn: ({ signal }) =>
      http.get<PlanView>(`/tenders/${tenderId}/consortia/plan`, { members: memberIds.join() }, signal),
    placeholderData: keepPreviousData,
  });

/** Who is asked to do what, as a suggestion says it; the lead's own part included. */
export interface SuggestedPart {
  coopId: string;
  parts: { requirementId: string; days: number }[];
}

/** An invitation that is sent as soon as there is a bid. */
export interface InvitationDraft {
  coopId: string;
  name: string;
  parts: { requirementId: string; days: number }[];
  shareMinor: number;
  message: string;
  replyBy: string;
}

/** The bid that was started, and whom it was not possible to invite, each with the reason. */
export interface StartedBid {
  bid: BidView;
  failed: { name: string; sentence: string }[];
}

/** Starts a bid and sends the invitations that were drafted; what can't be sent stays an open seat. */
export function useStartBid(tenderId: string) {
  return useMutation({
    mutationFn: async (start: {
      suggestion: SuggestedPart[];
      invitations?: InvitationDraft[];
    }): Promise<StartedBid> => {
      const { suggestion, invitations = [] } = start;
      const bid = await http.post<BidView>(
        `/tenders/${tenderId}/bids`,
        suggestion.length === 0 ? {} : { suggestion },
      );
      return { bid, failed: await inviteAll(bid, invitations) };
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['opportunities'] });
      void queryClient.invalidateQueries({ queryKey: ['bids'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    },
  });
}

/** One after another: each changes the bid that the next one is about. */
async function inviteAll(bid: BidView, drafts: readonly InvitationDraft[]): Promise<StartedBid['failed']> {
  const failed: StartedBid['failed'] = [];
  const seats = bid.seats.filter(({ state }) => state === 'open');
  for (const { name, ...terms } of drafts) {
    const at = seats.findIndex(({ parts }) => JSON.stringify(parts) === JSON.stringify(terms.parts));
    const [seat] = at === -1 ? [] : seats.splice(at, 1);
    if (seat === undefined) {
      failed.push({ name, sentence: 'The bid has no such seat.' });
      continue;
    }
    try {
      await http.post(`/bids/${bid.id}/seats/${seat.id}/invitations`, terms);
    } catch (error) {
      failed.push({ name, sentence: problemOf(error).sentence });
    }
  }
  return failed;
}
