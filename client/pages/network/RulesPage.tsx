import { Button, Group, TextInput } from '@mantine/core';
import type { NetworkSettingsView } from '@cobid/domain/network/schema.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { networkSettingsQuery } from '../../api/network.ts';
import { queryClient } from '../../api/queryClient.ts';
import { NumberField } from '../../forms/NumberField.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChangeRulesDialog } from './ChangeRulesDialog.tsx';
import { Coordinators } from './Coordinators.tsx';
import { History } from './History.tsx';
import { lambdaDetail } from './ruleText.ts';
import classes from './RulesPage.module.css';
import { changeOf, draftOf, leftToGive } from './rulesDraft.ts';
import { WeightsFields } from './WeightsFields.tsx';

/** Reads the newest rules: an editor must not start from what the cache remembers. */
export async function loader() {
  await queryClient.fetchQuery({ ...networkSettingsQuery, staleTime: 0 });
  return null;
}

function RulesForm({ network }: { network: NetworkSettingsView }) {
  const [draft, setDraft] = useState(() => draftOf(network));
  const [isAsking, setIsAsking] = useState(false);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const isWhole = leftToGive(draft.weights) === 0 && draft.name.trim().length >= 2;
  const hasChanged = Object.keys(changeOf(draft, network)).length > 0;
  return (
    <>
      <WeightsFields network={network} weights={draft.weights} onChange={(weights) => change({ weights })} />
      <Section
        title="Who is told first"
        lead="Of two co-ops that fit alike, the one that was shown less comes first. It orders mails and nothing else: every co-op that fits hears of a tender, whatever this says."
        isCard
      >
        <NumberField
          label="Weight of having been shown less (λ)"
          description={lambdaDetail(draft.lambda)}
          value={draft.lambda}
          onChange={(lambda) => change({ lambda })}
          min={0}
          max={2}
          step={0.05}
        />
      </Section>
      <Section title="Name" isCard>
        <TextInput
          label="Name of the network"
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          maxLength={80}
          error={draft.name.trim().length < 2 ? 'A network needs a name.' : null}
        />
      </Section>
      <TextInput
        label="Why do you change it?"
        description="Stays in the history, for all who run the network. You can leave it empty."
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        maxLength={300}
      />
      <Group mt="lg">
        <Button disabled={!isWhole || !hasChanged} onClick={() => setIsAsking(true)}>
          Change the rules …
        </Button>
        <Button variant="default" disabled={!hasChanged} onClick={() => setDraft(draftOf(network))}>
          Undo my changes
        </Button>
      </Group>
      <p className={classes.hint} role="status">
        {!hasChanged && 'Nothing is changed yet.'}
        {hasChanged && !isWhole && 'Not everything above goes together yet.'}
      </p>
      <ChangeRulesDialog
        network={network}
        draft={draft}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

/** The rules that the network matches by, who runs it, and what was changed when. */
export function Component() {
  const { data } = useSuspenseQuery(networkSettingsQuery);
  const isCoordinator = useMe().person?.isCoordinator === true;
  return (
    <Page
      title="Rules of the network"
      eyebrow={data.name}
      lead="How tenders and co-ops are matched. Everybody can read these rules; coordinators change them."
    >
      {isCoordinator && <RulesForm key={data.version} network={data} />}
      <Coordinators network={data} />
      <History events={data.history} />
    </Page>
  );
}
