import { Alert, Button } from '@mantine/core';
import type { MailSettingsView } from '@cobid/domain/mail/settings.ts';
import { stopInWords } from '@cobid/domain/mail/stopInWords.ts';
import { useLiftMailStop } from '../../api/mail.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';

/** Says that nothing comes, whatever stands below, and lets mails come again. */
export function MailStop({ stop }: { stop: NonNullable<MailSettingsView['stop']> }) {
  const lift = useLiftMailStop();
  return (
    <Alert color="red" variant="light" title="Mails are stopped" mb="lg">
      <p>{stopInWords[stop]}</p>
      <ProblemAlert error={lift.error} />
      <Button
        loading={lift.isPending}
        onClick={() => lift.mutate(undefined, { onSuccess: () => toast('Mails come again.') })}
      >
        Let them come again
      </Button>
    </Alert>
  );
}
