import { Button, Stack } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCompleteTender, useCopyTender, useDeleteTender } from '../../api/tenders.ts';
import type { TenderEnding } from '../../api/tenders.ts';
import { problemOf } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { TenderWouldMail } from '../mail/WouldMail.tsx';
import { EndTenderDialog } from './EndTenderDialog.tsx';
import classes from './OwnerPanel.module.css';

const nextSteps: Record<TenderState, string> = {
  draft: 'Only you can see this draft. Publish it when it is complete.',
  in_review: 'A coordinator is looking at it. You will get a mail.',
  open: 'Co-ops can bid. Bids stay sealed, for you too, until the deadline.',
  closed: 'The deadline has passed. The bids can be read in a moment.',
  evaluating: 'The bids can be read. Choose one, with a reason for each.',
  awarded: 'The work is given. Say so here when it is done.',
  completed: 'The work is done.',
  withdrawn: 'You withdrew this tender.',
  cancelled: 'You cancelled this tender.',
  unsuccessful: 'It was closed without an award.',
};

type Asking = TenderEnding | 'complete' | 'delete' | null;

/** What the client can do with its tender now; what can't be done yet stays there and says why. */
export function OwnerPanel({ tender }: { tender: TenderView }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>(null);
  const complete = useCompleteTender(tender.id);
  const copy = useCopyTender(tender.id);
  const remove = useDeleteTender(tender.id);
  const close = () => setAsking(null);
  const { can, state } = tender;
  const isDecidable = state === 'closed' || state === 'evaluating';
  return (
    <div className={classes.panel}>
      <p className={classes.title}>Your tender</p>
      <p className={classes.next}>{nextSteps[state]}</p>
      <div className={classes.actions}>
        {state === 'draft' && (
          <VerdictButton verdict={can.edit} onClick={() => void navigate(paths.editTender(tender.id))}>
            Edit and publish
          </VerdictButton>
        )}
        {(state === 'open' || isDecidable || state === 'awarded' || state === 'completed') && (
          <VerdictButton
            verdict={can.seeBids}
            variant={isDecidable ? 'filled' : 'default'}
            onClick={() => void navigate(paths.tenderBids(tender.id))}
          >
            {isDecidable ? 'Read the bids and choose' : 'Read the bids'}
          </VerdictButton>
        )}
        {state === 'awarded' && (
          <VerdictButton verdict={can.complete} onClick={() => setAsking('complete')}>
            The work is done
          </VerdictButton>
        )}
        {state === 'open' && (
          <VerdictButton verdict={can.withdraw} variant="default" onClick={() => setAsking('withdraw')}>
            Withdraw
          </VerdictButton>
        )}
        {isDecidable && (
          <>
            <VerdictButton
              verdict={can.close_without_award}
              variant="default"
              onClick={() => setAsking('close-without-award')}
            >
              Close without an award
            </VerdictButton>
            <VerdictButton verdict={can.cancel} variant="default" onClick={() => setAsking('cancel')}>
              Cancel
            </VerdictButton>
          </>
        )}
        <Button
          variant="default"
          loading={copy.isPending}
          onClick={() =>
            copy.mutate(undefined, {
              onSuccess: (draft) => {
                toast('Copied into a new draft. Its dates are yours to set.');
                void navigate(paths.editTender(draft.id));
              },
              onError: (error) => toast(problemOf(error).sentence, 'problem'),
            })
          }
        >
          Copy into a new draft
        </Button>
        {state === 'draft' && (
          <VerdictButton verdict={can.edit} variant="default" onClick={() => setAsking('delete')}>
            Delete
          </VerdictButton>
        )}
      </div>

      <EndTenderDialog
        tender={tender}
        ending={asking === 'complete' || asking === 'delete' ? null : asking}
        onClose={close}
      />
      <ConfirmDialog
        isOpen={asking === 'complete'}
        onClose={close}
        title="Is the work done?"
        action="Yes, it is done"
        isPending={complete.isPending}
        error={complete.error}
        onConfirm={() =>
          complete.mutate(tender.version, {
            onSuccess: () => {
              close();
              toast('Completed. Everyone who took part gets a mail.');
            },
          })
        }
      >
        <Stack gap="sm">
          The co-ops that did it get a mail. This can’t be undone.
          {asking === 'complete' && <TenderWouldMail tenderId={tender.id} act="complete" />}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'delete'}
        onClose={close}
        title="Delete this draft?"
        action="Delete it"
        tone="danger"
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(tender.version, {
            onSuccess: () => {
              toast('The draft is gone.');
              void navigate(paths.myTenders());
            },
          })
        }
      >
        What you wrote is lost. Nobody else has seen it.
      </ConfirmDialog>
    </div>
  );
}
