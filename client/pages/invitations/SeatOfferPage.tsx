import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { invitationQuery, seatOfferQuery } from '../../api/invitations.ts';
import { load } from '../../api/load.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { InvitationBody } from './InvitationBody.tsx';
import { invitationStateText } from './invitationText.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(seatOfferQuery(params.token ?? ''));
  return null;
}

/** Behind the link of an invitation mail: works signed out; opening it changes nothing, the buttons answer. */
export function Component() {
  const token = useParams().token ?? '';
  const { data: offer } = useSuspenseQuery(seatOfferQuery(token));
  // An answer given here is kept as the invitation itself; it is never read by that door, which needs a sign-in.
  const answered = useQuery({ ...invitationQuery(offer.invitation.id), enabled: false });
  const invitation = answered.data ?? offer.invitation;
  const isOpen = invitation.state === 'sent' || invitation.state === 'seen';
  return (
    <Page
      title={`${invitation.lead.name} offers you a seat`}
      eyebrow={
        <>
          <StateBadge {...invitationStateText[invitation.state]} />
          <span>{invitation.tender.title}</span>
        </>
      }
      lead={`You answer as ${offer.personName}, for ${invitation.coop.name}.`}
    >
      {offer.isUsed && isOpen ? (
        <EmptyState
          title="This link has been used"
          action={
            <Button component={Link} to={paths.invitation(invitation.id)}>
              Sign in to answer
            </Button>
          }
        >
          The invitation is still open.
        </EmptyState>
      ) : (
        <InvitationBody invitation={invitation} door={{ token }} />
      )}
    </Page>
  );
}
