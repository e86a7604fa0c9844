import { Button } from '@mantine/core';
import type { OpportunityView, SuggestionView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { suggestionsQuery, useStartBid } from '../../api/consortium.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { Obstacles } from '../consortium/Obstacles.tsx';
import { proofText } from '../consortium/proofText.ts';
import classes from './Suggestions.module.css';

const MOST_SHOWN = 3;

/** Who could do the work with the reader's co-op in the lead: the best groups, and the way to put one together. */
export function Suggestions({ opportunity }: { opportunity: OpportunityView }) {
  const tenderId = opportunity.tender.id;
  const { data, error, refetch } = useQuery(suggestionsQuery(tenderId));
  const [isStarting, setStarting] = useState(false);
  const startBid = useStartBid(tenderId);
  const navigate = useNavigate();
  const labels = new Map(opportunity.requirements.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? id;
  const start = () =>
    startBid.mutate({ suggestion: [] }, { onSuccess: ({ bid }) => void navigate(paths.bid(bid.id)) });

  return (
    <Section
      title="Who could do it together"
      lead="The fewest co-ops whose free days cover every must. You would be the lead; nobody is asked before you invite them."
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <ListSkeleton />}
      {data !== undefined && (
        <>
          <p className={classes.proof}>{proofText(data)}</p>
          <Obstacles found={data} />
          <ul className={classes.list}>
            {data.suggestions.slice(0, MOST_SHOWN).map((suggestion) => (
              <Suggestion
                key={suggestion.members.map(({ coop }) => coop.id).join()}
                tenderId={tenderId}
                suggestion={suggestion}
                labelOf={labelOf}
              />
            ))}
          </ul>
          <div className={classes.actions}>
            <Button component={Link} to={paths.consortium(tenderId)}>
              Put a consortium together
            </Button>
            <Button variant="default" onClick={() => setStarting(true)}>
              Start a bid and choose partners later
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        isOpen={isStarting}
        onClose={() => setStarting(false)}
        title="Start a bid as its lead?"
        action="Start the bid"
        isPending={startBid.isPending}
        error={startBid.error}
        onConfirm={start}
      >
        A bid room opens for your co-op, without partners. No mail goes out until you invite somebody. You can
        withdraw at any time before the deadline.
      </ConfirmDialog>
    </Section>
  );
}

interface SuggestionProps {
  tenderId: string;
  suggestion: SuggestionView;
  labelOf: (requirementId: string) => string;
}

function Suggestion({ tenderId, suggestion, labelOf }: SuggestionProps) {
  const { members, uncoveredMusts } = suggestion;
  const partners = members.slice(1).map(({ coop }) => coop);
  const group = partners.length === 0 ? 'your co-op alone' : partners.map(({ name }) => name).join(', ');
  return (
    <li className={classes.suggestion}>
      <ul className={classes.members}>
        {members.map(({ coop, parts, days, freeDays }) => (
          <li key={coop.id}>
            <Link to={paths.coop(coop.slug)}>
              <strong>{coop.name}</strong>
            </Link>
            {': '}
            {parts.length === 0
              ? 'leads'
              : parts
                  .map(({ requirementId, days: part }) => `${labelOf(requirementId)} (${part} d)`)
                  .join(', ')}
            <span className={classes.days}>
              {days} of {freeDays} free days
            </span>
          </li>
        ))}
      </ul>
      {uncoveredMusts.length > 0 && (
        <p className={classes.gap}>Still missing: {uncoveredMusts.map(labelOf).join(', ')}</p>
      )}
      <Button
        variant="light"
        component={Link}
        to={`${paths.consortium(tenderId)}${partners.length === 0 ? '' : `?with=${partners.map(({ id }) => id).join()}`}`}
        aria-label={`Go on with this group: ${group}`}
      >
        Go on with this group
      </Button>
    </li>
  );
}
