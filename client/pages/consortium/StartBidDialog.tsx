import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { OpportunityView, PlanView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useStartBid } from '../../api/consortium.ts';
import type { InvitationDraft } from '../../api/consortium.ts';
import { MomentInput } from '../../forms/MomentInput.tsx';
import { MoneyInput } from '../../forms/MoneyInput.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import { daysText, listed } from '../bids/bidText.ts';
import { defaultReplyBy } from '../bids/defaultReplyBy.ts';
import { InvitationWouldMail } from '../mail/WouldMail.tsx';
import { offeredRate } from './offeredRate.ts';

interface StartBidDialogProps {
  opportunity: OpportunityView;
  plan: PlanView;
  labelOf: (requirementId: string) => string;
  onClose: () => void;
}

/** Drafts an invitation for each co-op of the plan; says how many mails that sends before it sends them. */
export function StartBidDialog({ opportunity, plan, labelOf, onClose }: StartBidDialogProps) {
  const { tender } = opportunity;
  const navigate = useNavigate();
  const start = useStartBid(tender.id);
  const partners = plan.members.slice(1).filter(({ parts }) => parts.length > 0);
  const [shares, setShares] = useState<Record<string, number | null>>(() => {
    const rate = offeredRate(tender);
    return Object.fromEntries(
      partners.map(({ coop, days }) => [coop.id, rate === null ? null : Math.round(rate * days)]),
    );
  });
  const [message, setMessage] = useState('');
  const [replyBy, setReplyBy] = useState<string | null>(() =>
    tender.deadline === null ? null : defaultReplyBy(tender.deadline, new Date()),
  );
  const [wasTried, setWasTried] = useState(false);
  const mails = partners.length === 1 ? '1 co-op' : `${partners.length} co-ops`;

  const workInWords = (parts: PlanView['members'][number]['parts']) =>
    listed(parts.map(({ requirementId, days }) => `${labelOf(requirementId)}, ${daysText(days)}`));

  const begin = (invitations: InvitationDraft[]) =>
    start.mutate(
      {
        suggestion: plan.members
          .filter(({ parts }, at) => at === 0 || parts.length > 0)
          .map(({ coop, parts }) => ({ coopId: coop.id, parts })),
        invitations,
      },
      {
        onSuccess: ({ bid, failed }) => {
          for (const { name, sentence } of failed) toast(`${name} was not invited: ${sentence}`, 'problem');
          if (failed.length < invitations.length) {
            const sent = invitations.length - failed.length;
            toast(
              `The bid has begun; ${sent === 1 ? '1 invitation is' : `${sent} invitations are`} on the way.`,
            );
          }
          void navigate(paths.bid(bid.id));
        },
      },
    );

  const send = () => {
    setWasTried(true);
    if (replyBy === null) return;
    const drafts = partners.flatMap(({ coop, parts }) => {
      const shareMinor = shares[coop.id] ?? null;
      return shareMinor === null
        ? []
        : [{ coopId: coop.id, name: coop.name, parts, shareMinor, message, replyBy }];
    });
    if (drafts.length === partners.length) begin(drafts);
  };

  return (
    <Modal opened onClose={onClose} title="Start the bid with these?" size="lg">
      <Stack>
        <Text size="sm">
          A bid room opens with your co-op in the lead
          {plan.missingDays > 0 &&
            `; ${daysText(plan.missingDays)} of the musts are still open, to be filled there`}
          .
          {partners.length > 0 &&
            ' Each co-op is offered its part for a share; it can answer with other terms.'}
        </Text>
        {partners.map(({ coop, parts }) => (
          <MoneyInput
            key={coop.id}
            label={`Share of ${coop.name}`}
            description={workInWords(parts)}
            currency={tender.currency}
            value={shares[coop.id] ?? null}
            onChange={(minor) => setShares({ ...shares, [coop.id]: minor })}
            required
            error={wasTried && (shares[coop.id] ?? null) === null ? 'Say what you offer.' : null}
          />
        ))}
        {partners.length > 0 && (
          <>
            <Textarea
              label="A word to them"
              description="Why you ask them; what working together would look like."
              autosize
              minRows={3}
              maxLength={2000}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
            <MomentInput
              label="Answer by"
              description="When this passes without an answer, the seat opens again."
              zone={tender.zone}
              value={replyBy}
              onChange={setReplyBy}
              required
              error={wasTried && replyBy === null ? 'Say by when you need an answer.' : null}
            />
            <div>
              <InvitationWouldMail coopIds={partners.map(({ coop }) => coop.id)} />
              <Text size="sm">They are at {listed(partners.map(({ coop }) => coop.name))}.</Text>
            </div>
          </>
        )}
        <ProblemAlert error={start.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button
            variant={partners.length > 0 ? 'default' : 'filled'}
            loading={start.isPending}
            onClick={() => begin([])}
          >
            {partners.length > 0 ? 'Start, invite later' : 'Start the bid'}
          </Button>
          {partners.length > 0 && (
            <Button loading={start.isPending} onClick={send}>
              Start and mail {mails}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
