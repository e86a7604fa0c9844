import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { formatDay } from '@cobid/domain/formatTime.ts';
import { daysAfter } from '@cobid/domain/mail/weekdays.ts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import type { MailSectionProps } from './draft.ts';

const quickPauses = [
  { label: 'One week', days: 7 },
  { label: 'Two weeks', days: 14 },
  { label: 'A month', days: 30 },
] as const;

/** A pause, and holidays that are known in advance. */
export function AwaySection({ settings, change, issueAt, today }: MailSectionProps & { today: string }) {
  const { pausedUntil, holidays } = settings;
  const isPaused = pausedUntil !== null && pausedUntil > today;
  return (
    <Section
      id="pause"
      title="Pause and holidays"
      lead="In that time no mails about tenders come. What still fits afterwards comes in the first mail after it. A pause costs you nothing."
      isCard
    >
      <Stack gap="lg">
        {isPaused ? (
          <Group align="flex-end" gap="md">
            <TextInput
              type="date"
              label="Mails come again on"
              value={pausedUntil}
              min={daysAfter(today, 1)}
              onChange={(event) => change({ pausedUntil: event.currentTarget.value || null })}
              error={issueAt('/pausedUntil')}
              w={220}
            />
            <Button variant="default" onClick={() => change({ pausedUntil: null })}>
              End the pause now
            </Button>
          </Group>
        ) : (
          <div role="group" aria-label="Take a break">
            <Text mb="xs">Take a break of</Text>
            <Group gap="sm">
              {quickPauses.map(({ label, days }) => (
                <Button
                  key={label}
                  variant="default"
                  onClick={() => change({ pausedUntil: daysAfter(today, days) })}
                >
                  {label}
                </Button>
              ))}
            </Group>
          </div>
        )}
        <Holidays
          holidays={holidays}
          today={today}
          onChange={(next) => change({ holidays: next })}
          error={issueAt('/holidays')}
        />
      </Stack>
    </Section>
  );
}

type Holidays = MailSectionProps['settings']['holidays'];

function Holidays(props: {
  holidays: Holidays;
  today: string;
  onChange: (holidays: Holidays) => void;
  error: string | null;
}) {
  const { holidays, today, onChange, error } = props;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isTurned = from !== '' && to !== '' && to < from;
  const coming = holidays.filter((holiday) => holiday.to >= today);
  const add = () => {
    const added = { from, to: to === '' ? from : to };
    onChange([...coming, added].toSorted((a, b) => (a.from < b.from ? -1 : 1)));
    setFrom('');
    setTo('');
  };
  return (
    <div role="group" aria-label="Holidays">
      <Text mb="xs">Holidays</Text>
      {coming.map((holiday) => {
        const words =
          holiday.from === holiday.to
            ? formatDay(holiday.from)
            : `${formatDay(holiday.from)} to ${formatDay(holiday.to)}`;
        return (
          <Group key={`${holiday.from} ${holiday.to}`} gap="sm" mb="xs">
            <Text>{words}</Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove ${words}`}
              onClick={() => onChange(holidays.filter((each) => each !== holiday))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Group align="flex-end" gap="md">
        <TextInput
          type="date"
          label="First day"
          value={from}
          min={today}
          onChange={(event) => setFrom(event.currentTarget.value)}
          w={180}
        />
        <TextInput
          type="date"
          label="Last day"
          value={to}
          min={from || today}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={isTurned ? 'It is before the first day.' : error}
          w={180}
        />
        <Button variant="default" disabled={from === '' || isTurned} onClick={add}>
          Add
        </Button>
      </Group>
    </div>
  );
}
