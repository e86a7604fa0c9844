import { Button, Checkbox, Group, Stack } from '@mantine/core';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAnswerInvitation } from '../../api/invitations.ts';
import type { InvitationDoor } from '../../api/invitations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { TermsForm } from './TermsForm.tsx';

/** The invited co-op accepts, declines with a reason, or proposes other terms. */
export function CoopAnswer({ invitation, door }: { invitation: InvitationView; door: InvitationDoor }) {
  const [view, setView] = useState<'counter' | 'decline' | null>(null);
  const [declaresRival, setDeclares] = useState(false);
  const answer = useAnswerInvitation(door);
  const termsVersion = invitation.terms.at(-1)?.version ?? 1;

  if (invitation.state === 'accepted') {
    return (
      <EmptyState
        title="Your co-op has this seat"
        action={
          <Button component={Link} to={paths.bid(invitation.bidId)}>
            Open the bid room
          </Button>
        }
      >
        You are bound to nothing until you sign the frozen offer.
      </EmptyState>
    );
  }
  if (invitation.state === 'countered') {
    return (
      <EmptyState title="Your terms are with the lead">
        {invitation.lead.name} takes them, answers with others, or says no. You will get a mail.
      </EmptyState>
    );
  }
  if (invitation.state !== 'sent' && invitation.state !== 'seen') {
    return <EmptyState title="This invitation is over">Nothing more can be answered here.</EmptyState>;
  }
  return (
    <Section title="Your answer" isCard>
      {view === 'counter' ? (
        <TermsForm
          invitation={invitation}
          action="Propose these terms"
          isPending={answer.isPending}
          error={answer.error}
          onCancel={() => setView(null)}
          onSend={(terms) =>
            answer.mutate({ act: 'counter', termsVersion, ...terms }, { onSuccess: () => setView(null) })
          }
        />
      ) : (
        <Stack>
          {invitation.needsRivalDeclaration && (
            <Checkbox
              label="We know that we are in another bid for this tender, and declare it to both"
              description="Prices stay walled between the two bids; let different people work on them."
              checked={declaresRival}
              onChange={(event) => setDeclares(event.currentTarget.checked)}
            />
          )}
          <ProblemAlert error={view === null ? answer.error : null} />
          <Group>
            <Button
              size="md"
              loading={answer.isPending && view === null}
              onClick={() => answer.mutate({ act: 'accept', termsVersion, declaresRival })}
            >
              Accept the seat
            </Button>
            <Button size="md" variant="default" onClick={() => setView('counter')}>
              Propose other terms
            </Button>
            <Button size="md" variant="subtle" color="red.9" onClick={() => setView('decline')}>
              Decline
            </Button>
          </Group>
        </Stack>
      )}
      <ConfirmDialog
        isOpen={view === 'decline'}
        onClose={() => setView(null)}
        title="Decline this seat?"
        action="Decline"
        reasonLabel="Why?"
        reasonDescription={`${invitation.lead.name} reads it, and can look for somebody else.`}
        isPending={answer.isPending}
        error={answer.error}
        onConfirm={(reason) =>
          answer.mutate({ act: 'decline', termsVersion, reason }, { onSuccess: () => setView(null) })
        }
      >
        The seat opens again at once.
      </ConfirmDialog>
    </Section>
  );
}
