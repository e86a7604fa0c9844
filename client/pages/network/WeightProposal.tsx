import { Alert, Button, Group } from '@mantine/core';
import type { LearningView } from '@cobid/domain/network/reports.ts';
import { eventInWords } from '@cobid/domain/network/eventInWords.ts';
import { useState } from 'react';
import { useDecideProposal } from '../../api/network.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { ProposalEffects } from './ProposalEffects.tsx';
import { ProposedWeights } from './ProposedWeights.tsx';
import { countOf } from './reportText.ts';
import classes from './Report.module.css';

interface WeightProposalProps {
  proposal: NonNullable<LearningView['proposal']>;
  version: number;
  /** Has it look at the tenders again. */
  onLook: () => void;
}

/** Weights that were learnt: why, what they would have changed, and the decision. */
export function WeightProposal({ proposal, version, onLook }: WeightProposalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const accept = useDecideProposal();
  const decline = useDecideProposal();
  const { id: proposalId, from, to, tenders, madeAt, isOutdated } = proposal;
  return (
    <Section
      title="Proposed weights"
      lead={
        <>
          Learnt from {countOf(tenders, 'tender')} that {tenders === 1 ? 'is' : 'are'} over,{' '}
          <Moment at={madeAt} />. A part gains weight where those who said yes or won had more of it than the
          fit expected, compared with the other parts.
        </>
      }
    >
      <ProposedWeights proposal={proposal} />
      <ProposalEffects proposal={proposal} />
      {isOutdated ? (
        <Alert color="clay" mt="lg" title="The weights have changed since">
          This was learnt from other weights than there are now.
          <Group mt="sm">
            <Button size="xs" variant="default" onClick={onLook}>
              Look at the last tenders again
            </Button>
          </Group>
        </Alert>
      ) : (
        <Group mt="lg">
          <Button onClick={() => setIsAsking(true)}>Take these weights …</Button>
          <Button
            variant="default"
            loading={decline.isPending}
            onClick={() =>
              decline.mutate(
                { decision: 'decline', proposalId, version },
                { onSuccess: () => toast('Declined. The weights stay as they are.') },
              )
            }
          >
            Leave them as they are
          </Button>
        </Group>
      )}
      <ProblemAlert error={decline.error} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Take these weights?"
        action="Take them"
        isPending={accept.isPending}
        error={accept.error}
        onConfirm={() =>
          accept.mutate(
            { decision: 'accept', proposalId, version },
            { onSuccess: () => toast('Taken. All open tenders are being matched anew.') },
          )
        }
      >
        <p className={classes.note}>{eventInWords({ what: 'weights', from, to }, () => '')}</p>
        <p>
          All open tenders will be matched anew, within minutes. Nobody gets a mail for it at once. You can
          change the weights back under “Rules” at any time.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
