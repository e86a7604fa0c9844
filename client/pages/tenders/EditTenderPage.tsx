import { Alert, Button, Stack } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { reasons } from '@cobid/domain/reasons.ts';
import type { TenderContent, TenderView } from '@cobid/domain/tender/schema.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../api/load.ts';
import { queryClient } from '../../api/queryClient.ts';
import { saveTender, tenderQuery, usePublishTender } from '../../api/tenders.ts';
import { useAutosave } from '../../forms/useAutosave.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { toast } from '../../ui/toast.ts';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { TenderWouldMail } from '../mail/WouldMail.tsx';
import { focusField } from './editor/fieldId.ts';
import { TenderClient } from './editor/TenderClient.tsx';
import { TenderEditor } from './editor/TenderEditor.tsx';
import { useTenderDraft } from './editor/useTenderDraft.ts';

/** Reads the newest text: an editor must not start from what the cache remembers. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await queryClient.fetchQuery({ ...tenderQuery(params.tenderId ?? ''), staleTime: 0 });
  return null;
}

function Editor({ tender }: { tender: TenderView }) {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const autosave = useAutosave<TenderContent>(tender.version, (version, fields) =>
    saveTender(tender.id, version, fields),
  );
  const draft = useTenderDraft(tender.content, autosave.change);
  const publish = usePublishTender(tender.id);
  const { content } = draft;

  const check = async () => {
    draft.showAll();
    const first = draft.problems[0];
    if (first !== undefined) return focusField(first.pointer);
    await autosave.flush();
    if (autosave.read().status === 'saved') setIsAsking(true);
  };
  // Awaited rather than called back: once published there is no editor left to call. A refusal is shown in the dialog.
  const confirm = () =>
    publish.mutateAsync(autosave.version()).then(
      () => {
        toast('Published. The co-ops that it fits hear of it by mail.');
        return navigate(paths.tender(tender.id));
      },
      () => undefined,
    );

  return (
    <TenderEditor
      draft={draft}
      state={autosave.state}
      onRetry={() => void autosave.flush()}
      savedText="Saved as your draft"
    >
      <TenderClient
        tender={tender}
        version={autosave.version}
        flush={autosave.flush}
        onVersion={autosave.tellVersion}
      />
      <VerdictButton verdict={tender.can.publish} fullWidth onClick={() => void check()}>
        Publish …
      </VerdictButton>
      <Button component={Link} to={paths.tender(tender.id)} variant="default" fullWidth mt="sm">
        Close, go on later
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Publish this tender?"
        action="Publish"
        isPending={publish.isPending}
        error={publish.error}
        onConfirm={() => void confirm()}
      >
        <Stack gap="sm">
          <div>
            Everybody can read it from then on, and the co-ops that it fits hear of it by mail. Its text can’t
            be changed afterwards; you can withdraw it. Bids are taken until{' '}
            {content.deadline !== null && <Moment at={content.deadline} zone={content.zone} />}.
          </div>
          {isAsking && <TenderWouldMail tenderId={tender.id} act="publish" />}
        </Stack>
      </ConfirmDialog>
    </TenderEditor>
  );
}

/** The editor of a draft that is stored on the server. */
export function Component() {
  const tenderId = useParams().tenderId ?? '';
  const { data: tender } = useSuspenseQuery(tenderQuery(tenderId));
  const mayEdit = tender.can.edit;
  if (mayEdit?.ok === false) {
    return (
      <Page title={tender.content.title} width="narrow">
        <Alert color="gray" mb="lg">
          {reasons[mayEdit.because]}
        </Alert>
        <Button component={Link} to={paths.tender(tenderId)}>
          See the tender
        </Button>
      </Page>
    );
  }
  // A key, so that another tender starts with fresh state.
  return <Editor key={tender.id} tender={tender} />;
}
