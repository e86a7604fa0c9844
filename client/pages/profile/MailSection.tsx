import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { Section } from '../../ui/Section.tsx';
import type { ProfileSectionProps } from './draft.ts';

/** The co-op's pause; how often mails come is for each of its people to say. */
export function MailSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  return (
    <Section id="mail" title="Pause" lead="For all of you. A pause costs you nothing." isCard>
      <Stack gap="lg">
        <Switch
          label="Pause: we take no new work now"
          description="You are not matched and get no mails about tenders."
          checked={content.isPaused}
          onChange={(event) => change({ isPaused: event.currentTarget.checked })}
        />
        {content.isPaused && (
          <TextInput
            type="date"
            label="Until"
            description="Leave it empty to end the pause by hand."
            value={content.pausedUntil ?? ''}
            onChange={(event) => change({ pausedUntil: event.currentTarget.value || null })}
            error={issueAt('/pausedUntil')}
            maw={260}
          />
        )}
        <Text>
          How often you hear of tenders, and when, each of you says for themself:{' '}
          <Link to={paths.mailSettings()}>what you get by mail</Link>.
        </Text>
      </Stack>
    </Section>
  );
}
