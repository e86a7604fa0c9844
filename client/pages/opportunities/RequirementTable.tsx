import { Table } from '@mantine/core';
import type { OpportunityView } from '@cobid/domain/opportunity/schema.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { WideTable } from '../../ui/WideTable.tsx';
import { strengthText } from './opportunityText.ts';

/** Requirement by requirement: what is asked for, and how well this co-op covers it. */
export function RequirementTable({ opportunity }: { opportunity: OpportunityView }) {
  const fitOf = new Map(opportunity.match.requirements.map((fit) => [fit.requirementId, fit]));
  const evidenceOf = new Map(
    opportunity.match.terms.flatMap(({ key, requirementId, evidence }) =>
      key === 'skill' && requirementId !== null ? [[requirementId, evidence] as const] : [],
    ),
  );
  return (
    <WideTable label="How your co-op covers each requirement" minWidth={420} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Requirement</Table.Th>
          <Table.Th scope="col">Asked for</Table.Th>
          <Table.Th scope="col">You</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {opportunity.requirements.map(({ id, label, priority, level, days, lacks }) => {
          const fit = fitOf.get(id);
          const tone = fit?.isCovered === true ? 'good' : priority === 'must' ? 'bad' : 'over';
          return (
            <Table.Tr key={id}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>
                {priority}, level {level}, {days} {days === 1 ? 'day' : 'days'}
              </Table.Td>
              <Table.Td>
                <StateBadge label={strengthText(fit)} tone={tone} />
                <div>
                  <small>{evidenceOf.get(id)}</small>
                </div>
                {lacks !== null && (
                  <div>
                    <small>Missing: {lacks}</small>
                  </div>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </WideTable>
  );
}
