import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert.tsx';

interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button: "Withdraw the tender". */
  action: string;
  /** Red for what harms or cannot be undone. */
  tone?: 'normal' | 'danger';
  /** Asks for a reason that others will read; the button waits for it. */
  reasonLabel?: string;
  reasonDescription?: string;
  isPending?: boolean;
  error?: unknown;
  onConfirm: (reason: string) => void;
}

/** Asks before something that others notice or that can't be undone. The safe answer is first and has the focus. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  action,
  tone = 'normal',
  reasonLabel,
  reasonDescription,
  isPending = false,
  error,
  onConfirm,
}: ConfirmDialogProps) {
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const lacksReason = reasonLabel !== undefined && reason.trim() === '';
  const confirm = () => {
    setWasTried(true);
    if (!lacksReason) onConfirm(reason.trim());
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="lg">
      <Stack>
        <Text component="div">{children}</Text>
        {reasonLabel !== undefined && (
          <Textarea
            label={reasonLabel}
            description={reasonDescription}
            required
            autosize
            minRows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={wasTried && lacksReason ? 'Please give a reason.' : null}
          />
        )}
        <ProblemAlert error={error} />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={onClose}
            data-autofocus={reasonLabel === undefined ? true : undefined}
          >
            Not now
          </Button>
          <Button color={tone === 'danger' ? 'red.7' : 'clay'} loading={isPending} onClick={confirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
