import { Button, Group, Switch } from '@mantine/core';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import type { BidView, SeatView } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChangeSeat, useRemoveSeat, useReopenSeat } from '../../api/bids.ts';
import { problemOf } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { toast } from '../../ui/toast.ts';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { daysText } from './bidText.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import classes from './SeatCard.module.css';

const seatStateText = {
  open: { label: 'open', tone: 'waiting' },
  invited: { label: 'invited', tone: 'open' },
  accepted: { label: 'accepted', tone: 'good' },
} as const;

/** One seat: who, what, for how much, and what can be done with it. */
export function SeatCard({ bid, seat }: { bid: BidView; seat: SeatView }) {
  const [dialog, setDialog] = useState<'change' | 'invite' | 'remove' | null>(null);
  const close = () => setDialog(null);
  const labelOf = new Map(bid.coverage.map(({ requirementId, label }) => [requirementId, label]));
  const days = seat.parts.reduce((sum, part) => sum + part.days, 0);
  const state = seatStateText[seat.state];
  const isLead = bid.myRole === 'lead';
  const change = useChangeSeat(bid.id, seat.id);
  const remove = useRemoveSeat(bid.id, seat.id);
  const reopen = useReopenSeat(bid.id, seat.id);
  const ending = seat.state === 'open' ? remove : reopen;
  return (
    <article className={classes.seat} data-open={seat.state === 'open'}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          {seat.coop === null ? 'Open seat' : <Link to={paths.coop(seat.coop.slug)}>{seat.coop.name}</Link>}
        </h3>
        <StateBadge label={seat.isLead ? 'lead' : state.label} tone={seat.isLead ? 'good' : state.tone} />
      </div>
      <ul className={classes.parts}>
        {seat.parts.map(({ requirementId, days: part }) => (
          <li key={requirementId}>
            {labelOf.get(requirementId) ?? requirementId}, {daysText(part)}
          </li>
        ))}
      </ul>
      {seat.contribution !== '' && <p className={classes.contribution}>{seat.contribution}</p>}
      <p className={classes.share}>
        {seat.shareMinor === null ? (
          'Price not shown to you'
        ) : (
          <>
            <strong>{formatMoney(seat.shareMinor, bid.tender.currency)}</strong> for {daysText(days)}
          </>
        )}
      </p>
      {seat.isMine && bid.seats.length > 1 && (
        <Switch
          label="Show our price to the other members"
          checked={seat.showsPrice}
          disabled={change.isPending}
          onChange={(event) =>
            change.mutate(
              { version: bid.version, showsPrice: event.currentTarget.checked },
              { onError: (error) => toast(problemOf(error).sentence, 'problem') },
            )
          }
        />
      )}
      <Group gap="xs" mt="sm">
        {isLead && seat.state === 'open' && (
          <VerdictButton size="xs" verdict={bid.can.invite} onClick={() => setDialog('invite')}>
            Invite a co-op
          </VerdictButton>
        )}
        {seat.invitationId !== null && seat.state === 'invited' && (
          <Button size="xs" variant="light" component={Link} to={paths.invitation(seat.invitationId)}>
            See the invitation
          </Button>
        )}
        {isLead && seat.state !== 'invited' && (
          <VerdictButton
            size="xs"
            variant="default"
            verdict={bid.can.edit}
            onClick={() => setDialog('change')}
          >
            Change
          </VerdictButton>
        )}
        {isLead && !seat.isLead && seat.state !== 'invited' && (
          <VerdictButton
            size="xs"
            variant="subtle"
            color="red.9"
            verdict={bid.can.edit}
            onClick={() => setDialog('remove')}
          >
            {seat.state === 'open' ? 'Remove' : 'Take the seat back'}
          </VerdictButton>
        )}
      </Group>
      {dialog === 'change' && <SeatDialog bid={bid} seat={seat} onClose={close} />}
      {dialog === 'invite' && <InviteDialog bid={bid} seat={seat} onClose={close} />}
      <ConfirmDialog
        isOpen={dialog === 'remove'}
        onClose={close}
        title={seat.coop === null ? 'Remove this seat?' : 'Take this seat back?'}
        action={seat.coop === null ? 'Remove the seat' : 'Take it back'}
        tone="danger"
        isPending={ending.isPending}
        error={ending.error}
        onConfirm={() => ending.mutate(bid.version, { onSuccess: close })}
      >
        {seat.coop === null
          ? 'Its requirements are then taken on by nobody.'
          : `${seat.coop.name} leaves the bid and is told. The seat opens again, and all signatures are cleared.`}
      </ConfirmDialog>
    </article>
  );
}
