import { Table } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { WideTable } from '../../ui/WideTable.tsx';
import classes from './CoverageBoard.module.css';

type Coverage = BidView['coverage'];

interface CoverageBoardProps {
  coverage: Coverage;
  /** Column heads: seats in order, each with who holds it. */
  seats: readonly { id: string; name: string }[];
}

/** Requirement × co-op: who takes on how many days, how strong they are in it, and what is still uncovered. */
export function CoverageBoard({ coverage, seats }: CoverageBoardProps) {
  return (
    <WideTable
      label="Which seat covers which requirement"
      minWidth={320 + seats.length * 110}
      verticalSpacing="xs"
      withColumnBorders
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Requirement</Table.Th>
          {seats.map(({ id, name }) => (
            <Table.Th key={id} scope="col">
              {name}
            </Table.Th>
          ))}
          <Table.Th scope="col">Days</Table.Th>
          <Table.Th scope="col">Covered</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {coverage.map((row) => (
          <Table.Tr key={row.requirementId}>
            <Table.Th scope="row">
              {row.label}
              <span className={classes.need}>
                {row.priority}, level {row.level}
              </span>
            </Table.Th>
            {seats.map(({ id }) => (
              <Cell key={id} cell={row.cells.find((cell) => cell.seatId === id)} />
            ))}
            <Table.Td className={classes.number}>
              {row.coveredDays} of {row.neededDays}
            </Table.Td>
            <Table.Td>
              {row.isCovered ? (
                <StateBadge label="yes" tone="good" />
              ) : (
                <StateBadge label="not yet" tone={row.priority === 'must' ? 'bad' : 'over'} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Cell({ cell }: { cell: Coverage[number]['cells'][number] | undefined }) {
  if (cell === undefined || (cell.days === 0 && cell.strength === 0)) {
    return (
      <Table.Td className={classes.none}>
        <span aria-hidden>·</span>
        <span className="visuallyHidden">nothing</span>
      </Table.Td>
    );
  }
  return (
    <Table.Td className={classes.cell}>
      <span className={classes.days}>{cell.days > 0 ? `${cell.days} d` : '–'}</span>
      <span className={classes.strength} aria-hidden>
        <span className={classes.fill} style={{ width: `${Math.round(cell.strength * 100)}%` }} />
      </span>
      <span className="visuallyHidden">, strength {Math.round(cell.strength * 100)} %</span>
    </Table.Td>
  );
}
