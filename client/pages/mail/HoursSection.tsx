import { Checkbox, Group, Select, Stack, Switch } from '@mantine/core';
import { weekdayNames } from '@cobid/domain/mail/weekdays.ts';
import { useChangeMe } from '../../api/me.ts';
import { problemOf } from '../../api/problem.ts';
import { ZoneSelect } from '../../forms/ZoneSelect.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import type { MailSectionProps } from './draft.ts';

const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(first + index),
    label: `${first + index}:00`,
  }));

/** When mails may come; the rest of the week is quiet. */
export function HoursSection({
  settings,
  change,
  issueAt,
  zone,
  onZone,
}: MailSectionProps & { zone: string; onZone: (zone: string) => void }) {
  const changeMe = useChangeMe();
  const { deliveryDays, deliveryFrom, deliveryTo, isUrgentWelcome } = settings;
  return (
    <Section
      id="hours"
      title="Quiet hours"
      lead="Mails that can wait come only in these hours. What others wait for, such as a bid to sign, comes at once."
      isCard
    >
      <Stack gap="lg">
        <Checkbox.Group
          label="Mails may come on"
          value={deliveryDays.map(String)}
          onChange={(next) => change({ deliveryDays: next.map(Number).toSorted((a, b) => a - b) })}
          error={issueAt('/deliveryDays')}
        >
          <Group mt="xs" gap="md">
            {weekdayNames.map((name, index) => (
              <Checkbox key={name} value={String(index + 1)} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group align="flex-start" gap="md">
          <Select
            label="From"
            data={upTo(0, 23)}
            value={String(deliveryFrom)}
            onChange={(next) => change({ deliveryFrom: Number(next ?? deliveryFrom) })}
            allowDeselect={false}
            w={140}
          />
          <Select
            label="Until"
            data={upTo(1, 24)}
            value={String(deliveryTo)}
            onChange={(next) => change({ deliveryTo: Number(next ?? deliveryTo) })}
            allowDeselect={false}
            error={issueAt('/deliveryTo')}
            w={140}
          />
        </Group>
        <ZoneSelect
          description="All hours on this page are meant in it."
          value={zone}
          onChange={(next) =>
            changeMe.mutate(
              { zone: next },
              {
                onSuccess: () => onZone(next),
                onError: (error) => toast(problemOf(error).sentence, 'problem'),
              },
            )
          }
        />
        <Switch
          label="Urgent tenders may come at any hour"
          description="One that closes within 72 hours, before your next mail, would otherwise come too late."
          checked={isUrgentWelcome}
          onChange={(event) => change({ isUrgentWelcome: event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
