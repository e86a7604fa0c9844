import { Stack, Switch, Text } from '@mantine/core';
import { mailKinds } from '@cobid/domain/mail/kinds.ts';
import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { hasSwitch, mailRules } from '@cobid/domain/mail/rules.ts';
import type { OrganisationRef } from '@cobid/domain/organisation/schema.ts';
import { Section } from '../../ui/Section.tsx';
import type { MailSectionProps } from './draft.ts';
import classes from './MailSettingsPage.module.css';

/** The reason why a kind of mail has no switch; null where it has one, or where the frequency decides. */
function reasonOf(kind: MailKind): string | null {
  const { control } = mailRules[kind];
  return typeof control === 'object' ? control.noSwitch : null;
}

/** A switch for every kind of mail that one can do without, and why one cannot do without the others. */
export function KindsSection({ settings, change }: MailSectionProps) {
  const { switchedOff } = settings;
  const fixed = mailKinds.flatMap((kind) => {
    const reason = reasonOf(kind);
    return reason === null ? [] : [{ kind, reason }];
  });
  return (
    <Section id="kinds" title="Other mails" isCard>
      <Stack gap="md">
        {mailKinds.filter(hasSwitch).map((kind) => (
          <Switch
            key={kind}
            label={mailRules[kind].name}
            checked={!switchedOff.includes(kind)}
            onChange={(event) =>
              change({
                switchedOff: event.currentTarget.checked
                  ? switchedOff.filter((each) => each !== kind)
                  : [...switchedOff, kind],
              })
            }
          />
        ))}
      </Stack>
      <Text mt="xl" mb="xs" fw={600}>
        These always come
      </Text>
      <dl className={classes.fixed}>
        {fixed.map(({ kind, reason }) => (
          <div key={kind}>
            <dt>{mailRules[kind].name}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** For which of several co-ops one wants to hear of tenders. */
export function CoopsSection({ settings, change, coops }: MailSectionProps & { coops: OrganisationRef[] }) {
  const { silentCoopIds } = settings;
  if (coops.length < 2) return null;
  return (
    <Section
      id="coops"
      title="For which co-ops"
      lead="You may answer for several. A tender that fits more than one of them comes once, for the one that fits best."
      isCard
    >
      <Stack gap="md">
        {coops.map(({ id, name }) => (
          <Switch
            key={id}
            label={name}
            checked={!silentCoopIds.includes(id)}
            onChange={(event) =>
              change({
                silentCoopIds: event.currentTarget.checked
                  ? silentCoopIds.filter((each) => each !== id)
                  : [...silentCoopIds, id],
              })
            }
          />
        ))}
      </Stack>
    </Section>
  );
}
