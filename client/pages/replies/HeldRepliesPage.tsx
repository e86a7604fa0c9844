import { Button, Group } from '@mantine/core';
import type { HeldReplyView } from '@cobid/domain/reply/views.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { heldRepliesQuery, useDecideHeldReply } from '../../api/replies.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { ReceivedMail, ReceivedMails } from '../../ui/ReceivedMail.tsx';
import { toast } from '../../ui/toast.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(heldRepliesQuery);
  return null;
}

function HeldReply({ reply }: { reply: HeldReplyView }) {
  const { id, why } = reply;
  const decide = useDecideHeldReply();
  const act = (decision: 'release' | 'discard', done: string) =>
    decide.mutate({ id, decision }, { onSuccess: () => toast(done) });
  return (
    <ReceivedMail mail={reply}>
      <p>{why}</p>
      <ProblemAlert error={decide.error} />
      <Group>
        <Button
          loading={decide.isPending}
          onClick={() => act('release', 'Let through. A mail says what it did.')}
        >
          It is mine, let it through
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => act('discard', 'Thrown away.')}>
          Throw it away
        </Button>
      </Group>
    </ReceivedMail>
  );
}

/** Replies by mail in the reader's name that nothing vouches for. */
export function Component() {
  const { data } = useSuspenseQuery(heldRepliesQuery);
  return (
    <Page
      title="Replies that wait"
      width="narrow"
      lead="Somebody replied to a mail of Cobid in your name, and nothing proves that it was you. Only you can see and decide this."
    >
      {data.items.length === 0 ? (
        <EmptyState title="Nothing waits">
          A reply waits here when it comes from another address than yours, or when its mail server does not
          vouch for it.
        </EmptyState>
      ) : (
        <ReceivedMails>
          {data.items.map((reply) => (
            <HeldReply key={reply.id} reply={reply} />
          ))}
        </ReceivedMails>
      )}
    </Page>
  );
}
