import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { useState } from 'react';
import type { OfferedTerms } from '../../api/invitations.ts';
import { MoneyInput } from '../../forms/MoneyInput.tsx';
import { MomentInput } from '../../forms/MomentInput.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';

interface TermsFormProps {
  invitation: InvitationView;
  action: string;
  /** The lead also says by when it needs an answer. */
  withReplyBy?: boolean;
  isPending: boolean;
  error: unknown;
  onSend: (terms: OfferedTerms, replyBy: string) => void;
  onCancel: () => void;
}

/** Other terms for the same seat: days of each requirement, the share, and why. */
export function TermsForm({
  invitation,
  action,
  withReplyBy = false,
  isPending,
  error,
  onSend,
  onCancel,
}: TermsFormProps) {
  const latest = invitation.terms.at(-1);
  const [days, setDays] = useState(
    () => new Map(latest?.parts.map(({ requirementId, days: part }) => [requirementId, part])),
  );
  const [shareMinor, setShare] = useState<number | null>(latest?.shareMinor ?? 0);
  const [message, setMessage] = useState('');
  const [replyBy, setReplyBy] = useState<string | null>(invitation.replyBy);
  const [wasTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (shareMinor === null || replyBy === null) return;
    const parts = [...days].map(([requirementId, part]) => ({ requirementId, days: part }));
    onSend({ parts, shareMinor, message }, replyBy);
  };
  return (
    <Stack>
      {latest?.parts.map(({ requirementId, label }) => (
        <NumberInput
          key={requirementId}
          label={`Days of ${label}`}
          min={0.5}
          max={2000}
          step={0.5}
          value={days.get(requirementId) ?? 0.5}
          onChange={(next) =>
            setDays(new Map(days).set(requirementId, typeof next === 'number' ? next : 0.5))
          }
        />
      ))}
      <MoneyInput
        label="Share"
        currency={invitation.tender.currency}
        value={shareMinor}
        onChange={setShare}
        required
        error={wasTried && shareMinor === null ? 'Say how much.' : null}
      />
      <Textarea
        label="Why"
        autosize
        minRows={3}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {withReplyBy && (
        <MomentInput
          label="Answer by"
          zone={invitation.tender.zone}
          value={replyBy}
          onChange={setReplyBy}
          required
          error={wasTried && replyBy === null ? 'Say by when you need an answer.' : null}
        />
      )}
      <ProblemAlert error={error} />
      <Group>
        <Button onClick={send} loading={isPending}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Not now
        </Button>
      </Group>
    </Stack>
  );
}
