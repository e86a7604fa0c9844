import { Button, Select, Text } from '@mantine/core';
import { isAtLeast } from '@cobid/domain/actor.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { TenderView } from '@cobid/domain/tender/schema.ts';
import { Link } from 'react-router';
import { useMe } from '../../../api/me.ts';
import { problemOf } from '../../../api/problem.ts';
import { useSetTenderClient } from '../../../api/tenders.ts';
import { toast } from '../../../ui/toast.ts';

interface TenderClientProps {
  tender: TenderView;
  version: () => number;
  /** Saves what waits, so that the version that is named is the newest. */
  flush: () => Promise<void>;
  onVersion: (version: number) => void;
}

/** On whose behalf the tender is posted; a draft may be without a client, a published tender not. */
export function TenderClient({ tender, version, flush, onVersion }: TenderClientProps) {
  const me = useMe();
  const setClient = useSetTenderClient(tender.id);
  if (tender.client !== null) {
    return (
      <Text size="sm" c="dimmed" mb="sm">
        Posted by {tender.client.name}.
      </Text>
    );
  }
  const mine = me.memberships.filter(
    (membership) => membership.isClient && isAtLeast(membership.role, 'bidder'),
  );
  if (mine.length === 0) {
    return (
      <>
        <Text size="sm" mb="xs">
          To publish, it needs an organisation that posts it.
        </Text>
        <Button
          component={Link}
          to={`${paths.newOrganisation()}?kind=client&next=${encodeURIComponent(paths.editTender(tender.id))}`}
          variant="default"
          fullWidth
          mb="sm"
        >
          Create your organisation
        </Button>
      </>
    );
  }
  const choose = async (organisationId: string | null) => {
    if (organisationId === null) return;
    await flush();
    setClient.mutate(
      { version: version(), organisationId },
      {
        onSuccess: (changed) => onVersion(changed.version),
        onError: (error) => toast(problemOf(error).sentence, 'problem'),
      },
    );
  };
  return (
    <Select
      label="Posted by"
      placeholder="Choose the organisation"
      data={mine.map((membership) => ({ value: membership.organisationId, label: membership.name }))}
      value={null}
      disabled={setClient.isPending}
      onChange={(organisationId) => void choose(organisationId)}
      mb="sm"
    />
  );
}
