import { Radio, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@cobid/domain/coop/schema.ts';
import { Section } from '../../ui/Section.tsx';
import type { ProfileSectionProps } from './draft.ts';

const texts = {
  every: { label: 'Every tender that you could do a part of', description: 'Also those that need partners.' },
  all_musts: { label: 'Only where you meet every must', description: 'Fewer mails, less joint work.' },
  none: { label: 'No mails', description: 'You still find them under “Opportunities”.' },
} as const;

/** When mails about new tenders come, and the pause. */
export function MailSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  return (
    <Section
      id="mail"
      title="Mail and pause"
      lead="Goes to the bidders and stewards of your co-op. A pause costs you nothing."
      isCard
    >
      <Stack gap="lg">
        <Radio.Group
          label="Write to us about"
          value={content.notification}
          onChange={(next) =>
            change({ notification: notifications.find((known) => known === next) ?? content.notification })
          }
        >
          <Stack gap="xs" mt="xs">
            {notifications.map((notification) => (
              <Radio key={notification} value={notification} {...texts[notification]} />
            ))}
          </Stack>
        </Radio.Group>
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
      </Stack>
    </Section>
  );
}
