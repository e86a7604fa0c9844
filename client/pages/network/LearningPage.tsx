import { Button, Radio, Stack } from '@mantine/core';
import { learningModes } from '@cobid/domain/network/schema.ts';
import type { LearningMode } from '@cobid/domain/network/schema.ts';
import type { LearningView } from '@cobid/domain/network/reports.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { learningQuery, useChangeNetwork, useLearnNow } from '../../api/network.ts';
import { queryClient } from '../../api/queryClient.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { PastWorkModel } from './PastWorkModel.tsx';
import { PastProposals } from './PastProposals.tsx';
import { WeightProposal } from './WeightProposal.tsx';

/** Decisions are made here, on what is there now. */
export async function loader() {
  await queryClient.fetchQuery({ ...learningQuery, staleTime: 0 });
  return null;
}

const modes: Record<LearningMode, { label: string; description: string }> = {
  propose: {
    label: 'Propose, and we decide',
    description: 'Once a week it says which weights it would change and why. Nothing changes without you.',
  },
  automatic: {
    label: 'Change them by itself',
    description:
      'Once a week, by one percent of the fit at the most for each weight; the history tells of it.',
  },
  off: { label: 'Do not learn', description: 'The weights stay as you set them.' },
};

const LOOK_AGAIN_MS = 4000;

/** What the network learnt from the answers and awards of past tenders, and what to make of it. */
export function Component() {
  const { data } = useSuspenseQuery(learningQuery);
  const learnNow = useLearnNow();
  const again = () =>
    learnNow.mutate(undefined, {
      onSuccess: () => {
        toast('Looking at the last tenders. This page follows in a few seconds.');
        setTimeout(() => void queryClient.invalidateQueries(learningQuery), LOOK_AGAIN_MS);
      },
    });
  return (
    <Page
      title="Learning"
      lead="Who says yes to a tender, and who wins it, tells which parts of the fit matter. From tenders that are over the network learns slowly, and within the published bounds. What a co-op is, its type, size, age or fees, is never looked at."
    >
      <Modes data={data} />
      {data.proposal === null ? (
        <Nothing data={data} onLook={again} isLooking={learnNow.isPending} />
      ) : (
        <WeightProposal
          key={data.proposal.id}
          proposal={data.proposal}
          version={data.version}
          onLook={again}
        />
      )}
      <ProblemAlert error={learnNow.error} />
      <PastWorkModel model={data.pastWork} isOff={data.mode === 'off'} />
      <PastProposals past={data.past} />
    </Page>
  );
}

function Modes({ data: { mode, version } }: { data: LearningView }) {
  const change = useChangeNetwork();
  const set = (value: string) => {
    const learning = learningModes.find((known) => known === value);
    if (learning === undefined || learning === mode) return;
    change.mutate(
      { version, learning },
      { onSuccess: () => toast('Changed. It is in the history under “Rules”.') },
    );
  };
  return (
    <Section title="What should it do with what it learns?" isCard>
      <Radio.Group
        aria-label="What should it do with what it learns?"
        value={change.isPending ? (change.variables.learning ?? mode) : mode}
        onChange={set}
      >
        <Stack gap="sm">
          {(['propose', 'automatic', 'off'] as const).map((each) => (
            <Radio key={each} value={each} disabled={change.isPending} {...modes[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <ProblemAlert error={change.error} />
    </Section>
  );
}

interface NothingProps {
  data: LearningView;
  onLook: () => void;
  isLooking: boolean;
}

function Nothing({ data: { mode, learnsAt }, onLook, isLooking }: NothingProps) {
  if (mode === 'off')
    return <EmptyState title="Learning is off">The weights stay as you set them.</EmptyState>;
  return (
    <EmptyState
      title="Nothing to decide"
      action={
        <Button variant="default" loading={isLooking} onClick={onLook}>
          Look at the last tenders now
        </Button>
      }
    >
      <p>
        The weights fit what co-ops answered and won, as far as that can be told, or there are too few tenders
        that are over.
      </p>
      {learnsAt !== null && (
        <p>
          It looks again on <Moment at={learnsAt} />.
        </p>
      )}
    </EmptyState>
  );
}
