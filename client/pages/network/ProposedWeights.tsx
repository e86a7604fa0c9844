import { Table } from '@mantine/core';
import { termKeys } from '@cobid/domain/matching/byTerm.ts';
import type { LearningView } from '@cobid/domain/network/reports.ts';
import { WideTable } from '../../ui/WideTable.tsx';
import { percent, termText } from '../opportunities/opportunityText.ts';

const ofFit = (weight: number) => `${Number((weight * 100).toFixed(1))} %`;

/** Weight by weight: now and proposed, and what it was learnt from. */
export function ProposedWeights({ proposal }: { proposal: NonNullable<LearningView['proposal']> }) {
  const { from, to, observed, expected } = proposal;
  return (
    <WideTable label="Proposed weights" minWidth={620}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Part of the fit</Table.Th>
          <Table.Th scope="col">Now</Table.Th>
          <Table.Th scope="col">Proposed</Table.Th>
          <Table.Th scope="col">Who said yes or won had</Table.Th>
          <Table.Th scope="col">Whom the fit expected had</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {termKeys.map((key) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">{termText[key]}</Table.Th>
            <Table.Td>{ofFit(from[key])}</Table.Td>
            <Table.Td>{from[key] === to[key] ? 'the same' : <strong>{ofFit(to[key])}</strong>}</Table.Td>
            <Table.Td>{percent(observed[key])} of it</Table.Td>
            <Table.Td>{percent(expected[key])} of it</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
