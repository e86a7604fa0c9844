import type { ExposureView } from '@cobid/domain/network/reports.ts';
import { Table } from '@mantine/core';
import { WideTable } from '../../ui/WideTable.tsx';
import { typeLabel } from './reportText.ts';
import { ShareBar } from './ShareBar.tsx';

/** What each type of co-op got, which no order goes by. */
export function ExposureByType({ types }: { types: ExposureView['types'] }) {
  return (
    <WideTable label="Attention by type of co-op" minWidth={520}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Type</Table.Th>
          <Table.Th scope="col">Co-ops</Table.Th>
          <Table.Th scope="col">Attention</Table.Th>
          <Table.Th scope="col">Fit</Table.Th>
          <Table.Th scope="col">For its fit</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {types.map(({ type, coops, shown, fit, share }) => (
          <Table.Tr key={type}>
            <Table.Th scope="row">{typeLabel(type)}</Table.Th>
            <Table.Td>{coops}</Table.Td>
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
