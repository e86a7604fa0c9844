import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AutosaveState } from '../../../forms/autosave.ts';
import { SaveStatus } from '../../../forms/SaveStatus.tsx';
import { useFilter } from '../../../forms/useFilter.ts';
import { Page } from '../../../ui/Page.tsx';
import { TenderFacts } from '../TenderFacts.tsx';
import page from '../TenderPage.module.css';
import { TenderText } from '../TenderText.tsx';
import { AboutSection } from './AboutSection.tsx';
import { ChoosingSection } from './ChoosingSection.tsx';
import { DatesSection } from './DatesSection.tsx';
import { EditorSide } from './EditorSide.tsx';
import { MoneySection } from './MoneySection.tsx';
import { NeedsSection } from './NeedsSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import classes from './TenderEditor.module.css';
import type { TenderDraft } from './useTenderDraft.ts';

interface TenderEditorProps {
  draft: TenderDraft;
  state: AutosaveState;
  onRetry: () => void;
  savedText: string;
  lead?: ReactNode;
  /** What comes next: publishing, or signing in. Stands where the missing things are listed. */
  children: ReactNode;
}

/** The form of a tender and its preview; where it is kept and what comes next is up to the page around it. */
export function TenderEditor({ draft, state, onRetry, savedText, lead, children }: TenderEditorProps) {
  const [view, setView] = useFilter('view');
  const { content } = draft;
  return (
    <Page
      title={content.title === '' ? 'New tender' : content.title}
      documentTitle={`Edit: ${content.title === '' ? 'new tender' : content.title}`}
      eyebrow="Draft"
      lead={lead}
      width="wide"
    >
      <Tabs value={view === 'preview' ? 'preview' : 'write'} onChange={setView} keepMounted={false}>
        <div className={classes.bar}>
          <Tabs.List>
            <Tabs.Tab value="write">Write</Tabs.Tab>
            <Tabs.Tab value="preview">Preview</Tabs.Tab>
          </Tabs.List>
          <SaveStatus state={state} onRetry={onRetry} savedText={savedText} unsaved={draft.unsaved} />
        </div>
        <Tabs.Panel value="write">
          <div className={classes.columns}>
            <div>
              <AboutSection draft={draft} />
              <NeedsSection draft={draft} />
              <MoneySection draft={draft} />
              <DatesSection draft={draft} />
              <PlaceSection draft={draft} />
              <ChoosingSection draft={draft} />
            </div>
            <EditorSide draft={draft}>{children}</EditorSide>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="preview">
          <p className={classes.summary}>{content.summary}</p>
          <div className={page.columns}>
            <aside className={page.facts} aria-label="Facts">
              <TenderFacts content={content} isOpen />
            </aside>
            <div className={page.text}>
              <TenderText content={content} />
            </div>
          </div>
          <div className={classes.next}>{children}</div>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
