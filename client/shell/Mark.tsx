import classes from './Header.module.css';

/** The word mark: two circles, and what they share. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <svg viewBox="0 0 40 26" width="40" height="26" aria-hidden>
        <circle cx="14" cy="13" r="11" fill="none" stroke="currentColor" strokeWidth="2.6" />
        <circle cx="26" cy="13" r="11" fill="none" stroke="currentColor" strokeWidth="2.6" />
        <path d="M20 4.1a11 11 0 0 1 0 17.8 11 11 0 0 1 0-17.8z" className={classes.shared} />
      </svg>
      Cobid
    </span>
  );
}
