import { Button } from '@mantine/core';
import type { OpportunityView, PlanView } from '@cobid/domain/opportunity/schema.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planQuery, suggestionsQuery } from '../../api/consortium.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { CoverageBars } from '../../ui/CoverageBars.tsx';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { daysText } from '../bids/bidText.ts';
import { AddCoop } from './AddCoop.tsx';
import { Alternatives, partnersOf } from './Alternatives.tsx';
import classes from './ConsortiumPage.module.css';
import { Obstacles } from './Obstacles.tsx';
import { PlanMember } from './PlanMember.tsx';
import { proofText } from './proofText.ts';
import { StartBidDialog } from './StartBidDialog.tsx';

/** Only the reader's own co-op. */
const ALONE = 'nobody';

/** The group in the making (in the address, so that it can be kept and sent), and the groups to choose from. */
export function ConsortiumBuilder({ opportunity }: { opportunity: OpportunityView }) {
  const tenderId = opportunity.tender.id;
  const { data: found } = useSuspenseQuery(suggestionsQuery(tenderId));
  const [chosen, setChosen] = useFilter('with');
  const [isStarting, setStarting] = useState(false);
  const first = found.suggestions[0];
  const suggested = first === undefined ? [] : partnersOf(first);
  const memberIds = chosen === '' ? suggested : chosen.split(',').filter((id) => id !== ALONE);
  const plan = useQuery(planQuery(tenderId, memberIds));
  const pick = (ids: readonly string[]) => setChosen(ids.length === 0 ? ALONE : ids.join());
  const labels = new Map(opportunity.requirements.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? id;
  return (
    <>
      <Obstacles found={found} />
      <div className={classes.columns}>
        <Section title="Your consortium">
          <ProblemAlert error={plan.error} onRetry={() => void plan.refetch()} />
          {plan.data === undefined ? (
            plan.error === null && <ListSkeleton />
          ) : (
            <>
              <PlanState plan={plan.data} />
              <div
                className={classes.members}
                data-stale={plan.isPlaceholderData}
                aria-busy={plan.isFetching}
              >
                {plan.data.members.map((member, at) => (
                  <PlanMember
                    key={member.coop.id}
                    member={member}
                    isLead={at === 0}
                    tone={at}
                    labelOf={labelOf}
                    missingDays={plan.data.missingDays}
                    onSwap={(id) => pick(memberIds.map((own) => (own === member.coop.id ? id : own)))}
                    onTakeOut={() => pick(memberIds.filter((own) => own !== member.coop.id))}
                  />
                ))}
              </div>
              <AddCoop
                others={found.others}
                additions={plan.data.additions}
                memberIds={memberIds}
                labelOf={labelOf}
                onAdd={(id) => pick([...memberIds, id])}
              />
              <div className={classes.start}>
                <Button onClick={() => setStarting(true)} disabled={plan.isPlaceholderData}>
                  Start the bid with these
                </Button>
              </div>
              {isStarting && (
                <StartBidDialog
                  opportunity={opportunity}
                  plan={plan.data}
                  labelOf={labelOf}
                  onClose={() => setStarting(false)}
                />
              )}
            </>
          )}
        </Section>
        <div>
          <Section title="Coverage">
            <CoverageBars
              label="Who takes on how many days of each requirement"
              rows={opportunity.requirements.map(({ id, label, priority, days }) => ({
                requirementId: id,
                label,
                priority,
                neededDays: days,
                parts: plan.data === undefined ? [] : partsOf(plan.data, id),
              }))}
            />
          </Section>
          {found.suggestions.length > 0 && (
            <Section title="Groups that could do it">
              <p className={classes.proof}>{proofText(found)}</p>
              <Alternatives suggestions={found.suggestions} memberIds={memberIds} onPick={pick} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}

function partsOf(plan: PlanView, requirementId: string) {
  return plan.members.flatMap(({ coop, parts }, tone) =>
    parts
      .filter((part) => part.requirementId === requirementId)
      .map(({ days }) => ({ name: coop.name, days, tone })),
  );
}

/** In a sentence that is read out when it changes: whether the musts are covered. */
function PlanState({ plan }: { plan: PlanView }) {
  const size = plan.members.length;
  const who = size === 1 ? 'Your co-op alone' : `${size} co-ops`;
  return (
    <p className={classes.state} role="status" data-open={plan.missingDays > 0}>
      {plan.missingDays === 0
        ? `${who}: every must is covered within free days.`
        : `${who}: ${daysText(plan.missingDays)} of the musts are still open.`}
    </p>
  );
}
