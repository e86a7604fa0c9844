import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import type { BidView, SeatPart, SeatView } from '@cobid/domain/bid/schema.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { candidatesQuery } from '../../api/bids.ts';
import type { Candidate } from '../../api/bids.ts';
import { useInvite } from '../../api/invitations.ts';
import { MoneyInput } from '../../forms/MoneyInput.tsx';
import { MomentInput } from '../../forms/MomentInput.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import { InvitationWouldMail } from '../mail/WouldMail.tsx';
import { percent } from '../opportunities/opportunityText.ts';
import { daysText } from './bidText.ts';
import { defaultReplyBy } from './defaultReplyBy.ts';
import { openRequirements } from './openDays.ts';
import { PartsInput } from './PartsInput.tsx';

interface InviteDialogProps {
  bid: BidView;
  seat: SeatView;
  /** Whom the lead thinks of already. */
  initialCoopId?: string;
  onClose: () => void;
}

/** Offers a seat to a co-op: who, what, for how much, a word, and by when to answer. */
export function InviteDialog({ bid, seat, initialCoopId, onClose }: InviteDialogProps) {
  const candidates = useQuery(candidatesQuery(bid.id, seat.id));
  const invite = useInvite(bid.id, seat.id);
  const [coopId, setCoopId] = useState<string | null>(initialCoopId ?? null);
  const [parts, setParts] = useState<SeatPart[]>(seat.parts);
  const [shareMinor, setShare] = useState<number | null>(seat.shareMinor);
  const [message, setMessage] = useState('');
  const [replyBy, setReplyBy] = useState<string | null>(() =>
    defaultReplyBy(bid.tender.deadline, new Date()),
  );
  const [wasTried, setWasTried] = useState(false);
  const chosen = candidates.data?.items.find(({ coop }) => coop.id === coopId);
  const days = parts.reduce((sum, part) => sum + part.days, 0);

  const send = () => {
    setWasTried(true);
    if (coopId === null || shareMinor === null || replyBy === null || parts.length === 0) return;
    invite.mutate(
      { coopId, parts, shareMinor, message, replyBy },
      {
        onSuccess: (invitation) => {
          toast(`Invitation sent to ${invitation.coop.name}.`);
          onClose();
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title="Invite a co-op to this seat" size="lg">
      <Stack>
        <Select
          label="Co-op"
          description="Those that cover most of this seat and have the days come first."
          placeholder={candidates.isPending ? 'Looking who could do it …' : 'Choose one'}
          searchable
          required
          data={(candidates.data?.items ?? []).map((candidate) => ({
            value: candidate.coop.id,
            label: candidate.hasDeclined ? `${candidate.coop.name} (has declined)` : candidate.coop.name,
          }))}
          value={coopId}
          onChange={setCoopId}
          error={wasTried && coopId === null ? 'Choose a co-op.' : null}
          nothingFoundMessage="No co-op by that name"
        />
        {chosen !== undefined && <About candidate={chosen} seat={seat} />}
        <PartsInput
          requirements={openRequirements(bid, seat.id)}
          value={parts}
          onChange={setParts}
          error={wasTried && parts.length === 0 ? 'Give the seat at least one requirement.' : null}
        />
        <MoneyInput
          label="Their share"
          description={`For ${daysText(days)} of work. They can answer with other terms.`}
          currency={bid.tender.currency}
          value={shareMinor}
          onChange={setShare}
          required
          error={wasTried && shareMinor === null ? 'Say what you offer.' : null}
        />
        <Textarea
          label="A word to them"
          description="Why you ask them; what working together would look like."
          autosize
          minRows={3}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <MomentInput
          label="Answer by"
          description="When this passes without an answer, the seat opens again."
          zone={bid.tender.zone}
          value={replyBy}
          onChange={setReplyBy}
          required
          error={wasTried && replyBy === null ? 'Say by when you need an answer.' : null}
        />
        <ProblemAlert error={invite.error} />
        <Text size="sm" c="dimmed">
          They get a mail with these terms. Until they accept, they see nothing of your bid but this offer.
        </Text>
        {coopId !== null && <InvitationWouldMail coopIds={[coopId]} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button onClick={send} loading={invite.isPending}>
            Send the invitation
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function About({ candidate, seat }: { candidate: Candidate; seat: SeatView }) {
  const covered = seat.parts.filter(({ requirementId }) => candidate.covers.includes(requirementId)).length;
  return (
    <Text size="sm" role="status">
      {percent(candidate.fit)} fit; covers {covered} of {seat.parts.length} in this seat; {candidate.freeDays}{' '}
      free days in this time. {candidate.why.join('; ')}
    </Text>
  );
}
