import { Alert, Button, List } from '@mantine/core';
import type { OpportunityView, SuggestionsView, SuggestionView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { suggestionsQuery, useStartBid } from '../../api/opportunities.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './Suggestions.module.css';

function proofText({ proof, lowerBound, suggestions }: SuggestionsView): string {
  const size = suggestions[0]?.size ?? 0;
  if (proof === 'impossible') return 'No group of co-ops can do all the musts in the days they have.';
  if (proof === 'best_found') return `Best found so far; at least ${lowerBound} co-ops are needed.`;
  if (size === 1) return 'You can do this alone. Partners are welcome, but not needed.';
  return `Proved: no group of fewer than ${size} co-ops, you among them, can do all the musts in their free days.`;
}

/** Consortia that could do the work, with the reader's co-op in the lead; choosing one starts a bid. */
export function Suggestions({ opportunity }: { opportunity: OpportunityView }) {
  const tenderId = opportunity.tender.id;
  const { data, error, refetch } = useQuery(suggestionsQuery(tenderId));
  const [chosen, setChosen] = useState<SuggestionView | 'own' | null>(null);
  const startBid = useStartBid(tenderId);
  const navigate = useNavigate();
  const labelOf = new Map(opportunity.requirements.map(({ id, label }) => [id, label]));

  const start = () => {
    const members = chosen === null || chosen === 'own' ? [] : chosen.members;
    const suggestion = members.map(({ coop, parts }) => ({ coopId: coop.id, parts }));
    startBid.mutate(suggestion, { onSuccess: (bid) => void navigate(paths.bid(bid.id)) });
  };

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
          {data.obstacles.length > 0 && (
            <Alert color="gray" variant="outline" title="What stands in the way" mb="md">
              <List size="sm">
                {data.obstacles.map(({ requirementId, sentence }) => (
                  <List.Item key={requirementId}>{sentence}</List.Item>
                ))}
              </List>
            </Alert>
          )}
          <ul className={classes.list}>
            {data.suggestions.slice(0, 3).map((suggestion) => (
              <li key={suggestion.members.map(({ coop }) => coop.id).join()} className={classes.suggestion}>
                <ul className={classes.members}>
                  {suggestion.members.map(({ coop, parts, days, freeDays }) => (
                    <li key={coop.id}>
                      <Link to={paths.coop(coop.slug)}>
                        <strong>{coop.name}</strong>
                      </Link>
                      :{' '}
                      {parts
                        .map(
                          ({ requirementId, days: part }) =>
                            `${labelOf.get(requirementId) ?? requirementId} (${part} d)`,
                        )
                        .join(', ')}
                      <span className={classes.days}>
                        {days} of {freeDays} free days
                      </span>
                    </li>
                  ))}
                </ul>
                {suggestion.uncoveredMusts.length > 0 && (
                  <p className={classes.gap}>
                    Still missing: {suggestion.uncoveredMusts.map((id) => labelOf.get(id) ?? id).join(', ')}
                  </p>
                )}
                <Button variant="light" onClick={() => setChosen(suggestion)}>
                  Start a bid with this group
                </Button>
              </li>
            ))}
          </ul>
          <Button variant="default" mt="md" onClick={() => setChosen('own')}>
            Start a bid and choose partners myself
          </Button>
        </>
      )}
      <ConfirmDialog
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title="Start a bid as its lead?"
        action="Start the bid"
        isPending={startBid.isPending}
        error={startBid.error}
        onConfirm={start}
      >
        A bid room opens for your co-op. Seats are prepared as you chose; no mail goes out until you invite
        each co-op. You can withdraw at any time before the deadline.
      </ConfirmDialog>
    </Section>
  );
}
