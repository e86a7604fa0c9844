import { Button, Group } from '@mantine/core';
import type { LetterView } from '@cobid/domain/reply/views.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { lettersQuery, useSeeToLetter } from '../../api/networkMail.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
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

const writerOf = ({ from }: LetterView) => (from === '' ? 'an address that cannot be read' : from);
const subjectOf = ({ subject }: LetterView) => (subject === '' ? 'Without a subject' : subject);

function answerLink({ from, subject }: LetterView): string {
  const answer = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  return `mailto:${encodeURIComponent(from)}?subject=${encodeURIComponent(answer)}`;
}

function Letter({ letter, onSeenTo }: { letter: LetterView; onSeenTo: () => void }) {
  const { id, from, isAuthentic, to, words, at } = letter;
  const seeTo = useSeeToLetter();
  return (
    <li>
      <h2 className={classes.from}>From {writerOf(letter)}</h2>
      <p>
        {subjectOf(letter)}, <Moment at={at} />, {cameTo[to]}
      </p>
      {words === '' ? (
        <p>There is no text of the writer’s own in it.</p>
      ) : (
        <blockquote className={classes.words}>{words}</blockquote>
      )}
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
    </li>
  );
}

function SeenTo({ letter, onPutBack }: { letter: LetterView; onPutBack: () => void }) {
  const seeTo = useSeeToLetter();
  return (
    <li>
      <Group>
        <span className={classes.gone}>
          {subjectOf(letter)}, from {writerOf(letter)}
        </span>
        <Button
          variant="subtle"
          aria-label={`Put it back: ${subjectOf(letter)}, from ${writerOf(letter)}`}
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
        <ul className={classes.letters}>
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
        </ul>
      )}
      {seenTo.length > 0 && (
        <Section title="Seen to just now">
          <ul className={classes.letters}>
            {seenTo.map((letter) => (
              <SeenTo
                key={letter.id}
                letter={letter}
                onPutBack={() => setSeenTo(seenTo.filter(({ id }) => id !== letter.id))}
              />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
