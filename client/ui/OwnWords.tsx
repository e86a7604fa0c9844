import classes from './OwnWords.module.css';

/** What somebody wrote, with their line breaks. */
export function OwnWords({ children }: { children: string }) {
  return <blockquote className={classes.words}>{children}</blockquote>;
}
