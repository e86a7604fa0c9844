import { Button, Group, Text, TextInput } from '@mantine/core';
import type { NetworkSettingsView } from '@cobid/domain/network/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { refreshMe, useMe } from '../../api/me.ts';
import { useAddCoordinator, useRemoveCoordinator } from '../../api/network.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './RulesPage.module.css';

type Coordinator = NetworkSettingsView['coordinators'][number];

/** Who runs the network; adds somebody, and takes the role away again. */
export function Coordinators({ network }: { network: NetworkSettingsView }) {
  const { version, coordinators } = network;
  const me = useMe().person;
  const navigate = useNavigate();
  const add = useAddCoordinator();
  const remove = useRemoveCoordinator();
  const [email, setEmail] = useState('');
  const [leaving, setLeaving] = useState<Coordinator | null>(null);
  const isMe = leaving?.personId === me?.id;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { version, email },
      {
        onSuccess: () => {
          setEmail('');
          toast('Added. They find “Network” in the menu.');
        },
      },
    );
  };
  const takeAway = () => {
    if (leaving === null) return;
    remove.mutate(
      { version, personId: leaving.personId },
      {
        onSuccess: () => {
          setLeaving(null);
          toast(
            isMe ? 'You are not a coordinator any more.' : `${leaving.name} is not a coordinator any more.`,
          );
          if (isMe) void refreshMe().then(() => navigate(paths.home()));
        },
      },
    );
  };

  return (
    <Section
      title="Who runs the network"
      lead="Coordinators change the rules and see how work spreads. No sealed bid is theirs to see."
    >
      <ul className={classes.rows} aria-label="Coordinators">
        {coordinators.map((coordinator) => (
          <li key={coordinator.personId} className={classes.row}>
            <div>
              <Text fw={600}>{coordinator.name}</Text>
              <Text size="sm" c="dimmed">
                {coordinator.email}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`Take the role away from ${coordinator.name}`}
              disabled={coordinators.length === 1}
              onClick={() => setLeaving(coordinator)}
            >
              Take the role away
            </Button>
          </li>
        ))}
      </ul>
      {coordinators.length === 1 && (
        <Text size="sm" c="dimmed" mb="md">
          The last coordinator stays. Add another one first.
        </Text>
      )}
      <form onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label="Add a coordinator"
            description="Their mail address; they have to have signed in once."
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            miw={280}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            Add
          </Button>
        </Group>
        <ProblemAlert error={add.error} />
      </form>
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={isMe ? 'Give up the role?' : `Take the role from ${leaving?.name ?? ''}?`}
        action={isMe ? 'Give it up' : 'Take it away'}
        tone="danger"
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={takeAway}
      >
        {isMe
          ? 'You will no longer see these pages. Another coordinator can add you again.'
          : 'They will no longer see these pages. You can add them again.'}
      </ConfirmDialog>
    </Section>
  );
}
