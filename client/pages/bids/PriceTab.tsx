import { Button, Group, Stack, Table } from '@mantine/core';
import type { BidView, SeatView } from '@cobid/domain/bid/schema.ts';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { splitByWeights } from '@cobid/domain/money.ts';
import { useState } from 'react';
import { useSetShares } from '../../api/bids.ts';
import { MoneyInput } from '../../forms/MoneyInput.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { daysText } from './bidText.ts';
import { Warnings } from './ConsortiumTab.tsx';
import classes from './PriceTab.module.css';

function daysOf(seat: SeatView): number {
  return seat.parts.reduce((sum, part) => sum + part.days, 0);
}

function nameOf(seat: SeatView): string {
  return seat.coop?.name ?? 'Open seat';
}

/** The price: the lead sets total and shares, which always sum; a member sees the total and its own. */
export function PriceTab({ bid }: { bid: BidView }) {
  const mayEdit = bid.can.edit?.ok === true;
  return (
    <>
      {mayEdit ? <SharesEditor key={bid.version} bid={bid} /> : <SharesTable bid={bid} />}
      <Warnings bid={bid} />
    </>
  );
}

function SharesEditor({ bid }: { bid: BidView }) {
  const [total, setTotal] = useState(bid.totalMinor);
  const [shares, setShares] = useState(
    () => new Map(bid.seats.map(({ id, shareMinor }) => [id, shareMinor ?? 0])),
  );
  const write = useSetShares(bid.id);
  const { currency } = bid.tender;
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  const gap = total - sum;
  const splitByDays = () =>
    setShares(
      splitByWeights(
        total,
        bid.seats.map((seat) => ({ id: seat.id, weight: daysOf(seat) })),
      ),
    );
  const save = () =>
    write.mutate(
      {
        version: bid.version,
        totalMinor: total,
        shares: [...shares].map(([seatId, shareMinor]) => ({ seatId, shareMinor })),
      },
      { onSuccess: () => toast('Price saved.') },
    );
  return (
    <Section
      title="Total and shares"
      lead="What the client pays, and what each co-op gets of it. To the cent, always."
    >
      <Stack maw={640}>
        <MoneyInput
          label="Total price"
          currency={currency}
          value={total}
          onChange={(next) => setTotal(next ?? 0)}
          required
        />
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={splitByDays}>
            Split by days
          </Button>
          <Button variant="default" size="xs" onClick={() => setTotal(sum)}>
            Total = sum of shares
          </Button>
        </Group>
        {bid.seats.map((seat) => {
          const days = daysOf(seat);
          const share = shares.get(seat.id) ?? 0;
          return (
            <MoneyInput
              key={seat.id}
              label={`Share of ${nameOf(seat)}`}
              description={`${daysText(days)}${days > 0 ? `, ${formatMoney(Math.floor(share / days), currency)} a day` : ''}`}
              currency={currency}
              value={share}
              onChange={(next) => setShares(new Map(shares).set(seat.id, next ?? 0))}
            />
          );
        })}
        <p className={classes.sum} role="status" data-even={gap === 0}>
          {gap === 0
            ? 'The shares sum exactly to the total.'
            : gap > 0
              ? `${formatMoney(gap, currency)} of the total is not shared out yet.`
              : `The shares are ${formatMoney(-gap, currency)} more than the total.`}
        </p>
        <ProblemAlert error={write.error} />
        <div>
          <Button onClick={save} loading={write.isPending} disabled={gap !== 0}>
            Save the price
          </Button>
        </div>
      </Stack>
    </Section>
  );
}

function SharesTable({ bid }: { bid: BidView }) {
  const { currency } = bid.tender;
  return (
    <Section
      title="Total and shares"
      lead="You see the total and your own share; another’s only where it shows it."
    >
      <Table maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Co-op</Table.Th>
            <Table.Th scope="col">Days</Table.Th>
            <Table.Th scope="col">Share</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bid.seats.map((seat) => (
            <Table.Tr key={seat.id}>
              <Table.Th scope="row">{nameOf(seat)}</Table.Th>
              <Table.Td>{daysOf(seat)}</Table.Td>
              <Table.Td>
                {seat.shareMinor === null ? 'not shown' : formatMoney(seat.shareMinor, currency)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">Total</Table.Th>
            <Table.Td />
            <Table.Td>
              <strong>{formatMoney(bid.totalMinor, currency)}</strong>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Section>
  );
}
