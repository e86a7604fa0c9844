import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import type { ReplyUndoView } from '@cobid/domain/reply/views.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { replyUndoQuery, useUndoReply } from '../../api/replies.ts';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { answerText } from '../opportunities/opportunityText.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(replyUndoQuery(params.token ?? ''));
  return null;
}

const titles: Record<ReplyUndoView['state'], string> = {
  stands: 'Take your answer back?',
  undone: 'Your answer is taken back',
  replaced: 'There is a newer answer',
};

/** Behind the undo link of a confirmation: opening it changes nothing, the button takes the answer back. */
export function Component() {
  const token = useParams().token ?? '';
  const { data } = useSuspenseQuery(replyUndoQuery(token));
  const undo = useUndoReply(token);
  const { tender, coopName, answer, words, state } = data;
  return (
    <Page title={titles[state]} width="narrow" lead={`${coopName}: “${tender.title}”`}>
      {words !== '' && (
        <>
          <p>You wrote:</p>
          <OwnWords>{words}</OwnWords>
        </>
      )}
      <p>
        We took it as: <strong>{answerText[answer].label}</strong>.
      </p>
      <div role="status">
        <ProblemAlert error={undo.error} />
        {state === 'stands' && (
          <Button size="md" loading={undo.isPending} onClick={() => undo.mutate()}>
            Take it back
          </Button>
        )}
        {state === 'undone' && (
          <p>
            {answer === 'pass_to'
              ? 'The other co-op may have got its mail already.'
              : 'What your co-op had answered before, if anything, stands again.'}
          </p>
        )}
        {state === 'replaced' && <p>Your co-op has given another answer since. That one stands.</p>}
      </div>
      <p>
        <Link to={paths.tender(tender.id)}>Read the tender</Link> to answer it anew.
      </p>
    </Page>
  );
}
