import { Button, Stack, Text, TextInput } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { emptyTender, tenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { forgetLocalDraft, readLocalDraft, writeLocalDraft } from '../../api/localDraft.ts';
import { useMe } from '../../api/me.ts';
import { useStartTender } from '../../api/tenders.ts';
import { sentence } from '../../forms/sentence.ts';
import { useAutosave } from '../../forms/useAutosave.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { validFields } from '../../forms/validFields.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { TenderEditor } from './editor/TenderEditor.tsx';
import { tenderFields, useTenderDraft } from './editor/useTenderDraft.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function startFrom(kept: Partial<TenderContent> | null): TenderContent {
  return { ...emptyTender, zone, ...validFields(tenderFields, kept ?? {}) };
}

/** For visitors: the whole editor, with the draft kept in this browser until they sign in. */
function VisitorEditor() {
  const [kept] = useState(readLocalDraft);
  const autosave = useAutosave<TenderContent>(1, async (version, fields) => {
    writeLocalDraft({ ...startFrom(readLocalDraft()), ...fields });
    return { version: version + 1 };
  });
  const draft = useTenderDraft(startFrom(kept), autosave.change);
  const navigate = useNavigate();
  return (
    <TenderEditor
      draft={draft}
      state={autosave.state}
      onRetry={() => void autosave.flush()}
      savedText="Saved in this browser"
      lead="Write as long as you like without an account. To publish, sign in; the draft comes along."
    >
      <Button
        fullWidth
        onClick={() => void autosave.flush().then(() => navigate(paths.signIn(paths.myTenders())))}
      >
        Sign in to keep and publish it
      </Button>
    </TenderEditor>
  );
}

const titleInput = tenderContent.pick({ title: true });

/** For people: a working title makes the draft; the rest is written in the editor. */
function Start() {
  const navigate = useNavigate();
  const start = useStartTender();
  const [kept, setKept] = useState(readLocalDraft);
  const form = useZodForm(titleInput, { title: '' });
  const open = (content: Partial<TenderContent>) =>
    start.mutate(content, {
      onSuccess: (tender) => {
        forgetLocalDraft();
        void navigate(paths.editTender(tender.id), { replace: true });
      },
    });
  return (
    <Page
      title="Post a tender"
      width="narrow"
      lead="It stays a private draft until you publish it. Twenty minutes are enough for a good one."
    >
      <Stack gap="xl">
        {kept !== null && (
          <EmptyState
            title={`You began “${kept.title || 'a tender without a title'}” in this browser`}
            action={
              <>
                <Button loading={start.isPending} onClick={() => open(startFrom(kept))}>
                  Go on with it
                </Button>
                <Button
                  variant="default"
                  onClick={() => {
                    forgetLocalDraft();
                    setKept(null);
                  }}
                >
                  Delete it
                </Button>
              </>
            }
          />
        )}
        <form noValidate onSubmit={form.handleSubmit(({ title }) => open({ title, zone }))}>
          <Stack align="flex-start">
            <TextInput
              {...form.register('title')}
              label="Working title"
              description="You can change it later."
              size="md"
              w="100%"
              maxLength={120}
              error={sentence(form.formState.errors.title?.message)}
            />
            <ProblemAlert error={start.error} />
            <Button
              type="submit"
              size="md"
              loading={start.isPending}
              variant={kept === null ? 'filled' : 'default'}
            >
              Begin
            </Button>
          </Stack>
        </form>
        <Text c="dimmed">
          Done this before? <Link to={paths.myTenders()}>Copy one of your tenders</Link> into a new draft.
        </Text>
      </Stack>
    </Page>
  );
}

/** Where a tender begins, with or without an account. */
export function Component() {
  return useMe().person === null ? <VisitorEditor /> : <Start />;
}
