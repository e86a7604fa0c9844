import { Group, Radio, Select, Stack } from '@mantine/core';
import { frequencies } from '@cobid/domain/mail/settings.ts';
import type { Frequency } from '@cobid/domain/mail/settings.ts';
import { weekdayNames } from '@cobid/domain/mail/weekdays.ts';
import { NumberField } from '../../forms/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import type { MailSectionProps } from './draft.ts';

const texts: Record<Frequency, { label: string; description: string }> = {
  instant: {
    label: 'At once',
    description: 'Where you meet every must, or it closes within 72 hours. The rest comes in a weekly mail.',
  },
  daily: { label: 'Once a day', description: 'One mail with what is new; none when nothing is.' },
  weekly: { label: 'Once a week', description: 'One mail with what is new; none when nothing is.' },
  off: { label: 'Never', description: 'You still find all tenders under “Opportunities”.' },
};

const days = weekdayNames.map((label, index) => ({ value: String(index + 1), label }));
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }));

/** How often, when, how much, and of which tenders. */
export function HowOftenSection({ settings, change, issueAt }: MailSectionProps) {
  const { frequency, scope, weekday, hour, mostInstantAWeek, mostItems } = settings;
  return (
    <Section id="frequency" title="Tenders that fit" isCard>
      <Stack gap="lg">
        <Radio.Group
          label="How often do you want to hear of them?"
          value={frequency}
          onChange={(next) => change({ frequency: frequencies.find((known) => known === next) ?? frequency })}
        >
          <Stack gap="xs" mt="xs">
            {frequencies.map((each) => (
              <Radio key={each} value={each} {...texts[each]} />
            ))}
          </Stack>
        </Radio.Group>
        {frequency !== 'off' && (
          <>
            <Group align="flex-start" gap="md">
              {frequency !== 'daily' && (
                <Select
                  label={frequency === 'instant' ? 'The weekly mail comes on' : 'On'}
                  data={days}
                  value={String(weekday)}
                  onChange={(next) => change({ weekday: Number(next ?? weekday) })}
                  allowDeselect={false}
                  error={issueAt('/weekday')}
                  w={220}
                />
              )}
              <Select
                label="At"
                data={hours}
                value={String(hour)}
                onChange={(next) => change({ hour: Number(next ?? hour) })}
                allowDeselect={false}
                error={issueAt('/hour')}
                w={140}
              />
            </Group>
            <Radio.Group
              label="Of which tenders?"
              value={scope}
              onChange={(next) => change({ scope: next === 'all_musts' ? 'all_musts' : 'every' })}
            >
              <Stack gap="xs" mt="xs">
                <Radio
                  value="every"
                  label="Every one that you could do a part of"
                  description="Also those that need partners."
                />
                <Radio
                  value="all_musts"
                  label="Only where you meet every must"
                  description="Fewer mails, less joint work."
                />
              </Stack>
            </Radio.Group>
            <Group align="flex-start" gap="md">
              {frequency === 'instant' && (
                <NumberField
                  label="Mails at once, a week at most"
                  value={mostInstantAWeek}
                  onChange={(next) => change({ mostInstantAWeek: next })}
                  min={0}
                  max={50}
                  error={issueAt('/mostInstantAWeek')}
                />
              )}
              <NumberField
                label="Tenders in one mail at most"
                value={mostItems}
                onChange={(next) => change({ mostItems: next })}
                min={1}
                max={20}
                error={issueAt('/mostItems')}
              />
            </Group>
          </>
        )}
      </Stack>
    </Section>
  );
}
