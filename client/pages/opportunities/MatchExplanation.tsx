import { Alert, List } from '@mantine/core';
import type { OpportunityView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { FitChart } from './FitChart.tsx';
import { RequirementTable } from './RequirementTable.tsx';
import classes from './MatchExplanation.module.css';

/** Why a tender fits a co-op: the sum, each requirement, who could complete it, and what would change it. */
export function MatchExplanation({ opportunity }: { opportunity: OpportunityView }) {
  const { match, requirements } = opportunity;
  const labelOf = new Map(requirements.map(({ id, label }) => [id, label]));
  const missing = match.missing.map((id) => labelOf.get(id) ?? id);
  return (
    <div className={classes.explanation}>
      {!match.isEligible && (
        <Alert color="gray" variant="outline" title="Not offered to your co-op, because">
          <List size="sm">
            {match.ineligibilities.map(({ code, sentence }) => (
              <List.Item key={code}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <FitChart match={match} />
      <RequirementTable opportunity={opportunity} />
      <p className={classes.days}>
        You have <strong>{match.freeDays}</strong> free {match.freeDays === 1 ? 'day' : 'days'} in this time;
        the whole work needs {opportunity.tender.days}.
      </p>
      {missing.length > 0 && match.completers.length > 0 && (
        <div>
          <h3 className={classes.small}>Who could complete it</h3>
          <ul className={classes.list}>
            {match.completers.map(({ coop, requirementIds }) => (
              <li key={coop.id}>
                <Link to={paths.coop(coop.slug)}>{coop.name}</Link>:{' '}
                {requirementIds.map((id) => labelOf.get(id) ?? id).join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {match.changes.length > 0 && (
        <div>
          <h3 className={classes.small}>What would change it</h3>
          <ul className={classes.list}>
            {match.changes.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
