import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { invitationQuery, markSeen } from '../../api/invitations.ts';
import { load, requirePerson } from '../../api/load.ts';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { InvitationBody } from './InvitationBody.tsx';
import { invitationStateText } from './invitationText.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(invitationQuery(params.invitationId ?? ''));
  return null;
}

/** An invitation to a seat, for either side. */
export function Component() {
  const invitationId = useParams().invitationId ?? '';
  const { data: invitation } = useSuspenseQuery(invitationQuery(invitationId));
  const { side, state, lead, coop, tender } = invitation;
  const isUnseen = side === 'coop' && state === 'sent';
  useEffect(() => {
    // Being seen is a courtesy to the lead; if it can't be told, nothing is lost.
    if (isUnseen) markSeen(invitationId).catch(() => undefined);
  }, [invitationId, isUnseen]);
  return (
    <Page
      title={side === 'coop' ? `${lead.name} offers you a seat` : `Invitation to ${coop.name}`}
      eyebrow={
        <>
          <StateBadge {...invitationStateText[state]} />
          <span>{tender.title}</span>
        </>
      }
    >
      <InvitationBody invitation={invitation} door={{ invitationId }} />
    </Page>
  );
}
