import { Button, Group, Stack } from '@mantine/core';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAnswerInvitation } from '../../api/invitations.ts';
import type { InvitationDoor } from '../../api/invitations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { TermsForm } from './TermsForm.tsx';

/** The lead takes a counter, answers with other terms, or takes the invitation back. */
export function LeadAnswer({ invitation, door }: { invitation: InvitationView; door: InvitationDoor }) {
  const [view, setView] = useState<'again' | 'revoke' | null>(null);
  const answer = useAnswerInvitation(door);
  const termsVersion = invitation.terms.at(-1)?.version ?? 1;
  const isCountered = invitation.state === 'countered';
  const isLive = isCountered || invitation.state === 'sent' || invitation.state === 'seen';
  const toRoom = (
    <Button variant="default" component={Link} to={paths.bid(invitation.bidId)}>
      Open the bid room
    </Button>
  );
  if (!isLive) return <Section title="Next">{toRoom}</Section>;
  return (
    <Section
      title={isCountered ? `${invitation.coop.name} proposes other terms` : 'Waiting for their answer'}
      isCard
    >
      {view === 'again' ? (
        <TermsForm
          invitation={invitation}
          action="Offer these terms"
          withReplyBy
          isPending={answer.isPending}
          error={answer.error}
          onCancel={() => setView(null)}
          onSend={(terms, replyBy) =>
            answer.mutate(
              { act: 'offer-again', termsVersion, replyBy, ...terms },
              { onSuccess: () => setView(null) },
            )
          }
        />
      ) : (
        <Stack>
          <ProblemAlert error={view === null ? answer.error : null} />
          <Group>
            {isCountered && (
              <>
                <Button
                  loading={answer.isPending && view === null}
                  onClick={() => answer.mutate({ act: 'take-counter', termsVersion })}
                >
                  Take their terms
                </Button>
                <Button variant="default" onClick={() => setView('again')}>
                  Offer other terms
                </Button>
              </>
            )}
            {toRoom}
            <Button variant="subtle" color="red.9" onClick={() => setView('revoke')}>
              Take the invitation back
            </Button>
          </Group>
        </Stack>
      )}
      <ConfirmDialog
        isOpen={view === 'revoke'}
        onClose={() => setView(null)}
        title="Take this invitation back?"
        action="Take it back"
        tone="danger"
        isPending={answer.isPending}
        error={answer.error}
        onConfirm={() => answer.mutate({ act: 'revoke', termsVersion }, { onSuccess: () => setView(null) })}
      >
        {invitation.coop.name} is told by mail, and the seat opens again.
      </ConfirmDialog>
    </Section>
  );
}
