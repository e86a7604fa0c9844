import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { disputePathKinds, joiningReasons } from '@cobid/domain/bid/schema.ts';
import type { BidView, DisputePath, Section as OfferSection } from '@cobid/domain/bid/schema.ts';
import { useRef, useState } from 'react';
import { saveOffer } from '../../api/bids.ts';
import type { OfferFields } from '../../api/bids.ts';
import { SaveStatus } from '../../forms/SaveStatus.tsx';
import { useAutosave } from '../../forms/useAutosave.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Section } from '../../ui/Section.tsx';
import { disputePathNeedsName, disputePathText, joiningReasonText } from './bidText.ts';
import classes from './OfferTab.module.css';

/** The words of the offer: the lead writes, the members read along. */
export function OfferTab({ bid }: { bid: BidView }) {
  const mayEdit = bid.can.edit?.ok === true;
  return mayEdit ? <OfferEditor key={bid.id} bid={bid} /> : <OfferText bid={bid} />;
}

function freshKey(sections: readonly OfferSection[]): string {
  const taken = new Set(sections.map(({ key }) => key));
  let number = sections.length + 1;
  while (taken.has(`section-${number}`)) number += 1;
  return `section-${number}`;
}

function OfferEditor({ bid }: { bid: BidView }) {
  const [offer, setOffer] = useState<OfferFields>({
    sections: bid.sections,
    disputePath: bid.disputePath,
    joiningReasons: bid.joiningReasons,
  });
  const saved = useRef<OfferFields>(offer);
  const autosave = useAutosave<OfferFields>(bid.version, async (version, fields) => {
    const stored = await saveOffer(bid.id, version, fields, saved.current);
    saved.current = stored;
    return stored;
  });
  const change = (fields: Partial<OfferFields>) => {
    setOffer((known) => ({ ...known, ...fields }));
    autosave.change(fields);
  };
  const setSection = (key: string, fields: Partial<OfferSection>) =>
    change({
      sections: offer.sections.map((section) => (section.key === key ? { ...section, ...fields } : section)),
    });

  return (
    <Stack gap="lg">
      <SaveStatus state={autosave.state} onRetry={() => void autosave.flush()} />
      {bid.revisions.length > 0 && (
        <p className={classes.hint}>Changing anything here clears the signatures of the frozen revision.</p>
      )}
      <Section title="What you tell the client" lead="Markdown works: lists, headings, links.">
        <Stack gap="lg">
          {offer.sections.map((section) => (
            <div key={section.key} className={classes.section}>
              <Group align="flex-end" wrap="nowrap">
                <TextInput
                  label="Heading"
                  className={classes.grow}
                  maxLength={120}
                  value={section.title}
                  onChange={(event) => setSection(section.key, { title: event.currentTarget.value })}
                />
                <Button
                  variant="subtle"
                  color="red.9"
                  aria-label={`Remove section ${section.title}`}
                  onClick={() =>
                    change({ sections: offer.sections.filter(({ key }) => key !== section.key) })
                  }
                >
                  Remove
                </Button>
              </Group>
              <Textarea
                label={`Text of “${section.title}”`}
                autosize
                minRows={4}
                maxLength={20_000}
                value={section.text}
                onChange={(event) => setSection(section.key, { text: event.currentTarget.value })}
              />
            </div>
          ))}
          <div>
            <Button
              variant="default"
              onClick={() =>
                change({
                  sections: [
                    ...offer.sections,
                    { key: freshKey(offer.sections), title: 'New section', text: '' },
                  ],
                })
              }
            >
              Add a section
            </Button>
          </div>
        </Stack>
      </Section>
      <Section
        title="If we disagree"
        lead="Agreed before the work starts, so that nobody has to invent it in anger."
      >
        <DisputePathInput value={offer.disputePath} onChange={(disputePath) => change({ disputePath })} />
      </Section>
      {bid.seats.length > 1 && (
        <Section
          title="Why we bid together"
          lead="Recorded because co-operation between competitors needs a lawful reason."
        >
          <Checkbox.Group
            aria-label="Why we bid together"
            value={offer.joiningReasons}
            onChange={(chosen) =>
              change({ joiningReasons: joiningReasons.filter((reason) => chosen.includes(reason)) })
            }
          >
            <Stack gap="xs">
              {joiningReasons.map((reason) => (
                <Checkbox key={reason} value={reason} label={joiningReasonText[reason]} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Section>
      )}
    </Stack>
  );
}

function DisputePathInput({
  value,
  onChange,
}: {
  value: DisputePath | null;
  onChange: (path: DisputePath) => void;
}) {
  const needsName = value !== null && disputePathNeedsName.includes(value.kind);
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label="Dispute path"
        value={value?.kind ?? null}
        onChange={(chosen) => {
          const kind = disputePathKinds.find((known) => known === chosen);
          if (kind !== undefined) onChange({ kind, who: value?.who ?? '' });
        }}
      >
        <Stack gap="xs">
          {disputePathKinds.map((kind) => (
            <Radio key={kind} value={kind} label={disputePathText[kind]} />
          ))}
        </Stack>
      </Radio.Group>
      {value !== null && (
        <TextInput
          label={needsName ? 'Who?' : 'Who? (optional)'}
          required={needsName}
          maxLength={120}
          value={value.who}
          onChange={(event) => onChange({ ...value, who: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function OfferText({ bid }: { bid: BidView }) {
  const path = bid.disputePath;
  return (
    <>
      {bid.sections.map(({ key, title, text }) => (
        <Section key={key} title={title}>
          {text === '' ? <p className={classes.hint}>Nothing written yet.</p> : <Markdown text={text} />}
        </Section>
      ))}
      <Section title="Terms among us">
        <Facts
          facts={[
            [
              'If we disagree',
              path === null
                ? 'not agreed yet'
                : [disputePathText[path.kind], path.who].filter(Boolean).join(': '),
            ],
            ['Why we bid together', bid.joiningReasons.map((reason) => joiningReasonText[reason]).join('; ')],
          ]}
        />
      </Section>
    </>
  );
}
