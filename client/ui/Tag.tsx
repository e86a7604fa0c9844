import type { ReactNode } from 'react';
import classes from './Tag.module.css';

/** A short term: a skill, a sector, a language. */
export function Tag({ children, isStrong = false }: { children: ReactNode; isStrong?: boolean }) {
  return (
    <span className={classes.tag} data-strong={isStrong}>
      {children}
    </span>
  );
}

/** Terms in a row, as a list. */
export function Tags({
  items,
  label,
  most = 50,
}: {
  items: readonly string[];
  label: string;
  most?: number;
}) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label={label}>
      {items.slice(0, most).map((item) => (
        <li key={item}>
          <Tag>{item}</Tag>
        </li>
      ))}
      {items.length > most && <li className={classes.more}>and {items.length - most} more</li>}
    </ul>
  );
}
