import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { BidView, SeatPart, SeatView } from '@cobid/domain/bid/schema.ts';
import { useState } from 'react';
import { useAddSeat, useChangeSeat } from '../../api/bids.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { openRequirements } from './openDays.ts';
import { PartsInput } from './PartsInput.tsx';

interface SeatDialogProps {
  bid: BidView;
  /** The seat to change; null adds one. */
  seat: SeatView | null;
  onClose: () => void;
}

/** Adds a seat or changes what one does. */
export function SeatDialog({ bid, seat, onClose }: SeatDialogProps) {
  const [parts, setParts] = useState<SeatPart[]>(
    seat?.parts ??
      openRequirements(bid, null).flatMap(({ requirementId, openDays }) =>
        openDays > 0 ? [{ requirementId, days: openDays }] : [],
      ),
  );
  const [contribution, setContribution] = useState(seat?.contribution ?? '');
  const [lacksParts, setLacksParts] = useState(false);
  const add = useAddSeat(bid.id);
  const change = useChangeSeat(bid.id, seat?.id ?? '');
  const write = seat === null ? add : change;
  const save = () => {
    setLacksParts(parts.length === 0);
    if (parts.length === 0) return;
    const input = { version: bid.version, parts, contribution };
    if (seat === null) add.mutate(input, { onSuccess: onClose });
    else change.mutate(input, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={seat === null ? 'Add a seat' : 'Change this seat'} size="lg">
      <Stack>
        <PartsInput
          requirements={openRequirements(bid, seat?.id ?? null)}
          value={parts}
          onChange={setParts}
          error={lacksParts ? 'Give the seat at least one requirement.' : null}
        />
        <Textarea
          label="What it brings"
          description="Optional; the co-op can say it in its own words."
          autosize
          minRows={2}
          maxLength={2000}
          value={contribution}
          onChange={(event) => setContribution(event.currentTarget.value)}
        />
        <ProblemAlert error={write.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button onClick={save} loading={write.isPending}>
            {seat === null ? 'Add the seat' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
