import { Alert, List } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useFreeze, useLeaveBid, useSubmit, useWithdrawBid } from '../../api/bids.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { BidWouldMail } from '../mail/WouldMail.tsx';
import { Warnings } from './ConsortiumTab.tsx';
import { RevisionCard } from './RevisionCard.tsx';
import classes from './SignTab.module.css';

/** From text to consent to the client: freeze, everybody signs the same hash, submit. */
export function SignTab({ bid }: { bid: BidView }) {
  return (
    <>
      <Warnings bid={bid} />
      {bid.problems.length > 0 && bid.hasUnfrozenChanges && (
        <Alert color="gray" variant="outline" title="Before this can be frozen" mb="lg">
          <List size="sm">
            {bid.problems.map(({ pointer, message }) => (
              <List.Item key={`${pointer} ${message}`}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {bid.myRole === 'lead' && <Freeze bid={bid} />}
      <Section
        title="Revisions"
        lead="A revision is the whole offer, frozen. Each co-op signs its hash; a change afterwards needs a new one."
      >
        {bid.revisions.length === 0 ? (
          <EmptyState title="Nothing is frozen yet">
            The lead freezes the offer when it is complete; then everybody signs.
          </EmptyState>
        ) : (
          <ul className={classes.revisions}>
            {bid.revisions.toReversed().map((revision) => (
              <li key={revision.number}>
                <RevisionCard bid={bid} revision={revision} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={bid.myRole === 'lead' ? 'Submit or withdraw' : 'Leave'}>
        {bid.myRole === 'lead' ? <SubmitOrWithdraw bid={bid} /> : <Leave bid={bid} />}
      </Section>
    </>
  );
}

function Freeze({ bid }: { bid: BidView }) {
  const freeze = useFreeze(bid.id);
  if (!bid.hasUnfrozenChanges) return null;
  return (
    <Section
      title="Freeze the offer"
      lead="Makes a revision of what is written now and asks every co-op by mail to sign it."
    >
      <ProblemAlert error={freeze.error} />
      {bid.can.freeze.ok && <BidWouldMail bidId={bid.id} act="freeze" />}
      <VerdictButton
        verdict={bid.can.freeze}
        loading={freeze.isPending}
        onClick={() =>
          freeze.mutate(bid.version, { onSuccess: () => toast('Frozen. Everybody has been asked to sign.') })
        }
      >
        Freeze and ask for signatures
      </VerdictButton>
    </Section>
  );
}

function SubmitOrWithdraw({ bid }: { bid: BidView }) {
  const [dialog, setDialog] = useState<'submit' | 'withdraw' | null>(null);
  const submit = useSubmit(bid.id);
  const withdraw = useWithdrawBid(bid.id);
  const current = bid.revisions.find(({ isCurrent }) => isCurrent);
  const close = () => setDialog(null);
  return (
    <div className={classes.actions}>
      <VerdictButton verdict={bid.can.submit} onClick={() => setDialog('submit')}>
        Submit the bid
      </VerdictButton>
      <VerdictButton
        variant="default"
        color="red.9"
        verdict={bid.can.withdraw}
        onClick={() => setDialog('withdraw')}
      >
        Withdraw the bid
      </VerdictButton>
      <ConfirmDialog
        isOpen={dialog === 'submit'}
        onClose={close}
        title="Submit this bid?"
        action="Submit"
        isPending={submit.isPending}
        error={submit.error}
        onConfirm={() => submit.mutate(current?.number ?? 0, { onSuccess: close })}
      >
        Revision {current?.number} goes to the client, sealed until the deadline. Every member gets a receipt
        with its hash. You can change or withdraw it until then.
        {dialog === 'submit' && <BidWouldMail bidId={bid.id} act="submit" />}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={dialog === 'withdraw'}
        onClose={close}
        title="Withdraw this bid?"
        action="Withdraw the bid"
        tone="danger"
        isPending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(bid.version, { onSuccess: close })}
      >
        The client never sees it, and every member is told by mail. This cannot be undone; you could start a
        new bid.
        {dialog === 'withdraw' && <BidWouldMail bidId={bid.id} act="withdraw" />}
      </ConfirmDialog>
    </div>
  );
}

function Leave({ bid }: { bid: BidView }) {
  const [isOpen, setOpen] = useState(false);
  const leave = useLeaveBid(bid.id);
  const navigate = useNavigate();
  return (
    <>
      <VerdictButton variant="default" color="red.9" verdict={bid.can.leave} onClick={() => setOpen(true)}>
        Leave this bid
      </VerdictButton>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Leave this bid?"
        action="Leave the bid"
        tone="danger"
        isPending={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate(bid.version, { onSuccess: () => void navigate(paths.bids()) })}
      >
        Your seat opens again and the lead is told. If the bid was submitted, it no longer is: it needs
        somebody in your place and new signatures.
      </ConfirmDialog>
    </>
  );
}
