import { Button } from '@mantine/core';
import { formatDay } from '@cobid/domain/formatTime.ts';
import type { OpportunityView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/me.ts';
import { opportunityQuery, useRespond } from '../../api/opportunities.ts';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { MatchExplanation } from './MatchExplanation.tsx';
import { answerDone } from './opportunityText.ts';
import { PartnerCalls } from './PartnerCalls.tsx';
import { Suggestions } from './Suggestions.tsx';

/** What a tender means for the co-op that the reader acts for: match, answer, consortium. */
export function OpportunityPanel({ tenderId }: { tenderId: string }) {
  const { data: opportunity, error, refetch } = useQuery(opportunityQuery(tenderId));
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (opportunity === undefined) return <ListSkeleton />;
  const { response, bidId, tender } = opportunity;
  const mayJoinUp = bidId === null && (response?.answer === 'yes' || response?.answer === 'yes_if');
  return (
    <>
      {bidId !== null && (
        <Section title="Your bid" isCard>
          <Button component={Link} to={paths.bid(bidId)}>
            Open the bid room
          </Button>
        </Section>
      )}
      {tender.state === 'open' && bidId === null && <YourAnswer opportunity={opportunity} />}
      {tender.state === 'open' && <PartnerCalls opportunity={opportunity} />}
      {tender.state === 'open' && mayJoinUp && <Suggestions opportunity={opportunity} />}
      <Section title="How it fits your co-op" isCard>
        <MatchExplanation opportunity={opportunity} />
      </Section>
    </>
  );
}

function YourAnswer({ opportunity }: { opportunity: OpportunityView }) {
  const respond = useRespond(opportunity.tender.id);
  const me = useMe();
  const { response } = opportunity;
  const [isChanging, setChanging] = useState(false);
  if (response !== null && !isChanging) {
    return (
      <Section
        title="Your answer"
        isCard
        actions={
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            Change it
          </Button>
        }
      >
        <p style={{ margin: 0 }}>
          <strong>{answerDone[response.answer]}</strong> {response.condition}
          {response.until !== null && `You could from ${formatDay(response.until)} on.`}
          {response.passedTo !== null && `To ${response.passedTo.name}.`} {response.note}
        </p>
        <p style={{ margin: '0.25rem 0 0', color: 'var(--mantine-color-dimmed)' }}>
          {response.by}, {formatDay(response.at.slice(0, 10))}
        </p>
      </Section>
    );
  }
  return (
    <Section title="Do you want this work?" isCard>
      <AnswerForm
        initial={response?.answer ?? null}
        seeksPartners={response?.seeksPartners === true}
        coopId={me.actingFor?.organisationId}
        isPending={respond.isPending}
        error={respond.error}
        onAnswer={(input) =>
          respond.mutate(input, {
            onSuccess: (stored) => {
              setChanging(false);
              toast(answerDone[stored.answer]);
            },
          })
        }
      />
    </Section>
  );
}
