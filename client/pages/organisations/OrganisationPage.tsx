import { Tabs } from '@mantine/core';
import { isAtLeast } from '@cobid/domain/actor.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { colleaguesQuery, organisationQuery } from '../../api/organisations.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { Page } from '../../ui/Page.tsx';
import { Colleagues } from './Colleagues.tsx';
import { OrganisationSettings } from './OrganisationSettings.tsx';

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requirePerson(request);
  const organisationId = params.organisationId ?? '';
  await Promise.all([load(organisationQuery(organisationId)), load(colleaguesQuery(organisationId))]);
  return null;
}

/** One organisation from inside: its people, and what it says of itself. */
export function Component() {
  const organisationId = useParams().organisationId ?? '';
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const me = useMe();
  const [tab, setTab] = useFilter('tab');
  const role =
    me.memberships.find((membership) => membership.organisationId === organisationId)?.role ?? 'member';
  const isSteward = isAtLeast(role, 'steward');
  return (
    <Page
      title={organisation.name}
      eyebrow="Organisation and colleagues"
      lead={
        organisation.isCoop ? (
          <p>
            A co-op. What others see is on its <Link to={paths.coop(organisation.slug)}>public page</Link>;
            skills and free days are in its <Link to={paths.profile()}>profile</Link>.
          </p>
        ) : (
          'A client: it posts tenders.'
        )
      }
    >
      <Tabs value={tab === '' ? 'people' : tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="people">Colleagues</Tabs.Tab>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <Colleagues organisationId={organisationId} isSteward={isSteward} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <OrganisationSettings organisation={organisation} isSteward={isSteward} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
