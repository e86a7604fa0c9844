import { Button, Select, Text } from '@mantine/core';
import type { ColleaguesView } from '@cobid/domain/organisation/schema.ts';
import { roles } from '@cobid/domain/person/schema.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { refreshMe, useMe } from '../../api/me.ts';
import {
  colleaguesQuery,
  useChangeRole,
  useRemoveColleague,
  useRevokeColleagueInvitation,
} from '../../api/organisations.ts';
import { problemOf } from '../../api/problem.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './Colleagues.module.css';
import { InviteColleague } from './InviteColleague.tsx';
import { roleText } from './organisationText.ts';

interface ColleaguesProps {
  organisationId: string;
  isSteward: boolean;
}

type Colleague = ColleaguesView['people'][number];

const roleData = roles.map((role) => ({ value: role, label: roleText[role].label }));
const fail = (error: unknown) => toast(problemOf(error).sentence, 'problem');

function readRole(value: string | null): Role | undefined {
  return roles.find((role) => role === value);
}

function PersonRow({ colleague, organisationId, isSteward }: ColleaguesProps & { colleague: Colleague }) {
  const myself = useMe().person?.id === colleague.personId;
  const navigate = useNavigate();
  const changeRole = useChangeRole(organisationId);
  const remove = useRemoveColleague(organisationId);
  const [isAsking, setIsAsking] = useState(false);
  const leaveOrRemove = () =>
    remove.mutate(colleague.personId, {
      onSuccess: () => {
        setIsAsking(false);
        toast(myself ? 'You have left.' : `${colleague.name} was removed.`);
        if (myself) void refreshMe().then(() => navigate(paths.home()));
      },
    });
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text fw={600}>
          {colleague.name === '' ? colleague.email : colleague.name}{' '}
          {myself && (
            <Text span c="dimmed">
              (you)
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {colleague.email}
        </Text>
      </div>
      {isSteward ? (
        <Select
          aria-label={`Role of ${colleague.name}`}
          w="9rem"
          data={roleData}
          value={colleague.role}
          allowDeselect={false}
          disabled={changeRole.isPending}
          onChange={(value) => {
            const role = readRole(value);
            if (role === undefined || role === colleague.role) return;
            changeRole.mutate(
              { personId: colleague.personId, role },
              {
                onSuccess: () => {
                  toast(`${colleague.name} is now ${roleText[role].label.toLowerCase()}.`);
                  if (myself) void refreshMe();
                },
                onError: fail,
              },
            );
          }}
        />
      ) : (
        <Text>{roleText[colleague.role].label}</Text>
      )}
      {(isSteward || myself) && (
        <Button
          variant="default"
          size="xs"
          aria-label={myself ? 'Leave the organisation' : `Remove ${colleague.name}`}
          onClick={() => setIsAsking(true)}
        >
          {myself ? 'Leave' : 'Remove'}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={myself ? 'Leave this organisation?' : `Remove ${colleague.name}?`}
        action={myself ? 'Leave' : 'Remove'}
        tone="danger"
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={leaveOrRemove}
      >
        {myself
          ? 'You will no longer see its drafts, bids and colleagues. A steward can invite you again.'
          : 'They will no longer see the drafts and bids of this organisation. What they signed stays valid.'}
      </ConfirmDialog>
    </li>
  );
}

/** The people of an organisation with their roles, and the invitations that are still open. */
export function Colleagues({ organisationId, isSteward }: ColleaguesProps) {
  const { data } = useSuspenseQuery(colleaguesQuery(organisationId));
  const revoke = useRevokeColleagueInvitation(organisationId);
  return (
    <>
      <ul className={classes.list} aria-label="Colleagues">
        {data.people.map((colleague) => (
          <PersonRow
            key={colleague.personId}
            colleague={colleague}
            organisationId={organisationId}
            isSteward={isSteward}
          />
        ))}
      </ul>
      {data.invitations.length > 0 && (
        <Section title="Invited">
          <ul className={classes.list}>
            {data.invitations.map((invitation) => (
              <li key={invitation.id} className={classes.row}>
                <div className={classes.who}>
                  <Text fw={600}>{invitation.email}</Text>
                  <Text size="sm" c="dimmed" component="div">
                    As {roleText[invitation.role].label.toLowerCase()}; the link works until{' '}
                    <Moment at={invitation.expiresAt} />
                  </Text>
                </div>
                {isSteward && (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Take back the invitation of ${invitation.email}`}
                    loading={revoke.isPending && revoke.variables === invitation.id}
                    onClick={() =>
                      revoke.mutate(invitation.id, {
                        onSuccess: () => toast('The invitation was taken back.'),
                        onError: fail,
                      })
                    }
                  >
                    Take back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isSteward ? (
        <InviteColleague organisationId={organisationId} />
      ) : (
        <Text c="dimmed" mt="lg">
          A steward can invite more colleagues and change roles.
        </Text>
      )}
    </>
  );
}
