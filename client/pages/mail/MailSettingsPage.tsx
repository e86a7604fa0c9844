import { Button } from '@mantine/core';
import { mailSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings, MailSettingsView } from '@cobid/domain/mail/settings.ts';
import { localTime } from '@cobid/domain/mail/deliveryTime.ts';
import { settingInWords } from '@cobid/domain/mail/settingInWords.ts';
import { settingsProblems } from '@cobid/domain/mail/settingsProblems.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../api/load.ts';
import { mailSettingsQuery, saveMailSettings } from '../../api/mail.ts';
import { queryClient } from '../../api/queryClient.ts';
import { messageAt } from '../../forms/pointer.ts';
import { SaveStatus } from '../../forms/SaveStatus.tsx';
import { sentence } from '../../forms/sentence.ts';
import { useAutosave } from '../../forms/useAutosave.ts';
import { useDraft } from '../../forms/useDraft.ts';
import { Page } from '../../ui/Page.tsx';
import { AwaySection } from './AwaySection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { HowOftenSection } from './HowOftenSection.tsx';
import { CoopsSection, KindsSection } from './KindsSection.tsx';
import { MailStop } from './MailStop.tsx';
import classes from './MailSettingsPage.module.css';

/** Reads the newest settings: an editor must not start from what the cache remembers. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await queryClient.fetchQuery({ ...mailSettingsQuery, staleTime: 0 });
  return null;
}

const settingsFields = mailSettings.partial();

/**
 * Hands changes to the autosave as soon as all of them together can be saved: a new hour and the new quiet hours that
 * allow it come one after the other.
 */
function useTogether(initial: MailSettings, save: (fields: Partial<MailSettings>) => void) {
  const waiting = useRef<Partial<MailSettings>>({});
  const latest = useRef(initial);
  return (fields: Partial<MailSettings>) => {
    latest.current = { ...latest.current, ...fields };
    waiting.current = { ...waiting.current, ...fields };
    if (settingsProblems(latest.current).length > 0) return;
    save(waiting.current);
    waiting.current = {};
  };
}

function settingsOf(view: MailSettingsView): MailSettings {
  const { version: _version, zone: _zone, sentence: _sentence, ...rest } = view;
  const { nextDigestAt: _nextDigestAt, coops: _coops, stop: _stop, ...settings } = rest;
  return settings;
}

function Editor({ view }: { view: MailSettingsView }) {
  const [before] = useState(() => settingsOf(view));
  const [zone, setZone] = useState(view.zone);
  const autosave = useAutosave<MailSettings>(view.version, saveMailSettings);
  const draft = useDraft(settingsFields, before, useTogether(before, autosave.change));
  const { content, change, touched } = draft;
  const now = new Date();
  const problems = [...draft.issues, ...settingsProblems(content)];
  const issueAt = (pointer: string) => sentence(messageAt(problems, pointer) ?? undefined);
  const section = { settings: content, change, issueAt };
  return (
    <Page
      title="What you get by mail"
      width="narrow"
      lead={
        <p>
          For you alone; your colleagues have settings of their own.{' '}
          <Link to={paths.ownMails()}>Mails that you got</Link>
        </p>
      }
    >
      <div className={classes.page}>
        <div className={classes.bar}>
          <SaveStatus
            state={autosave.state}
            onRetry={() => void autosave.flush()}
            unsaved={problems.length}
          />
          {touched.size > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => change(before)}>
              Undo my changes
            </Button>
          )}
        </div>
        {view.stop !== null && <MailStop stop={view.stop} />}
        <p className={classes.effective} role="status">
          {view.stop !== null && 'Once mails come again: '}
          {problems.length > 0
            ? 'Something below does not go together yet; until then, what was saved last counts.'
            : settingInWords(content, zone, now)}
        </p>
        <HowOftenSection {...section} />
        <CoopsSection {...section} coops={view.coops} />
        <AwaySection {...section} today={localTime(now, zone).day} />
        <HoursSection {...section} zone={zone} onZone={setZone} />
        <KindsSection {...section} />
      </div>
    </Page>
  );
}

/** What the signed-in person gets by mail, and when. */
export function Component() {
  const { data } = useSuspenseQuery(mailSettingsQuery);
  return <Editor view={data} />;
}
