import { Button, Group } from '@mantine/core';
import type { HeldReplyView } from '@cobid/domain/reply/views.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { heldRepliesQuery, useDecideHeldReply } from '../../api/replies.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './replies.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(heldRepliesQuery);
  return null;
}

function HeldReply({ reply }: { reply: HeldReplyView }) {
  const { id, from, subject, words, at, why } = reply;
  const decide = useDecideHeldReply();
  const act = (decision: 'release' | 'discard', done: string) =>
    decide.mutate({ id, decision }, { onSuccess: () => toast(done) });
  return (
    <li>
      <h2 className={classes.from}>{from === '' ? 'From an address that cannot be read' : `From ${from}`}</h2>
      <p>
        {subject === '' ? 'Without a subject' : subject}, <Moment at={at} />
      </p>
      {words !== '' && <blockquote className={classes.words}>{words}</blockquote>}
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
    </li>
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
        <ul className={classes.replies}>
          {data.items.map((reply) => (
            <HeldReply key={reply.id} reply={reply} />
          ))}
        </ul>
      )}
    </Page>
  );
}
