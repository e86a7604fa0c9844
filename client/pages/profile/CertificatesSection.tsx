import { ActionIcon, Select, TextInput } from '@mantine/core';
import { certificates as known } from '@cobid/domain/vocabulary/certificates.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { IconTrash } from '@tabler/icons-react';
import { Section } from '../../ui/Section.tsx';
import classes from './CertificatesSection.module.css';
import type { ProfileSectionProps } from './draft.ts';

/** Certificates that tenders ask for, with the day on which they expire. */
export function CertificatesSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  const { certificates } = content;
  const free = known.filter(({ slug }) => !certificates.some(({ certificate }) => certificate === slug));
  return (
    <Section id="certificates" title="Certificates" lead="One that has expired does not count." isCard>
      {certificates.map(({ certificate, expires }, index) => {
        const label = termLabel(known, certificate);
        return (
          <div key={certificate} className={classes.row}>
            <span className={classes.name}>{label}</span>
            <TextInput
              type="date"
              label={`Expires on (${label})`}
              labelProps={{ className: 'visuallyHidden' }}
              value={expires ?? ''}
              onChange={(event) => {
                const day = event.currentTarget.value;
                change({
                  certificates: certificates.map((held, at) =>
                    at === index ? { ...held, expires: day === '' ? null : day } : held,
                  ),
                });
              }}
              error={issueAt(`/certificates/${index}/expires`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove ${label}`}
              onClick={() => change({ certificates: certificates.filter((_, at) => at !== index) })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      <Select
        label="Add a certificate"
        placeholder="Choose one"
        data={free.map(({ slug, label }) => ({ value: slug, label }))}
        value={null}
        searchable
        maw={420}
        mt={certificates.length > 0 ? 'md' : 0}
        onChange={(certificate) => {
          if (certificate !== null)
            change({ certificates: [...certificates, { certificate, expires: null }] });
        }}
      />
    </Section>
  );
}
