import type { ExposureView } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { WideTable } from '../../ui/WideTable.tsx';
import { ShareBar } from './ShareBar.tsx';

/** Co-op by co-op: of how many tenders it was to hear and heard, its attention, its fits, and the one for the other. */
export function ExposedCoops({ items }: { items: ExposureView['items'] }) {
  return (
    <WideTable label="Attention by co-op" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Co-op</Table.Th>
          <Table.Th scope="col">Told of</Table.Th>
          <Table.Th scope="col">Attention</Table.Th>
          <Table.Th scope="col">Fit</Table.Th>
          <Table.Th scope="col">For its fit</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ coop, toHear, told, shown, fit, share }) => (
          <Table.Tr key={coop.id}>
            <Table.Th scope="row">
              <Link to={paths.coop(coop.slug)}>{coop.name}</Link>
            </Table.Th>
            <Table.Td>
              {told} of {toHear}
            </Table.Td>
            <Table.Td>{shown.toFixed(1)}</Table.Td>
            <Table.Td>{fit.toFixed(1)}</Table.Td>
            <Table.Td>
              <ShareBar share={share} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
