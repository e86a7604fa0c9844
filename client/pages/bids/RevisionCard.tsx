import { Button, Checkbox, Group } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { revisionQuery, useSign } from '../../api/bids.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { listed } from './bidText.ts';
import { FrozenOffer } from './FrozenOffer.tsx';
import classes from './RevisionCard.module.css';

type Revision = BidView['revisions'][number];

/** Nothing of it reaches the client any more, so nobody is asked to sign. */
function isGone({ state }: BidView): boolean {
  return state === 'withdrawn' || state === 'lapsed';
}

function Badge({ bid, revision }: { bid: BidView; revision: Revision }) {
  if (isGone(bid)) return <StateBadge label="not used" tone="over" />;
  if (revision.isLive) return <StateBadge label="submitted" tone="good" />;
  if (!revision.isCurrent || bid.hasUnfrozenChanges) return <StateBadge label="replaced" tone="over" />;
  if (revision.waitingFor.length === 0) return <StateBadge label="signed by all" tone="good" />;
  return <StateBadge label="being signed" tone="waiting" />;
}

/** One frozen revision: who has signed, who has not, its text, and the button that consents to exactly this text. */
export function RevisionCard({ bid, revision }: { bid: BidView; revision: Revision }) {
  const isOpenToSign = revision.isCurrent && !bid.hasUnfrozenChanges && !isGone(bid);
  const [isShown, setShown] = useState(isOpenToSign);
  const [isSigning, setSigning] = useState(false);
  return (
    <article className={classes.revision}>
      <div className={classes.head}>
        <h3 className={classes.title}>Revision {revision.number}</h3>
        <Badge bid={bid} revision={revision} />
        <span className={classes.when}>
          frozen <Moment at={revision.frozenAt} zone={bid.tender.zone} />
        </span>
      </div>
      <p className={classes.signatures}>
        {revision.signatures.length > 0 && (
          <>Signed: {listed(revision.signatures.map(({ coop }) => coop.name))}. </>
        )}
        {revision.waitingFor.length > 0 && (
          <>Not signed: {listed(revision.waitingFor.map(({ name }) => name))}.</>
        )}
      </p>
      <Group gap="xs">
        {isOpenToSign && revision.waitingFor.length > 0 && (
          <VerdictButton verdict={bid.can.sign} onClick={() => setSigning(true)}>
            Sign for my co-op
          </VerdictButton>
        )}
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide the text' : 'Read the text'}
        </Button>
      </Group>
      {isShown && <Text bid={bid} revision={revision} />}
      {isSigning && <SignDialog bid={bid} revision={revision} onClose={() => setSigning(false)} />}
    </article>
  );
}

function Text({ bid, revision }: { bid: BidView; revision: Revision }) {
  const { data, error, refetch } = useQuery(
    revisionQuery(bid.id, revision.number, `${revision.hash}:${revision.signatures.length}`),
  );
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ListSkeleton />;
  const labelOf = new Map(bid.coverage.map(({ requirementId, label }) => [requirementId, label]));
  return (
    <div className={classes.text}>
      <FrozenOffer offer={data} labelOf={labelOf} />
    </div>
  );
}

function SignDialog({ bid, revision, onClose }: { bid: BidView; revision: Revision; onClose: () => void }) {
  const sign = useSign(bid.id);
  const [hasRead, setRead] = useState(false);
  const [wasTried, setTried] = useState(false);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Sign revision ${revision.number}?`}
      action="Sign"
      isPending={sign.isPending}
      error={sign.error}
      onConfirm={() => {
        setTried(true);
        if (hasRead) sign.mutate({ revision: revision.number, hash: revision.hash }, { onSuccess: onClose });
      }}
    >
      <p>
        You bind your co-op to this text and to its share, if the bid is submitted and wins. A later change
        needs a new signature.
      </p>
      <p className={classes.hash}>
        SHA-256 <code>{revision.hash}</code>
      </p>
      <Checkbox
        label="I have read this revision and may sign for my co-op"
        checked={hasRead}
        onChange={(event) => setRead(event.currentTarget.checked)}
        error={wasTried && !hasRead ? 'Please read it and say so.' : null}
      />
    </ConfirmDialog>
  );
}
