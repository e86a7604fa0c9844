import type { ReactNode } from 'react';
import { Moment } from './Moment.tsx';
import { OwnWords } from './OwnWords.tsx';
import classes from './ReceivedMail.module.css';

/** What is told of a mail that came in. */
interface ReceivedMailFacts {
  /** The address that it says it is from; '' if it cannot be read. */
  from: string;
  subject: string;
  words: string;
  at: string;
}

/** Who wrote it, after "From". */
export const writerOf = (from: string) => (from === '' ? 'an address that cannot be read' : from);
/** What it is about. */
export const subjectOf = (subject: string) => (subject === '' ? 'Without a subject' : subject);

/** A list of mails that came in, or of what is said of them. */
export function ReceivedMails({ children }: { children: ReactNode }) {
  return <ul className={classes.mails}>{children}</ul>;
}

/** A mail that came in, as an item of such a list; below it what can be done about it. */
export function ReceivedMail({
  mail: { from, subject, words, at },
  cameTo,
  children,
}: {
  mail: ReceivedMailFacts;
  /** Which of our addresses it came to, if that is not plain. */
  cameTo?: string;
  children: ReactNode;
}) {
  return (
    <li>
      <h2 className={classes.from}>From {writerOf(from)}</h2>
      <p>
        {subjectOf(subject)}, <Moment at={at} />
        {cameTo !== undefined && `, ${cameTo}`}
      </p>
      {words !== '' && <OwnWords>{words}</OwnWords>}
      {children}
    </li>
  );
}
