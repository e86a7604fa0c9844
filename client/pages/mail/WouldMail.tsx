import { Text } from '@mantine/core';
import type { BidMailingAct, MailingAct, WouldMailView } from '@cobid/domain/mail/wouldMail.ts';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { bidWouldMailQuery, invitationWouldMailQuery, tenderWouldMailQuery } from '../../api/mail.ts';

/** Says how many people an act on a tender would mail, before it is done. */
export function TenderWouldMail({ tenderId, act }: { tenderId: string; act: MailingAct }) {
  return <Sentence query={useQuery(tenderWouldMailQuery(tenderId, act))} />;
}

/** The same for an act on a bid. */
export function BidWouldMail({ bidId, act }: { bidId: string; act: BidMailingAct }) {
  return <Sentence query={useQuery(bidWouldMailQuery(bidId, act))} />;
}

/** The same for an invitation of co-ops to seats. */
export function InvitationWouldMail({ coopIds }: { coopIds: readonly string[] }) {
  return <Sentence query={useQuery(invitationWouldMailQuery(coopIds))} />;
}

/** Where it can't be found out, the act is not held up by it. */
function Sentence({ query }: { query: UseQueryResult<WouldMailView> }) {
  if (query.isError) return null;
  return (
    <Text role="status" fw={600} component="p" m={0}>
      {query.data?.sentence ?? 'Counting whom this will mail …'}
    </Text>
  );
}
