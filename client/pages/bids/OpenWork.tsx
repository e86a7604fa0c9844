import { Alert, List } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { daysText } from './bidText.ts';

/** The holes of the coverage board by name, and what is under way to fill each. */
export function OpenWork({ bid }: { bid: BidView }) {
  const open = bid.coverage.filter(({ isCovered, priority }) => !isCovered && priority === 'must');
  if (open.length === 0) return null;
  return (
    <Alert color="clay" variant="light" title="Not covered yet" mb="lg">
      <List size="sm">
        {open.map((row) => (
          <List.Item key={row.requirementId}>
            <strong>{row.label}</strong>: {reason(row)} {underWay(row, bid)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Row = BidView['coverage'][number];

function reason({ neededDays, coveredDays }: Row): string {
  const missing = neededDays - coveredDays;
  if (coveredDays === 0) return `all ${daysText(neededDays)} are open.`;
  if (missing > 0) return `${daysText(missing)} of ${neededDays} are open.`;
  return 'its days are taken on, but by nobody who covers it with their skills.';
}

function underWay({ cells }: Row, { seats }: BidView): string {
  const planned = seats.filter(({ id, state }) => {
    const days = cells.find((cell) => cell.seatId === id)?.days ?? 0;
    return state !== 'accepted' && days > 0;
  });
  const invited = planned.flatMap(({ coop, state }) =>
    state === 'invited' && coop !== null ? [coop.name] : [],
  );
  if (invited.length > 0) return `${invited.join(', ')} has been asked.`;
  return planned.length > 0 ? 'There is an open seat for it.' : 'No seat is meant for it.';
}
