import { Table } from '@mantine/core';
import type { OpenedBidView } from '@cobid/domain/bid/schema.ts';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { WideTable } from '../../ui/WideTable.tsx';

function daysOf(bid: OpenedBidView): number {
  return bid.offer.seats.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part.days, 0);
}

function musts(bid: OpenedBidView): string {
  const rows = bid.coverage.filter(({ priority }) => priority === 'must');
  return `${rows.filter(({ isCovered }) => isCovered).length} of ${rows.length}`;
}

/** The facts of all bids in one table. */
export function BidComparison({ bids }: { bids: readonly OpenedBidView[] }) {
  return (
    <WideTable label="The bids side by side" minWidth={480}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Bid</Table.Th>
          <Table.Th scope="col">Price</Table.Th>
          <Table.Th scope="col">Days</Table.Th>
          <Table.Th scope="col">Co-ops</Table.Th>
          <Table.Th scope="col">Musts covered</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bids.map((bid) => (
          <Table.Tr key={bid.id}>
            <Table.Th scope="row">{bid.label}</Table.Th>
            <Table.Td>{formatMoney(bid.offer.totalMinor, bid.offer.currency)}</Table.Td>
            <Table.Td>{daysOf(bid)}</Table.Td>
            <Table.Td>{bid.offer.seats.map(({ coop }) => coop.name).join(', ')}</Table.Td>
            <Table.Td>{musts(bid)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
