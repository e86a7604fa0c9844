import { Menu } from '@mantine/core';
import type { MeView } from '@cobid/domain/person/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import {
  IconBuildingCommunity,
  IconCheck,
  IconChevronDown,
  IconLogout,
  IconMail,
  IconPlus,
  IconUser,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useActFor, useSignOut } from '../api/me.ts';
import { problemOf } from '../api/problem.ts';
import { toast } from '../ui/toast.ts';
import classes from './AccountMenu.module.css';

/** The organisation switcher and what belongs to one's account. */
export function AccountMenu({ me }: { me: MeView }) {
  const actFor = useActFor();
  const signOut = useSignOut();
  const name = me.person?.name === '' ? (me.person.email ?? '') : (me.person?.name ?? '');
  const acting = me.actingFor;

  const switchTo = (organisationId: string) =>
    actFor.mutate(organisationId, {
      onSuccess: () => globalThis.location.assign(paths.home()),
      onError: (error) => toast(problemOf(error).sentence, 'problem'),
    });
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => globalThis.location.assign(paths.front()),
      onError: (error) => toast(problemOf(error).sentence, 'problem'),
    });

  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <span className="visuallyHidden">Account and organisation:</span>
          <span className={classes.initial} aria-hidden>
            {(acting?.name ?? name).slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.names}>
            <span className={classes.organisation}>{acting?.name ?? name}</span>
            <span className={classes.person}>{acting === null ? 'no organisation yet' : name}</span>
          </span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.memberships.length > 0 && <Menu.Label>Acting for</Menu.Label>}
        {me.memberships.map((membership) => {
          const isCurrent = membership.organisationId === acting?.organisationId;
          return (
            <Menu.Item
              key={membership.organisationId}
              aria-current={isCurrent}
              leftSection={<IconCheck size={16} visibility={isCurrent ? 'visible' : 'hidden'} aria-hidden />}
              onClick={() => {
                if (!isCurrent) switchTo(membership.organisationId);
              }}
            >
              {membership.name}
              <span className={classes.role}>{membership.role}</span>
            </Menu.Item>
          );
        })}
        <Menu.Item
          component={Link}
          to={paths.newOrganisation()}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          New organisation
        </Menu.Item>
        <Menu.Divider />
        {acting !== null && (
          <Menu.Item
            component={Link}
            to={paths.organisation(acting.organisationId)}
            leftSection={<IconBuildingCommunity size={16} aria-hidden />}
          >
            Organisation and colleagues
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={paths.account()} leftSection={<IconUser size={16} aria-hidden />}>
          Your account
        </Menu.Item>
        <Menu.Item
          component={Link}
          to={paths.mailSettings()}
          leftSection={<IconMail size={16} aria-hidden />}
        >
          What you get by mail
        </Menu.Item>
        <Menu.Item onClick={leave} leftSection={<IconLogout size={16} aria-hidden />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
