import { Button, Group } from '@mantine/core';
import type { LetterView } from '@cobid/domain/reply/views.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { lettersQuery, useSeeToLetter } from '../../api/networkMail.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { ReceivedMail, ReceivedMails, subjectOf, writerOf } from '../../ui/ReceivedMail.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './LettersPage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(lettersQuery);
  return null;
}

const cameTo: Record<LetterView['to'], string> = {
  sender: 'to the address that our mails are sent from',
  complaints: 'to the address for complaints',
};

function answerLink({ from, subject }: LetterView): string {
  const answer = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  // The sign between name and domain has to stand there as it is (RFC 6068).
  return `mailto:${encodeURIComponent(from).replaceAll('%40', '@')}?subject=${encodeURIComponent(answer)}`;
}

function Letter({ letter, onSeenTo }: { letter: LetterView; onSeenTo: () => void }) {
  const { id, from, isAuthentic, to, words } = letter;
  const seeTo = useSeeToLetter();
  return (
    <ReceivedMail mail={letter} cameTo={cameTo[to]}>
      {words === '' && <p>There is no text of the writer’s own in it.</p>}
      {to === 'sender' && !isAuthentic && <p>Nothing proves that it is from there.</p>}
      <ProblemAlert error={seeTo.error} />
      <Group>
        {from !== '' && (
          <Button component="a" href={answerLink(letter)}>
            Answer by mail
          </Button>
        )}
        <Button
          variant="default"
          loading={seeTo.isPending}
          onClick={() => seeTo.mutate({ id, isSeenTo: true }, { onSuccess: onSeenTo })}
        >
          Seen to
        </Button>
      </Group>
    </ReceivedMail>
  );
}

function SeenTo({ letter, onPutBack }: { letter: LetterView; onPutBack: () => void }) {
  const seeTo = useSeeToLetter();
  const what = `${subjectOf(letter.subject)}, from ${writerOf(letter.from)}`;
  return (
    <li>
      <Group>
        <span className={classes.gone}>{what}</span>
        <Button
          variant="subtle"
          aria-label={`Put it back: ${what}`}
          loading={seeTo.isPending}
          onClick={() => seeTo.mutate({ id: letter.id, isSeenTo: false }, { onSuccess: onPutBack })}
        >
          Put it back
        </Button>
      </Group>
      <ProblemAlert error={seeTo.error} />
    </li>
  );
}

/** What people wrote to the network itself, for those who run it. */
export function Component() {
  const { data } = useSuspenseQuery(lettersQuery);
  const [seenTo, setSeenTo] = useState<readonly LetterView[]>([]);
  return (
    <Page
      title="Letters to the network"
      width="narrow"
      lead="What people wrote to the address that our mails are sent from, and to postmaster@ and abuse@. Nobody else sees it, and it goes away after 60 days."
    >
      {data.items.length === 0 ? (
        <EmptyState title="No letter waits">
          Replies to our mails are not here: they do what they say, or wait for the person in whose name they
          came.
        </EmptyState>
      ) : (
        <ReceivedMails>
          {data.items.map((letter) => (
            <Letter
              key={letter.id}
              letter={letter}
              onSeenTo={() => {
                setSeenTo([letter, ...seenTo.filter(({ id }) => id !== letter.id)]);
                toast('Seen to.');
              }}
            />
          ))}
        </ReceivedMails>
      )}
      {seenTo.length > 0 && (
        <Section title="Seen to just now">
          <ReceivedMails>
            {seenTo.map((letter) => (
              <SeenTo
                key={letter.id}
                letter={letter}
                onPutBack={() => setSeenTo(seenTo.filter(({ id }) => id !== letter.id))}
              />
            ))}
          </ReceivedMails>
        </Section>
      )}
    </Page>
  );
}
