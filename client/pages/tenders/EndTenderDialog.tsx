import { Stack } from '@mantine/core';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import { useEndTender } from '../../api/tenders.ts';
import type { TenderEnding } from '../../api/tenders.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';
import { TenderWouldMail } from '../mail/WouldMail.tsx';

const words: Record<TenderEnding, { title: string; action: string; text: string; done: string }> = {
  withdraw: {
    title: 'Withdraw this tender?',
    action: 'Withdraw it',
    text: 'Bidding stops at once, and sealed bids are never opened. This can’t be undone; you can copy it into a new draft.',
    done: 'Withdrawn. Everyone who took part gets your reason.',
  },
  cancel: {
    title: 'Cancel this tender?',
    action: 'Cancel it',
    text: 'No bid will be chosen because the work itself is called off. This can’t be undone.',
    done: 'Cancelled. Everyone who took part gets your reason.',
  },
  'close-without-award': {
    title: 'Close without an award?',
    action: 'Close without an award',
    text: 'None of the bids is chosen. The work may be posted again. This can’t be undone.',
    done: 'Closed. Everyone who took part gets your reason.',
  },
};

interface EndTenderDialogProps {
  tender: TenderView;
  /** Which ending is asked for; closed while null. */
  ending: TenderEnding | null;
  onClose: () => void;
}

/** Asks for the reason of an ending; all who answered, were invited or bid read it. */
export function EndTenderDialog({ tender, ending, onClose }: EndTenderDialogProps) {
  const end = useEndTender(tender.id);
  const text = words[ending ?? 'withdraw'];
  return (
    <ConfirmDialog
      isOpen={ending !== null}
      onClose={onClose}
      title={text.title}
      action={text.action}
      tone="danger"
      reasonLabel="Your reason"
      reasonDescription="Everyone who answered, was invited or bid gets it by mail, and it stays on this page."
      isPending={end.isPending}
      error={end.error}
      onConfirm={(reason) => {
        if (ending === null) return;
        end.mutate(
          { ending, reason, version: tender.version },
          {
            onSuccess: () => {
              onClose();
              toast(text.done);
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        {text.text}
        {ending !== null && <TenderWouldMail tenderId={tender.id} act={ending} />}
      </Stack>
    </ConfirmDialog>
  );
}
