import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { OpenedBidView } from '@cobid/domain/bid/schema.ts';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import { useState } from 'react';
import { useAward } from '../../api/bids.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import { TenderWouldMail } from '../mail/WouldMail.tsx';

interface AwardDialogProps {
  tender: TenderView;
  chosen: OpenedBidView;
  bids: readonly OpenedBidView[];
  onClose: () => void;
}

/** The choice with its reason, and one reason for each bid that is not chosen: people learn from them. */
export function AwardDialog({ tender, chosen, bids, onClose }: AwardDialogProps) {
  const others = bids.filter(({ id, state }) => id !== chosen.id && state === 'opened');
  const [reasons, setReasons] = useState(new Map<string, string>());
  const [wasTried, setTried] = useState(false);
  const award = useAward(tender.id);
  const reasonFor = (bidId: string) => reasons.get(bidId)?.trim() ?? '';
  const isComplete = [chosen, ...others].every(({ id }) => reasonFor(id) !== '');
  const field = (bid: OpenedBidView, label: string, description: string) => (
    <Textarea
      key={bid.id}
      label={label}
      description={description}
      required
      autosize
      minRows={2}
      maxLength={1000}
      value={reasons.get(bid.id) ?? ''}
      onChange={(event) => setReasons(new Map(reasons).set(bid.id, event.currentTarget.value))}
      error={wasTried && reasonFor(bid.id) === '' ? 'Please give a reason.' : null}
    />
  );
  const send = () => {
    setTried(true);
    if (!isComplete) return;
    award.mutate(
      {
        version: tender.version,
        bidId: chosen.id,
        reason: reasonFor(chosen.id),
        others: others.map(({ id }) => ({ bidId: id, reason: reasonFor(id) })),
      },
      {
        onSuccess: () => {
          toast('Awarded. Everyone has been told by mail.');
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={`Award to ${chosen.label}?`} size="lg">
      <Stack>
        <Text>
          {chosen.offer.seats.map(({ coop }) => coop.name).join(', ')} win this tender. The choice and its
          reason become public, and everyone who bid gets a mail. This cannot be undone here.
        </Text>
        {field(chosen, `Why ${chosen.label}?`, 'Public.')}
        {others.map((bid) => field(bid, `Why not ${bid.label}?`, 'Only this bid’s members read it.'))}
        <TenderWouldMail tenderId={tender.id} act="award" />
        <ProblemAlert error={award.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button onClick={send} loading={award.isPending}>
            Award the tender
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
